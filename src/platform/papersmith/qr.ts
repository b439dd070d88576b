import { toString as draw } from 'qrcode';

/** Light border that cameras need around a code, in modules (ISO/IEC 18004, 6.3.8). */
const quiet = 4;

/** A QR code of a text as an SVG asset for a template, with its quiet zone. Level M still reads with 15 % of it lost. */
export async function qrSvg(text: string): Promise<Uint8Array> {
  return Buffer.from(await draw(text, { type: 'svg', errorCorrectionLevel: 'M', margin: quiet }));
}
