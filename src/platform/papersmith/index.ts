export { PapersmithFault } from './fault.ts';
export { createPapersmith } from './papersmith.ts';
export type { Papersmith } from './papersmith.ts';
export type { PaperStandard, PrintOrder } from './print-order.ts';
export { qrSvg } from './qr.ts';
