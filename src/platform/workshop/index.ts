export { serveWorkshop } from './serve.ts';
export { openWorkshop, WorkshopClosed, WorkshopLost, WorkshopTimeout } from './workshop.ts';
