export { rateMeter } from './rate-meter.ts';
