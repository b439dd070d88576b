import { fill, say, text, type Lang, type Text } from '#/values/text.ts';
import type { CatalogueFacts } from '../catalogue.ts';

const words = {
  title: text('Khi phải bổ sung', 'When more is needed'),
  tell: text(
    'Cơ quan phải báo cho bạn trong {time} kể từ khi thấy cần bổ sung.',
    'You must be told within {time} of the agency’s finding.',
  ),
  answer: text('Bạn có {time} để bổ sung.', 'You have {time} to answer.'),
} as const;

type Supplement = NonNullable<CatalogueFacts['supplement']>;

const units: Readonly<Record<Supplement['answer']['unit'], Text>> = {
  WORKING_DAY: text('ngày làm việc', 'working days'),
  DAY: text('ngày', 'days'),
  WORKING_HOUR: text('giờ làm việc', 'working hours'),
  HOUR: text('giờ', 'hours'),
  MONTH: text('tháng', 'months'),
};

/** What the procedure's own law says of supplements: when one is told, how long one has, what silence means. */
export function SupplementRule({
  lang,
  supplement,
}: {
  readonly lang: Lang;
  readonly supplement: Supplement;
}) {
  const time = ({ qty, unit }: Supplement['answer']) =>
    `${String(qty).padStart(2, '0')} ${say(lang, units[unit])}`;
  const { notifyWithin, answer, legalBasis } = supplement;
  return (
    <>
      <h3>{say(lang, words.title)}</h3>
      <ul>
        {notifyWithin !== undefined && (
          <li>{say(lang, fill(words.tell, { time: time(notifyWithin) }))}</li>
        )}
        <li>{say(lang, fill(words.answer, { time: time(answer) }))}</li>
        <li>{say(lang, legalBasis)}</li>
      </ul>
    </>
  );
}
