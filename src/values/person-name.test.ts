import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames, parsePersonName, printedName, searchKey, sortKey } from './person-name.ts';
import { isRead } from './reading.ts';

describe('names of people', () => {
  it.each([
    'Nguyễn Thị Bình',
    'Dung',
    "H'Hen Niê",
    'H’ Hen Niê Kđăm',
    "K'Brêm",
    "K' Brêm",
    'Y Blô Niê-Kđăm',
    'Ê Đê Ơ',
    'Đặng Ủy Ưng',
    "Mary O'Hara-Müller",
  ])('accepts %s', (name) => expect(parsePersonName(name)).toEqual({ value: name }));

  it.each([
    ['', 'empty'],
    ['   ', 'blank'],
    ['Nguyễn Văn 2', 'a digit'],
    ['Nguyễn 😀', 'an emoji'],
    ['An\u202eh', 'a right-to-left control'],
    ['An\u200bh', 'a zero-width space'],
    ['An\u0000h', 'a null'],
    ['<b>An</b>', 'markup'],
    ['Нгуен', 'another script'],
    ['محمد', 'a right-to-left script'],
    ['-An', 'a hyphen in front'],
    ["A''n", 'two apostrophes'],
    ['An, Bình', 'a comma'],
    ['a\u0335\u0336\u0337\u0338', 'a heap of marks'],
  ])('refuses %j (%s)', (typed) => expect(isRead(parsePersonName(typed))).toBe(false));

  it('refuses a name of more than a hundred letters, even of ten thousand', () => {
    expect(isRead(parsePersonName('A'.repeat(100)))).toBe(true);
    expect(isRead(parsePersonName('A'.repeat(101)))).toBe(false);
    expect(isRead(parsePersonName("A'".repeat(5_000)))).toBe(false);
  });

  it('keeps the name as typed but composed and with single spaces', () => {
    expect(parsePersonName('  Nguyễn\u00a0 Thị   Bình '.normalize('NFD'))).toEqual({
      value: 'Nguyễn Thị Bình',
    });
  });

  it('is found with or without diacritics, whatever the place of the tone mark', () => {
    expect(searchKey('Đỗ Thị Hòa')).toBe('do thi hoa');
    expect(searchKey('Đỗ Thị Hoà')).toBe(searchKey('Đỗ Thị Hòa'));
    expect(searchKey("H'Hen Niê")).toBe(searchKey('H’ Hen Niê'));
  });

  it('is listed by given name, then family name, then middle names', () => {
    const list = ['Trần Văn Bình', 'Nguyễn Văn An', 'Lê Thị An', 'Nguyễn Thị Ánh', 'Dung'];
    expect(list.toSorted(compareNames)).toEqual([
      'Lê Thị An',
      'Nguyễn Văn An',
      'Nguyễn Thị Ánh',
      'Trần Văn Bình',
      'Dung',
    ]);
    expect(sortKey('Dung')).toBe('Dung');
  });

  it('is printed in upper case with its diacritics', () => {
    expect(printedName('Nguyễn Đặng Ưng')).toBe('NGUYỄN ĐẶNG ƯNG');
  });

  it('answers any text in time, and what it accepts it accepts again unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
        const reading = parsePersonName(typed);
        if (isRead(reading)) expect(parsePersonName(reading.value)).toEqual(reading);
        else expect(reading.wrong.vi).not.toBe('');
      }),
    );
  });
});
