import { formatDong } from '#/values/money.ts';
import { finding, type Finding } from './finding.ts';
import { dongIn, tellsFee } from './money-words.ts';
import type { CatalogueRecord, RecordFee } from './record.ts';

export interface ExaminedFees {
  /** The one amount for everybody; 0 when there is none or several. */
  readonly amount: number;
  readonly words: string;
  readonly findings: readonly Finding[];
}

const place = 'phí, lệ phí';

/** The fees of a procedure: one amount can become a rule, everything else is told so that a person writes the rule. */
export function examineFees({ methods, feeWords }: CatalogueRecord): ExaminedFees {
  const findings: Finding[] = [];
  const listed: RecordFee[] = [
    ...methods.flatMap(({ fees }) => fees),
    ...(feeWords === '' ? [] : [{ amount: dongIn(feeWords), words: feeWords }]),
  ];
  for (const words of new Set(listed.map((fee) => fee.words))) {
    const { amount } = listed.find((fee) => fee.words === words)!;
    if (words === '' || (amount !== null && amount > 0) || !tellsFee(words)) continue;
    const told = dongIn(words);
    findings.push(
      finding(amount === 0 && told !== null ? 'fee-zero-words' : 'fee-as-text', place, { words }),
    );
  }
  const amounts = [...new Set(listed.map(({ amount, words }) => amount || dongIn(words)))].filter(
    (amount) => amount !== null,
  );
  if (amounts.length > 1) {
    findings.push(finding('fee-differs', place, { all: amounts.map(formatDong).join('; ') }));
  }
  const lines = listed.map(
    ({ amount, words }) => words || (amount === null ? '' : formatDong(amount)),
  );
  const words = [...new Set(lines.filter(Boolean))].join('\n');
  const isOne = amounts.length === 1 && findings.length === 0;
  return { amount: isOne ? amounts[0]! : 0, words: words || 'Không thu.', findings };
}
