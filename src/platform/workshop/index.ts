export { serveWorkshop } from './serve.ts';
export { openWorkshop, WorkshopLost, WorkshopTimeout } from './workshop.ts';
