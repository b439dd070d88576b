export { skeletonOf } from './skeleton/skeleton.ts';
