import type { DeadlineUnit } from '#/values/deadline.ts';

export interface Duration {
  readonly qty: number;
  readonly unit: DeadlineUnit;
}

const units: readonly (readonly [RegExp, DeadlineUnit])[] = [
  [/^ngày\s+làm\s+việc/i, 'WORKING_DAY'],
  [/^giờ\s+làm\s+việc/i, 'WORKING_HOUR'],
  [/^ngày/i, 'DAY'],
  [/^giờ/i, 'HOUR'],
  [/^tháng/i, 'MONTH'],
];

/** The times that words tell: "03 ngày làm việc", "07 (bảy) ngày". Dates and the hour of a cut-off are none. */
export function durationsIn(words: string): Duration[] {
  const found = words
    .normalize('NFC')
    .matchAll(
      /(?<![\d/.,:])(\d{1,3}(?:,\d)?)\s*(?:\([^()]{1,30}\)\s*)?(?=(?:ngày|giờ|tháng)(?![\p{L}]))/giu,
    );
  return [...found].flatMap((match) => {
    const behind = words
      .normalize('NFC')
      .slice(match.index + match[0].length, match.index + match[0].length + 20);
    const before = words
      .normalize('NFC')
      .slice(Math.max(0, match.index - 14), match.index)
      .toLowerCase();
    const unit = units.find(([pattern]) => pattern.test(behind))?.[1];
    const qty = Number(match[1]!.replace(',', '.'));
    const isDate = unit === 'MONTH' && /^tháng\s*\d/i.test(behind);
    const isHourOfDay = unit === 'HOUR' && /(sau|trước|lúc|từ|đến)\s*$/.test(before);
    return unit === undefined || qty === 0 || isDate || isHourOfDay ? [] : [{ qty, unit }];
  });
}

/** The hour after which a day no longer counts: "sau 15 giờ". */
export function cutoffIn(words: string): string | null {
  const [, hour] = /sau\s+(\d{1,2})\s*(?:giờ|h)(?!\s*làm)/i.exec(words) ?? [];
  return hour === undefined || Number(hour) > 23 ? null : `${hour.padStart(2, '0')}:00`;
}

const unitNames: Readonly<Record<DeadlineUnit, string>> = {
  WORKING_DAY: 'ngày làm việc',
  DAY: 'ngày',
  WORKING_HOUR: 'giờ làm việc',
  HOUR: 'giờ',
  MONTH: 'tháng',
};

export function tellDuration({ qty, unit }: Duration): string {
  return `${String(qty).replace('.', ',')} ${unitNames[unit]}`;
}

export function isUnit(candidate: unknown): candidate is DeadlineUnit {
  return typeof candidate === 'string' && Object.hasOwn(unitNames, candidate);
}
