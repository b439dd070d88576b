import type { Kind, Question } from '#/platform/form/question.ts';
import { LabelBox } from './ask-box.tsx';
import { type AskProps, describedBy, nameOf, told, typedAt, wrongAt } from './ask-props.ts';
import { text } from '#/values/text.ts';

/** A question that is answered by typing into one box. */
export function AskText(props: AskProps) {
  const name = nameOf(props);
  const described = describedBy(props);
  const invalid = wrongAt(props) !== undefined ? 'true' : undefined;
  const typed = typedAt(props);
  if (props.question.kind === 'textarea') {
    return (
      <LabelBox ask={props}>
        <textarea
          class="textarea"
          id={name}
          name={name}
          rows={5}
          aria-describedby={described}
          aria-invalid={invalid}
        >
          {keepFirstLineEnd(typed)}
        </textarea>
      </LabelBox>
    );
  }
  const manner = manners[props.question.kind];
  const box = (
    <input
      type="text"
      class={`input ${manner?.look ?? ''}`.trim()}
      id={name}
      name={name}
      value={typed}
      inputMode={manner?.keys}
      autocomplete={autocompleteOf(props.question)}
      autocapitalize={props.question.kind === 'person-name' ? 'words' : undefined}
      spellcheck={manner === undefined ? undefined : false}
      aria-describedby={described}
      aria-invalid={invalid}
      data-refresh={props.refreshes === true ? '' : undefined}
    />
  );
  return (
    <LabelBox ask={props}>
      {manner?.unit === undefined ? (
        box
      ) : (
        <div class="with-unit">
          {box}
          <span class="unit" aria-hidden="true">
            {told(props, manner.unit)}
          </span>
        </div>
      )}
    </LabelBox>
  );
}

interface Manner {
  readonly keys?: 'numeric' | 'decimal' | 'tel' | 'email';
  readonly look?: string;
  readonly unit?: { readonly vi: string; readonly en: string };
}

const figures = 'input--figures';

/** How kinds differ from plain text: keyboard on a phone, width that tells the length of the answer, unit. */
const manners: Partial<Record<Kind, Manner>> = {
  integer: { keys: 'numeric', look: `input--10 ${figures}` },
  decimal: { keys: 'decimal', look: `input--10 ${figures}` },
  money: { keys: 'numeric', look: `input--10 ${figures}`, unit: text('đồng', 'VND') },
  'personal-id': { keys: 'numeric', look: `input--20 ${figures}` },
  'tax-code': { keys: 'numeric', look: `input--20 ${figures}` },
  'vsic-code': { keys: 'numeric', look: `input--10 ${figures}` },
  phone: { keys: 'tel', look: `input--20 ${figures}` },
  email: { keys: 'email' },
  'person-name': {},
};

/** Only where the question is about the person who types (WCAG 2.2, 1.3.5): those that a profile prefills. */
function autocompleteOf(question: Question): 'name' | 'tel' | 'email' | 'off' | undefined {
  if (question.prefill === 'profile.fullName') return 'name';
  if (question.prefill === 'profile.phone') return 'tel';
  if (question.prefill === 'profile.email') return 'email';
  return question.kind === 'personal-id' || question.kind === 'person-name' ? 'off' : undefined;
}

/** HTML swallows the first line end inside a textarea. */
function keepFirstLineEnd(typed: string): string {
  return typed.startsWith('\n') || typed.startsWith('\r') ? `\n${typed}` : typed;
}
