import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeJson } from './merge-json.ts';
import { mergeXml } from './merge-xml.ts';

const question = fc.record({
  name: fc.constantFrom('ho_ten', 'ngay_sinh', 'dia_chi', 'quan_he', 'ghi_chu'),
  label: fc.string(),
  required: fc.boolean(),
});
const form = fc.record({
  title: fc.string(),
  questions: fc.uniqueArray(question, { selector: ({ name }) => name, maxLength: 5 }),
  channels: fc.uniqueArray(fc.constantFrom('ONLINE', 'DIRECT', 'POSTAL')),
  free: fc.jsonValue(),
});

test('what only one of two people changed is kept as they wrote it', () => {
  fc.assert(
    fc.property(form, form, (base, changed) => {
      expect(mergeJson(base, changed, base)).toEqual({ value: changed, clashes: [] });
      expect(mergeJson(base, base, changed)).toEqual({ value: changed, clashes: [] });
    }),
  );
});

test('the same change made twice is one change', () => {
  fc.assert(
    fc.property(form, form, (base, changed) => {
      expect(mergeJson(base, changed, changed)).toEqual({ value: changed, clashes: [] });
    }),
  );
});

test('changes in different questions are both there, and never clash', () => {
  const base = { questions: ['a', 'b', 'c'].map((name) => ({ name, label: '', required: false })) };
  const edit = (name: string, label: string) => ({
    questions: base.questions.map((one) => (one.name === name ? { ...one, label } : one)),
  });
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const { value, clashes } = mergeJson(base, edit('a', one), edit('c', other));
      expect(clashes).toEqual([]);
      expect((value as typeof base).questions.map(({ label }) => label)).toEqual([one, '', other]);
    }),
  );
});

test('merging says the same from both sides when nothing clashes', () => {
  fc.assert(
    fc.property(form, form, form, (base, one, other) => {
      const here = mergeJson(base, one, other);
      const there = mergeJson(base, other, one);
      expect(here.clashes.length > 0).toBe(there.clashes.length > 0);
      if (here.clashes.length === 0) expect(sorted(here.value)).toEqual(sorted(there.value));
    }),
  );
});

test('no question that somebody added or changed is lost, whatever the other did', () => {
  fc.assert(
    fc.property(form, form, form, (base, one, other) => {
      const { value } = mergeJson(base, one, other);
      const kept = (value as typeof base).questions;
      for (const side of [one, other]) {
        for (const added of side.questions) {
          if (base.questions.some(({ name }) => name === added.name)) continue;
          expect(kept.map(({ name }) => name)).toContain(added.name);
        }
      }
    }),
  );
});

test('two words for the same thing are a clash that names the place and what the other wrote', () => {
  const base = { pages: [{ id: 'trang-1', title: { vi: 'Tên' } }] };
  const title = (vi: string) => ({ pages: [{ id: 'trang-1', title: { vi } }] });
  expect(mergeJson(base, title('Họ tên'), title('Tên gọi'))).toEqual({
    value: title('Họ tên'),
    clashes: [{ place: 'pages › trang-1 › title › vi', theirs: 'Tên gọi' }],
  });
});

test('a question that one took away and the other changed stays, and is told', () => {
  const base = [{ name: 'a', label: '1' }];
  const { value, clashes } = mergeJson(base, [], [{ name: 'a', label: '2' }]);
  expect(value).toEqual([{ name: 'a', label: '2' }]);
  expect(clashes).toHaveLength(1);
});

test('decisions of one file are merged letter by letter', () => {
  const file = (fees: string, deadline: string) =>
    `<definitions><!-- luật -->\n  <decision id="fees">${fees}</decision>\n  <decision id="deadline" >${deadline}</decision>\n</definitions>\n`;
  expect(mergeXml(file('1', '1'), file('2', '1'), file('1', '3'), 'definitions')).toEqual({
    value: file('2', '3'),
    clashes: [],
  });
  expect(mergeXml(file('1', '1'), file('2', '1'), file('4', '3'), 'definitions')?.clashes).toEqual([
    { place: 'fees', theirs: `<!-- luật -->\n  <decision id="fees">4</decision>` },
  ]);
});

function sorted(value: unknown): unknown {
  const { questions, channels, ...others } = value as {
    questions: { name: string }[];
    channels: string[];
  };
  return {
    ...others,
    questions: questions.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    channels: channels.toSorted(),
  };
}
