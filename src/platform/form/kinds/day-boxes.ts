import { findDay, type Day } from '#/values/day.ts';
import { type Text, text } from '#/values/text.ts';

/** The three boxes of a day, as figures; undefined where nothing was typed. */
export interface Boxes {
  readonly day: number | undefined;
  readonly month: number | undefined;
  readonly year: number | undefined;
}

export const dayBoxes = ['day', 'month', 'year'] as const;
export type DayBox = (typeof dayBoxes)[number];

export type Parsed<T> = T | { readonly wrong: Text; readonly box: DayBox };

/** Puts a whole day that was typed into the first box (27/3/2026, 2026-03-27) into its three boxes. */
export function spread(typed: readonly string[]): readonly [string, string, string] {
  const [day, month, year] = [0, 1, 2].map((at) => (typed[at] ?? '').normalize('NFKC').trim()) as [
    string,
    string,
    string,
  ];
  if (month !== '' || year !== '') return [day, month, year];
  const common = /^(\d{1,2})[/.\-\s]+(\d{1,2})[/.\-\s]+(\d{4})$/.exec(day);
  if (common) return [common[1]!, common[2]!, common[3]!];
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(day);
  return iso ? [iso[3]!, iso[2]!, iso[1]!] : [day, month, year];
}

/** Reads the figures and looks at each box by itself. */
export function parseBoxes(typed: readonly [string, string, string], label: Text): Parsed<Boxes> {
  const figures: (number | undefined)[] = [];
  for (const [at, box] of dayBoxes.entries()) {
    const written = typed[at]!;
    const shape = box === 'year' ? /^\d{4}$/ : /^\d{1,2}$/;
    if (written !== '' && !shape.test(written)) return { wrong: shapeWords(label, box), box };
    figures.push(written === '' ? undefined : Number(written));
  }
  const [day, month, year] = figures;
  if (month !== undefined && (month < 1 || month > 12)) {
    return { wrong: monthWords(label), box: 'month' };
  }
  if (year !== undefined && (year < 1800 || year > 2200)) {
    return { wrong: shapeWords(label, 'year'), box: 'year' };
  }
  return { day, month, year };
}

/** The day of full boxes, or words about the box that is empty or about a day that no calendar has. */
export function wholeDay(boxes: Boxes, label: Text): Parsed<{ readonly day: Day }> {
  const empty = dayBoxes.find((box) => boxes[box] === undefined);
  if (empty !== undefined) return { wrong: emptyWords(label, empty), box: empty };
  const day = findDay(boxes.year!, boxes.month!, boxes.day!);
  return day === undefined ? { wrong: noDayWords(label, boxes), box: 'day' } : { day };
}

export const example = '27 3 2026';

const names: Readonly<Record<DayBox, Text>> = {
  day: text('ngày', 'a day'),
  month: text('tháng', 'a month'),
  year: text('năm', 'a year'),
};

/** A box that must not stay empty. */
export function emptyWords(label: Text, box: DayBox): Text {
  const name = names[box];
  return text(
    `${label.vi} còn thiếu ${name.vi}, ví dụ ${example}`,
    `${label.en} still needs ${name.en}, for example ${example}`,
  );
}

function shapeWords(label: Text, box: DayBox): Text {
  if (box === 'year') {
    return text(
      `${label.vi}: năm gồm 4 chữ số, ví dụ ${example}`,
      `${label.en}: the year has 4 digits, for example ${example}`,
    );
  }
  const name = names[box];
  return text(
    `${label.vi}: ${name.vi} viết bằng 1 hoặc 2 chữ số, ví dụ ${example}`,
    `${label.en}: write ${name.en} with 1 or 2 digits, for example ${example}`,
  );
}

function monthWords(label: Text): Text {
  return text(
    `${label.vi}: tháng từ 1 đến 12, ví dụ ${example}`,
    `${label.en}: months go from 1 to 12, for example ${example}`,
  );
}

function noDayWords(label: Text, { day, month, year }: Boxes): Text {
  return text(
    `${label.vi}: tháng ${month} năm ${year} không có ngày ${day}. Nhập lại, ví dụ ${example}`,
    `${label.en}: month ${month} of ${year} has no day ${day}. Enter it again, for example ${example}`,
  );
}
