import { optionsOf } from '#/platform/form/kinds/choice.ts';
import { noLookups } from '#/platform/form/question.ts';
import { say, text } from '#/values/text.ts';
import { words } from '../words.ts';
import { LabelBox } from './ask-box.tsx';
import { type AskProps, describedBy, nameOf, told, typedAt, wrongAt } from './ask-props.ts';

/** One choice from a list that folds away. Nothing is chosen until the person chooses. */
export function AskSelect(props: AskProps & { readonly within?: string | undefined }) {
  const name = nameOf(props);
  const options = optionsOf(props.question, props.lookups ?? noLookups, props.within);
  const typed = typedAt(props);
  const waiting = props.question.optionsWithin !== undefined && options.length === 0;
  return (
    <LabelBox ask={props}>
      <select
        class="select"
        id={name}
        name={name}
        aria-describedby={describedBy(props)}
        aria-invalid={wrongAt(props) !== undefined ? 'true' : undefined}
        data-refresh={props.refreshes === true ? '' : undefined}
      >
        <option value="">
          {told(
            props,
            waiting
              ? text('— Chọn ô trên trước —', '— First choose above —')
              : (props.unchosen ?? words.chooseOne),
          )}
        </option>
        {options.map(({ value, label }) => (
          <option key={value} value={value} selected={value === typed}>
            {say(props.lang, label)}
          </option>
        ))}
      </select>
    </LabelBox>
  );
}
