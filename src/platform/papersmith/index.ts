export { PapersmithFault } from './fault.ts';
export { createPapersmith } from './papersmith.ts';
export type { Papersmith } from './papersmith.ts';
export { qrSvg } from './qr.ts';
