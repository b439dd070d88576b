import { HintAndMessage } from './ask-box.tsx';
import { type AskProps, describedBy, nameOf, told, typedAt, wrongAt } from './ask-props.ts';

/** A box to tick: a yes-or-no answer, or a consent that must be given by the person's own tick. */
export function AskTick(props: AskProps) {
  const name = nameOf(props);
  const wrong = wrongAt(props) !== undefined;
  return (
    <div class={`ask${props.inner === true ? ' ask--inner' : ''}${wrong ? ' ask--wrong' : ''}`}>
      <HintAndMessage ask={props} />
      <div class="choice">
        <input
          type="checkbox"
          id={name}
          name={name}
          value="yes"
          checked={typedAt(props) !== ''}
          aria-describedby={describedBy(props)}
          aria-invalid={wrong ? 'true' : undefined}
          data-refresh={props.refreshes === true ? '' : undefined}
        />
        <label for={name}>{told(props, props.question.label)}</label>
      </div>
    </div>
  );
}
