import { formatDong } from '#/values/money.ts';
import { fill, say, text, type Lang, type Text } from '#/values/text.ts';
import type { ChangeKind, Judgement } from '../../replay/judgement.ts';
import { replayWords as words } from './replay-words.ts';

const units: Readonly<Record<string, Text>> = {
  WORKING_DAY: text('{n} ngày làm việc', '{n} working days'),
  DAY: text('{n} ngày', '{n} days'),
  WORKING_HOUR: text('{n} giờ làm việc', '{n} working hours'),
  HOUR: text('{n} giờ', '{n} hours'),
  MONTH: text('{n} tháng', '{n} months'),
};

interface JudgedProps {
  readonly lang: Lang;
  readonly judgement: Judgement;
  /** What is told of it. */
  readonly kinds: readonly ChangeKind[];
}

/** What rules say of a case, in a few words. */
export function Judged({ lang, judgement, kinds }: JudgedProps) {
  if (judgement.fault !== undefined) return <>{say(lang, words.fault)}</>;
  return (
    <>
      {kinds.map((kind) => (
        <div key={kind}>{toldOf(lang, judgement, kind)}</div>
      ))}
    </>
  );
}

/** One side of a difference, in words. */
export function toldOf(lang: Lang, judgement: Judgement, kind: ChangeKind): string {
  switch (kind) {
    case 'fees':
      return formatDong(judgement.total);
    case 'deadline':
      return deadlineOf(lang, judgement.deadline);
    case 'papers':
      return judgement.papers.join(', ');
    case 'eligibility':
      return judgement.obstacles.join(', ');
    case 'broken':
      return judgement.fault ?? '';
  }
}

function deadlineOf(lang: Lang, written: string): string {
  const [n = '', unit = '', cutoff] = written.split(' ');
  const told = say(lang, fill(units[unit] ?? text(written, written), { n: n.replace('.', ',') }));
  return cutoff === undefined ? told : `${told} (${cutoff})`;
}
