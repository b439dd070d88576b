import { parseDay } from '#/values/day.ts';
import type { CatalogueFacts } from './catalogue.ts';
import { fault, type BundleFault } from './fault.ts';
import { findLifeEvent } from './life-events.ts';
import { reuseCodes } from './reuse.ts';

const file = 'procedure.json';

/** What a schema cannot see: days that do not exist, doubled codes, words that mean nothing here. */
export function lintCatalogue(facts: CatalogueFacts): BundleFault[] {
  return [
    ...days(facts),
    ...doubled(
      'papers',
      facts.papers.map((paper) => paper.code),
    ),
    ...doubled(
      'results',
      facts.results.map((result) => result.code),
    ),
    ...doubled(
      'fees',
      (facts.fees ?? []).map((fee) => fee.key),
    ),
    ...facts.lifeEvents
      .map((code, place) => ({ code, place }))
      .filter(({ code }) => findLifeEvent(code) === undefined)
      .map(({ code, place }) =>
        fault(file, `lifeEvents › ${place + 1}`, `không có sự kiện cuộc đời nào tên "${code}"`),
      ),
    ...facts.papers.flatMap(({ reuseFrom }, place) =>
      reuseFrom === null || reuseCodes.has(reuseFrom)
        ? []
        : [
            fault(
              file,
              `papers › ${place + 1} › reuseFrom`,
              `không có nguồn dữ liệu nào tên "${reuseFrom}"`,
            ),
          ],
    ),
  ];
}

function days(facts: CatalogueFacts): BundleFault[] {
  const faults: BundleFault[] = [];
  for (const place of ['effectiveFrom', 'repealedFrom'] as const) {
    const day = facts[place];
    if (day !== undefined && parseDay(day) === undefined) {
      faults.push(fault(file, place, `"${day}" không có trên lịch`));
    }
  }
  if (facts.repealedFrom !== undefined && facts.repealedFrom <= facts.effectiveFrom) {
    faults.push(fault(file, 'repealedFrom', 'phải sau ngày có hiệu lực (effectiveFrom)'));
  }
  return faults;
}

function doubled(list: string, codes: readonly string[]): BundleFault[] {
  return codes.flatMap((code, place) =>
    codes.indexOf(code) === place
      ? []
      : [
          fault(
            file,
            `${list} › ${place + 1}`,
            `mã "${code}" đã dùng ở mục ${codes.indexOf(code) + 1}`,
          ),
        ],
  );
}
