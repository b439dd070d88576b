import { createSecretKey, randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openStream, pieceBytes, sealStream } from './stream.ts';

const key = createSecretKey(randomBytes(32));
const damaged = () => new Error('damaged');
const sealedPiece = pieceBytes + 16;
const headBytes = 8;

async function* cut(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size)
    yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function seal(plain: Uint8Array, size = 50_000): Promise<Buffer> {
  return await buffer(sealStream(key, cut(plain, size), () => undefined));
}

async function open(sealed: Uint8Array, under = key, size = 30_011): Promise<Buffer> {
  return await buffer(openStream(under, cut(sealed, size), damaged));
}

test('what is sealed in any pieces opens in any pieces, also when it fills its last piece to the brim', async () => {
  for (const length of [0, 1, pieceBytes - 1, pieceBytes, pieceBytes + 1, 3 * pieceBytes]) {
    const plain = randomBytes(length);
    for (const size of [1_000, 50_000, 500_000]) {
      const sealed = await seal(plain, size);
      expect((await open(sealed, key, size + 7)).equals(plain)).toBe(true);
      if (length > 16) expect(sealed.includes(plain.subarray(0, 16))).toBe(false);
    }
  }
});

test('whatever bit is turned, it does not open', async () => {
  const sealed = await seal(randomBytes(2 * pieceBytes + 5));
  await fc.assert(
    fc.asyncProperty(fc.nat(sealed.length - 1), fc.nat(7), async (at, bit) => {
      const changed = Buffer.from(sealed);
      changed[at]! ^= 1 << bit;
      await expect(open(changed)).rejects.toThrow('damaged');
    }),
    { numRuns: 60 },
  );
});

test('wherever it is cut off, and whatever is appended, it does not open', async () => {
  const sealed = await seal(randomBytes(2 * pieceBytes + 5));
  const ends = [
    0,
    3,
    headBytes,
    headBytes + 5,
    headBytes + sealedPiece,
    headBytes + 2 * sealedPiece,
  ];
  for (const end of [...ends, sealed.length - 1])
    await expect(open(sealed.subarray(0, end))).rejects.toThrow('damaged');
  await expect(open(Buffer.concat([sealed, Buffer.alloc(1)]))).rejects.toThrow('damaged');
  await expect(open(Buffer.concat([sealed, sealed.subarray(headBytes)]))).rejects.toThrow(
    'damaged',
  );
});

test('pieces in another order, a piece twice, a piece left out, and another key do not open', async () => {
  const sealed = await seal(randomBytes(3 * pieceBytes + 5));
  const [head, rest] = [sealed.subarray(0, headBytes), sealed.subarray(headBytes)];
  const piece = (no: number) => rest.subarray(no * sealedPiece, (no + 1) * sealedPiece);
  for (const order of [
    [1, 0, 2, 3],
    [0, 0, 1, 2, 3],
    [0, 2, 3],
    [0, 1, 2],
  ])
    await expect(open(Buffer.concat([head, ...order.map(piece)]))).rejects.toThrow('damaged');
  await expect(open(sealed, createSecretKey(randomBytes(32)))).rejects.toThrow('damaged');
});

test('a file of any length is sealed and opened in bounded memory', async () => {
  const chunk = randomBytes(pieceBytes);
  async function* long(): AsyncIterable<Uint8Array> {
    for (let no = 0; no < 3_000; no += 1) yield await Promise.resolve(chunk);
  }
  let [bytes, most] = [0, 0];
  for await (const piece of openStream(
    key,
    sealStream(key, long(), () => undefined),
    damaged,
  )) {
    bytes += piece.length;
    most = Math.max(most, piece.length);
  }
  expect([bytes, most]).toEqual([3_000 * pieceBytes, pieceBytes]);
});
