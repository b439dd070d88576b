import { words } from '../words.ts';
import { type AskProps, nameOf, told, typedAt } from './ask-props.ts';

/** A value that the form works out: shown, not asked. */
export function AskComputed(props: AskProps) {
  const value = typedAt(props);
  return (
    <div class="ask">
      <span class="label" id={`${nameOf(props)}-label`}>
        {told(props, props.question.label)}
      </span>
      <output class="computed" id={nameOf(props)} aria-labelledby={`${nameOf(props)}-label`}>
        {value === '' ? told(props, words.empty) : value}
      </output>
    </div>
  );
}
