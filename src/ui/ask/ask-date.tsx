import type { Text } from '#/values/text.ts';
import { text } from '#/values/text.ts';
import { words } from '../words.ts';
import { GroupBox } from './ask-box.tsx';
import { type AskProps, partName, told, typedAt, wrongAt } from './ask-props.ts';

interface Box {
  readonly part: string;
  readonly label: Text;
  readonly look: string;
}

const day: readonly Box[] = [
  { part: 'day', label: words.day, look: 'input--2' },
  { part: 'month', label: words.month, look: 'input--2' },
  { part: 'year', label: words.year, look: 'input--4' },
];

const time: Box = { part: 'time', label: text('Giờ, phút', 'Time'), look: 'input--4' };

/** A day in three boxes (day, month, year), with a fourth for the time of a `datetime`. */
export function AskDate(props: AskProps) {
  const boxes = props.question.kind === 'datetime' ? [...day, time] : day;
  const parts = boxes.map(({ part }) => part);
  const hint = props.question.hint ?? hints[props.question.kind];
  const ask = hint === undefined ? props : { ...props, question: { ...props.question, hint } };
  const pointed = parts.some((part) => wrongAt(props, [part]) !== undefined);
  return (
    <GroupBox ask={ask} parts={['', ...parts]}>
      <div class="parts">
        {boxes.map(({ part, label, look }) => (
          <div class="part" key={part}>
            <label class="label label--part" for={partName(props, part)}>
              {told(props, label)}
            </label>
            <input
              type="text"
              inputMode={part === 'time' ? 'text' : 'numeric'}
              class={`input input--figures ${look}`}
              id={partName(props, part)}
              name={partName(props, part)}
              value={typedAt(props, part)}
              autocomplete={birthday(props, part)}
              aria-invalid={isWrong(props, part, pointed) ? 'true' : undefined}
              data-refresh={props.refreshes === true ? '' : undefined}
            />
          </div>
        ))}
      </div>
    </GroupBox>
  );
}

const hints: Partial<Record<string, Text>> = {
  date: text('Ví dụ 27 3 2026', 'For example 27 3 2026'),
  'partial-date': text(
    'Ví dụ 27 3 1956. Nếu không nhớ, chỉ ghi năm hoặc tháng và năm.',
    'For example 27 3 1956. If not known, the year or the month and year are enough.',
  ),
  datetime: text('Ví dụ 27 3 2026, 14:30', 'For example 27 3 2026, 14:30'),
};

function isWrong(props: AskProps, part: string, pointed: boolean): boolean {
  return wrongAt(props, [part]) !== undefined || (!pointed && wrongAt(props) !== undefined);
}

function birthday(
  props: AskProps,
  part: string,
): 'bday-day' | 'bday-month' | 'bday-year' | undefined {
  if (props.question.prefill !== 'profile.bornOn') return undefined;
  if (part === 'day') return 'bday-day';
  return part === 'month' ? 'bday-month' : 'bday-year';
}
