import { describe, expect, it } from 'vitest';

import { ask } from './testing-ask.ts';
import { compileExpression } from './evaluate.ts';
import { feelDate, fromFeel, toFeel } from './json.ts';

describe('names as people write them', () => {
  it.each(['mức phí', 'mức phí - gốc', 'cha/mẹ', 'Tổng and phụ', 'số bản', "người'nộp", 'đơn giá'])(
    'finds “%s” when it is known',
    (name) => {
      expect(ask(`${name} + 1`, { [name]: 4 })).toBe(5);
    },
  );

  it('does not mind how much white space a name is written with', () => {
    expect(ask('mức   phí+1', { 'mức phí': 4 })).toBe(5);
    expect(ask('mức phí-gốc + 1', { 'mức phí - gốc': 4 })).toBe(5);
    const known = compileExpression('phí.mức - gốc', { phí: { 'mức-gốc': null } });
    expect(fromFeel(known(toFeel({ phí: { 'mức-gốc': 4 } })))).toBe(4);
  });

  it('finds names and texts in either Unicode form', () => {
    const composed = 'lệ phí';
    const decomposed = composed.normalize('NFD');
    expect(decomposed).not.toBe(composed);
    for (const written of [composed, decomposed]) {
      for (const given of [composed, decomposed]) {
        expect(ask(`${written} = "${written}"`, { [given]: given })).toBe(true);
        expect(ask(`hồ_sơ.${written}`.normalize('NFD'), { hồ_sơ: { [given]: 7 } })).toBe(7);
      }
    }
  });

  it('takes a minus for a minus when no such name is known', () => {
    expect(ask('tổng - giảm', { tổng: 10, giảm: 3 })).toBe(7);
    expect(ask('tổng-giảm', { tổng: 10, giảm: 3 })).toBe(7);
  });

  it('refuses a name that nobody declares and says where', () => {
    expect(() => ask('so_ban > 2 and\n  quan_hee = "Cha"', { so_ban: 3, quan_he: 'Cha' })).toThrow(
      expect.objectContaining({
        words: expect.objectContaining({ vi: 'Không có tên “quan_hee”.' }) as unknown,
        place: { line: 2, column: 3, offset: 17 },
      }) as Error,
    );
  });

  it('gives null for the unknown name when told to forgive', () => {
    const told: string[] = [];
    const evaluate = compileExpression('ghost = null', [], {
      forgive: ({ words }) => told.push(words.en),
    });
    expect(evaluate({})).toBe(true);
    expect(told).toEqual(['There is no name “ghost”.']);
  });

  it('sees only what a context itself holds, never what JavaScript adds', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      expect(ask(`a.${name}`, { a: {} })).toBeNull();
      expect(ask(`get value(a, "${name}")`, { a: {} })).toBeNull();
      expect(() => ask(name)).toThrow('There is no name');
    }
    expect(ask('{__proto__: 1}.__proto__')).toBe(1);
    const names = ['constructor'];
    expect(compileExpression('constructor', names)({})).toBeNull();
  });

  it('compares the date of birth with the day of submission', () => {
    const facts = {
      submittedOn: feelDate('2026-03-01'),
      answers: { con_ngay_sinh: feelDate('2026-01-05') },
    };
    expect(ask('submittedOn - answers.con_ngay_sinh <= duration("P60D")', facts)).toBe(true);
    expect(ask('submittedOn - answers.con_ngay_sinh <= duration("P54D")', facts)).toBe(false);
  });
});
