import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashesOf, type ReadTiles } from '../tiles/tile-hashes.ts';
import { append, emptyEdge, rootOf, type Edge } from './edge.ts';
import { emptyRoot, leafHash, type Hash } from './hash.ts';
import { consistencyRanges, inclusionRanges } from './proof.ts';
import { isConsistent, isIncluded } from './verify.ts';

/** RFC 6962, section 2.1, word by word: the recomputation that shares nothing with the code it judges. */
function mth(start: number, end: number): Buffer {
  const known = computed.get(`${start}-${end}`);
  if (known) return known;
  const k = middleOf(start, end);
  const hash =
    start === end
      ? sha('')
      : end - start === 1
        ? sha(Buffer.from([0]), `leaf${start}`)
        : sha(Buffer.from([1]), mth(start, k), mth(k, end));
  computed.set(`${start}-${end}`, hash);
  return hash;
}

const computed = new Map<string, Buffer>();

function sha(...parts: (string | Buffer)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function middleOf(start: number, end: number): number {
  return start + 2 ** Math.floor(Math.log2(end - start - 1));
}

function path(m: number, start: number, end: number): Buffer[] {
  if (end - start <= 1) return [];
  const k = middleOf(start, end);
  return m < k ? [...path(m, start, k), mth(k, end)] : [...path(m, k, end), mth(start, k)];
}

function subproof(m: number, start: number, end: number, isWhole: boolean): Buffer[] {
  if (m === end) return isWhole ? [] : [mth(start, end)];
  const k = middleOf(start, end);
  return m <= k
    ? [...subproof(m, start, k, isWhole), mth(k, end)]
    : [...subproof(m, k, end, false), mth(start, k)];
}

/** A log in memory: edge and tiles as the sequencer writes them. */
function logOf(leaves: readonly string[]): { edge: Edge; read: ReadTiles } {
  const tiles = new Map<string, Buffer[]>();
  const edge = append(
    emptyEdge,
    leaves.map((leaf) => leafHash(Buffer.from(leaf))),
    (level, index, hash) => {
      if (level % 8 !== 0) return;
      const key = `${level / 8}/${Math.floor(index / 256)}`;
      tiles.set(key, [...(tiles.get(key) ?? []), hash]);
    },
  );
  const read: ReadTiles = (places) =>
    Promise.resolve(
      places.map(({ level, index }) => Buffer.concat(tiles.get(`${level}/${index}`) ?? [])),
    );
  return { edge, read };
}

function isSame(one: readonly Hash[], other: readonly Hash[]): boolean {
  return Buffer.concat(one).equals(Buffer.concat(other));
}

const named = (size: number) => Array.from({ length: size }, (_, at) => `leaf${at}`);
const edgeSizes = [
  ...Array.from({ length: 131 }, (_, size) => size),
  255,
  256,
  257,
  511,
  512,
  513,
  1023,
  1024,
  1025,
];

describe('the tree', () => {
  test('has the root of the RFC at every edge size', () => {
    for (const size of edgeSizes) expect(rootOf(logOf(named(size)).edge)).toEqual(mth(0, size));
  });

  test('proves every leaf at every edge size, hash by hash as the RFC computes it', async () => {
    const wrong: string[] = [];
    for (const size of edgeSizes.filter((one) => one > 0)) {
      const leaves = named(size);
      const { edge, read } = logOf(leaves);
      const root = rootOf(edge);
      const places = size <= 130 ? [...leaves.keys()] : [0, 1, 127, 128, 254, size - 2, size - 1];
      for (const index of places) {
        const proof = await hashesOf(inclusionRanges(index, size), read);
        const leaf = leafHash(Buffer.from(leaves[index]!));
        const isRight =
          isSame(proof, path(index, 0, size)) &&
          isIncluded(leaf, index, size, proof, root) &&
          !isIncluded(leaf, (index + 1) % (size + 1), size, proof, root) &&
          !isIncluded(leaf, index, size, [...proof, root], root) &&
          (size === 1 || !isIncluded(leaf, index, size, proof.slice(1), root));
        if (!isRight) wrong.push(`${index} in ${size}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('proves that every smaller tree is its beginning', async () => {
    const wrong: string[] = [];
    const roots = edgeSizes.map((size) => rootOf(logOf(named(size)).edge));
    const stranger = leafHash(Buffer.from('x'));
    for (const [at, to] of edgeSizes.entries()) {
      const { read } = logOf(named(to));
      for (const [before, from] of edgeSizes.slice(0, at + 1).entries()) {
        const proof = await hashesOf(consistencyRanges(from, to), read);
        const [older, newer] = [
          { size: from, root: roots[before]! },
          { size: to, root: roots[at]! },
        ];
        const isRight =
          (from === 0 || isSame(proof, subproof(from, 0, to, true))) &&
          isConsistent(older, newer, proof) &&
          !isConsistent({ size: from, root: stranger }, newer, proof) &&
          !isConsistent(older, newer, [...proof, emptyRoot]) &&
          (from === 0 || from === to || !isConsistent(older, newer, proof.slice(0, -1))) &&
          (from === 0 || !isConsistent(older, { size: to, root: stranger }, proof));
        if (!isRight) wrong.push(`${from} in ${to}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('tells any changed bit of a proof', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 700 }),
        fc.nat(),
        fc.nat(),
        fc.nat(255),
        async (size, place, cut, bit) => {
          const { edge, read } = logOf(named(size));
          const index = place % size;
          const proof = await hashesOf(inclusionRanges(index, size), read);
          const bytes = Buffer.concat(proof);
          bytes[cut % bytes.length]! ^= 1 << (bit % 8);
          const changed = proof.map((_, at): Hash => bytes.subarray(at * 32, at * 32 + 32));
          const leaf = leafHash(Buffer.from(`leaf${index}`));
          expect(isIncluded(leaf, index, size, changed, rootOf(edge))).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('gives the published vectors', async () => {
    const { edge, read } = logOf(named(12));
    expect(leafHash(Buffer.from('leaf0')).toString('hex')).toBe(
      'e6c410a9745b0151d82d1a9f007b81f378a1588c3fb63dc634a2ab001379c3d2',
    );
    expect(rootOf(logOf(named(5)).edge).toString('base64')).toBe(
      'L04NebfgZgab5NORqFgCPQrNJFUFq2kTqP1pcmtldB0=',
    );
    expect(rootOf(edge).toString('base64')).toBe('tl4N0Ofp0fxL4SAyXx/yq6GAak6CQsIDurPifyc5opI=');
    const consistency = await hashesOf(consistencyRanges(5, 12), read);
    expect(consistency.map((hash) => hash.toString('base64'))).toEqual([
      'kpqCRE1JEhuPnzHmpyCJjTvA5ZFpmsgTPzvCiyfq0ZE=',
      'Cjy/lSVbR4cOUGLDIhTh30V89kCZGqlKwnakEhuXdQg=',
      'UVNR1WtWW17IeMa4lZ9Cz39Yfju7QU6K7PFY6ngi6a0=',
      'hvnsJaiisypL1zPgTCE95jyLBlW8uIe3XP2LAmkb4OU=',
      'BykFio4QF0IzHNhNd4mTOy0HXqFqF8wpnyBgq1Tr6IM=',
    ]);
  });

  test('refuses to prove what is not there', () => {
    expect(() => inclusionRanges(3, 3)).toThrow(RangeError);
    expect(() => consistencyRanges(4, 3)).toThrow(RangeError);
    expect(isIncluded(emptyRoot, 0, 0, [], emptyRoot)).toBe(false);
  });
});
