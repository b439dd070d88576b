export { serveWorkshop } from './serve.ts';
export { openWorkshop, WorkshopLost, WorkshopTimeout } from './workshop.ts';
export type { Workshop, WorkshopOptions } from './workshop.ts';
