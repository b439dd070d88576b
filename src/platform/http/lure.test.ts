import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keysFrom } from '../crypto/index.ts';
import { lureOf } from './lure.ts';

const lure = lureOf(keysFrom(Buffer.alloc(32, 5)));
const drawn = new Date('2026-07-15T03:00:00Z');
const after = (seconds: number) => new Date(drawn.getTime() + seconds * 1_000);

test('who takes some seconds, or hours, has sent a form as people do, with or without the unseen box', () => {
  for (const seconds of [2, 30, 3_600, 20 * 3_600]) {
    expect(lure.isCalm({ _drawn: lure.stamp(drawn), website: '' }, after(seconds))).toBe(true);
    expect(lure.isCalm({ _drawn: lure.stamp(drawn) }, after(seconds))).toBe(true);
  }
});

test('who sends at once, fills in what nobody sees, or comes with the page of another day, is asked once more', () => {
  const _drawn = lure.stamp(drawn);
  expect(lure.isCalm({ _drawn }, after(1))).toBe(false);
  expect(lure.isCalm({ _drawn, website: 'http://mua.example' }, after(60))).toBe(false);
  expect(lure.isCalm({ _drawn, website: ['', ''] }, after(60))).toBe(false);
  expect(lure.isCalm({ _drawn }, after(25 * 3_600))).toBe(false);
  expect(lure.isCalm({ _drawn }, after(-60))).toBe(false);
  expect(lure.isCalm({}, after(60))).toBe(false);
});

test('no instant is believed that was not signed here', () => {
  const [, signature = ''] = lure.stamp(drawn).split('.');
  const other = lureOf(keysFrom(Buffer.alloc(32, 6)));
  expect(lure.isCalm({ _drawn: other.stamp(drawn) }, after(60))).toBe(false);
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.nat().map((no) => no.toString(36)),
      ),
      (forged) => {
        expect(lure.isCalm({ _drawn: `${forged}.${signature}` }, after(60))).toBe(false);
        expect(lure.isCalm({ _drawn: forged }, after(60))).toBe(false);
      },
    ),
  );
});
