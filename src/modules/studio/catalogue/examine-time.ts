import { cutoffIn, durationsIn, isUnit, tellDuration, type Duration } from './durations.ts';
import { finding, type Finding } from './finding.ts';
import type { CatalogueRecord } from './record.ts';

export interface ExaminedTime {
  readonly duration: Duration | undefined;
  readonly cutoff: string | undefined;
  readonly words: string;
  readonly findings: readonly Finding[];
}

const place = 'thời hạn giải quyết';

/** The time of a procedure, and where number, words, ways of filing and cases contradict each other. */
export function examineTime(record: CatalogueRecord): ExaminedTime {
  const findings: Finding[] = [];
  const told = [record.deadlineWords, ...record.methods.map((method) => method.words)];
  const words = [...new Set(told.filter(Boolean))].join('\n');
  const inWords = durationsIn(words);
  const numbers = numbersOf(record, inWords, findings);
  const [general] = numbers;
  if (numbers.length > 1) {
    findings.push(finding('deadline-channels', place, { all: list(numbers) }));
  }
  if (general !== undefined && inWords.length > 0 && !inWords.some((one) => isSame(one, general))) {
    findings.push(
      finding('deadline-number', place, { number: tellDuration(general), text: list(inWords) }),
    );
  }
  const duration = general ?? inWords[0] ?? record.cases[0];
  for (const { name, ...own } of record.cases) {
    if (duration === undefined || isSame(own, duration) || inWords.some((one) => isSame(one, own)))
      continue;
    findings.push(
      finding('deadline-case', place, {
        name,
        case: tellDuration(own),
        general: tellDuration(duration),
      }),
    );
  }
  if (duration === undefined) findings.push(finding('deadline-none', place));
  return {
    duration: duration && { qty: duration.qty, unit: duration.unit },
    cutoff: cutoffIn(`${words}\n${record.steps}`) ?? undefined,
    words: words || (duration === undefined ? '' : `${tellDuration(duration)}.`),
    findings,
  };
}

/** The times that stand in numbers, each once; a unit that says nothing is read from the words or the cases. */
function numbersOf(
  { methods, cases }: CatalogueRecord,
  inWords: readonly Duration[],
  findings: Finding[],
): Duration[] {
  const numbers: Duration[] = [];
  const unclear = new Set<string>();
  for (const { qty, unit } of methods) {
    if (qty === null || qty <= 0) continue;
    const read = isUnit(unit) ? unit : [...inWords, ...cases].find((one) => one.qty === qty)?.unit;
    if (!isUnit(unit)) unclear.add(unit ?? '');
    if (read === undefined) continue;
    const number = { qty, unit: read };
    if (!numbers.some((one) => isSame(one, number))) numbers.push(number);
  }
  for (const unit of unclear) findings.push(finding('deadline-unit', place, { unit }));
  return numbers;
}

function isSame(one: Duration, other: Duration): boolean {
  return one.qty === other.qty && one.unit === other.unit;
}

function list(durations: readonly Duration[]): string {
  return [...new Set(durations.map(tellDuration))].join('; ');
}
