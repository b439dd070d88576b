import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seal, unseal } from './seal.ts';

const key = Buffer.alloc(32, 1);

test('what was sealed opens under its key and label', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (plain, label) => {
      expect(unseal(key, seal(key, plain, label), label)).toBe(plain);
    }),
  );
});

test('another key, another label and any changed bit open nothing', () => {
  const sealed = seal(key, 'Nguyễn Thị Bình', 'a');
  expect(unseal(Buffer.alloc(32, 2), sealed, 'a')).toBeUndefined();
  expect(unseal(key, sealed, 'b')).toBeUndefined();
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed[at]! ^= 1;
    expect(unseal(key, changed, 'a')).toBeUndefined();
  }
  expect(unseal(key, Buffer.alloc(3), 'a')).toBeUndefined();
});
