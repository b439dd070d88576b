import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBundle, encodeBundle } from './entry-bundle.ts';
import { isInTree, parseTilePath, tilePath, widthIn, type TileId } from './tile-path.ts';

describe('the path of a tile', () => {
  test('is spelled in groups of three digits', () => {
    expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067');
    expect(tilePath({ level: 1, index: 0, width: 17 })).toBe('tile/1/000.p/17');
    expect(tilePath({ level: 'entries', index: 1000, width: 256 })).toBe('tile/entries/x001/000');
  });

  test('reads back as the tile it names, and has no second spelling', () => {
    const tile = fc.record({
      level: fc.oneof(fc.integer({ min: 0, max: 63 }), fc.constant('entries' as const)),
      index: fc.integer({ min: 0, max: 10 ** 15 }),
      width: fc.integer({ min: 1, max: 256 }),
    });
    fc.assert(
      fc.property(tile, (one: TileId) => {
        expect(parseTilePath(tilePath(one))).toEqual(one);
      }),
    );
    for (const wrong of [
      'tile/0/0',
      'tile/0/x000/001',
      'tile/00/001',
      'tile/64/001',
      'tile/0/001.p/0',
      'tile/0/001.p/256',
      'tile/0/001.p/007',
      'tile/0/1000',
      'tile/0/001/../002',
      '/tile/0/001',
    ])
      expect(parseTilePath(wrong), wrong).toBeUndefined();
  });
});

describe('a tree of 70,000', () => {
  test('has 273 full tiles and one of 112, one full and one of 17, and one of 1', () => {
    const size = 70_000;
    expect(widthIn(size, { level: 0, index: 272 })).toBe(256);
    expect(widthIn(size, { level: 0, index: 273 })).toBe(112);
    expect(widthIn(size, { level: 0, index: 274 })).toBe(0);
    expect(widthIn(size, { level: 1, index: 1 })).toBe(17);
    expect(widthIn(size, { level: 2, index: 0 })).toBe(1);
    expect(widthIn(size, { level: 'entries', index: 273 })).toBe(112);
  });

  test('has the partial tiles up to its end, and nothing beyond', () => {
    expect(isInTree(70_000, { level: 0, index: 273, width: 112 })).toBe(true);
    expect(isInTree(70_000, { level: 0, index: 273, width: 113 })).toBe(false);
    expect(isInTree(70_000, { level: 0, index: 273, width: 256 })).toBe(false);
    expect(isInTree(70_000, { level: 0, index: 274, width: 1 })).toBe(false);
    expect(isInTree(70_000, { level: 3, index: 0, width: 1 })).toBe(false);
  });
});

describe('a bundle of entries', () => {
  test('gives back what was put in', () => {
    const entries = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 256 });
    fc.assert(
      fc.property(entries, (list) => {
        expect(decodeBundle(encodeBundle(list))).toEqual(list.map((one) => Buffer.from(one)));
      }),
    );
  });

  test('refuses what is too long or cut off', () => {
    expect(() => encodeBundle([Buffer.alloc(65_536)])).toThrow(RangeError);
    const bundle = encodeBundle([Buffer.from('abc')]);
    expect(() => decodeBundle(bundle.subarray(0, 4))).toThrow(RangeError);
    expect(() => decodeBundle(bundle.subarray(0, 1))).toThrow(RangeError);
  });
});
