// The reader for browsers that have none of their own: large, and fetched only when somebody wants to scan.
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import place from 'zxing-wasm/reader/zxing_reader.wasm?url';

prepareZXingModule({ overrides: { locateFile: () => place } });

/** The words of all QR codes in a picture. */
export async function readCodes(picture: ImageData): Promise<string[]> {
  const found = await readBarcodes(picture, { formats: ['QRCode'], tryHarder: true });
  return found.map(({ text }) => text);
}
