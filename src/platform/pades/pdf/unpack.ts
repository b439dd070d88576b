import { inflateSync } from 'node:zlib';
import { isDict, nameOf, PdfFault, type PdfStream } from './value.ts';

/** Of tables and object streams; a bomb is longer. */
const longest = 64 * 1024 * 1024;

/** The content of a cross-reference or object stream: plain or FlateDecode with a PNG predictor (ISO 32000-2, 7.4.4). */
export function unpack({ dict, data }: PdfStream): Buffer {
  const filter = dict.get('Filter');
  const [first, ...more] = [filter ?? null].flat();
  if (first === null) return data;
  if (nameOf(first) !== 'FlateDecode' || more.length > 0) throw new PdfFault('unknown filter');
  const plain = inflate(data);
  const [parms] = [dict.get('DecodeParms') ?? null].flat();
  if (!isDict(parms)) return plain;
  const predictor = Number(parms.get('Predictor') ?? 1);
  if (predictor === 1) return plain;
  if (predictor < 10) throw new PdfFault('unknown predictor');
  return undoPng(plain, Number(parms.get('Columns') ?? 1));
}

function inflate(data: Buffer): Buffer {
  try {
    return inflateSync(data, { maxOutputLength: longest });
  } catch (error) {
    throw new PdfFault('stream cannot be inflated', { cause: error });
  }
}

function undoPng(plain: Buffer, columns: number): Buffer {
  const rows = Math.floor(plain.length / (columns + 1));
  const out = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const kind = plain[row * (columns + 1)]!;
    for (let column = 0; column < columns; column += 1) {
      const raw = plain[row * (columns + 1) + 1 + column]!;
      const here = row * columns + column;
      const left = column > 0 ? out[here - 1]! : 0;
      const up = row > 0 ? out[here - columns]! : 0;
      const corner = column > 0 && row > 0 ? out[here - columns - 1]! : 0;
      out[here] = raw + guess(kind, left, up, corner);
    }
  }
  return out;
}

function guess(kind: number, left: number, up: number, corner: number): number {
  if (kind === 0) return 0;
  if (kind === 1) return left;
  if (kind === 2) return up;
  if (kind === 3) return (left + up) >> 1;
  const [a, b, c] = [
    Math.abs(up - corner),
    Math.abs(left - corner),
    Math.abs(left + up - 2 * corner),
  ];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
