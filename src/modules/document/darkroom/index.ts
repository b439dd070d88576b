export { openDarkroom, type Darkroom } from './darkroom.ts';
export type { BoundPart, Developed, DevelopedPage, Doubt, Medium, Spoiled, Turn } from './order.ts';
