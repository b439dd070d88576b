import type { ComponentChildren } from 'preact';
import { say } from '#/values/text.ts';
import { Icon } from '../icon.tsx';
import { words } from '../words.ts';
import { type AskProps, describedBy, nameOf, told, wrongAt } from './ask-props.ts';

interface BoxProps {
  readonly ask: AskProps;
  /** Holds whole questions, not only boxes: its label stands above theirs. */
  readonly big?: boolean | undefined;
  /** Messages may point at the group itself, when it has no input yet. */
  readonly isTarget?: boolean | undefined;
  readonly children: ComponentChildren;
  readonly parts?: readonly string[] | undefined;
}

/** A question with one input: label, hint, message, input. */
export function LabelBox({ ask, children }: BoxProps) {
  const label = <LabelWords ask={ask} />;
  return (
    <div class={boxClass(ask)}>
      <label class={ask.sole === true ? 'label label--sole' : 'label'} for={nameOf(ask)}>
        {ask.sole === true ? <h1>{label}</h1> : label}
      </label>
      <HintAndMessage ask={ask} />
      {children}
    </div>
  );
}

/** A question with several inputs: a fieldset, so that its words are read with each of them. */
export function GroupBox({ ask, parts, big, isTarget, children }: BoxProps) {
  const label = <LabelWords ask={ask} />;
  return (
    <fieldset
      id={isTarget === true ? nameOf(ask) : undefined}
      tabIndex={isTarget === true ? -1 : undefined}
      class={boxClass(ask, parts)}
      aria-describedby={describedBy(ask, parts)}
    >
      <legend
        class={
          ask.sole === true ? 'label label--sole' : big === true ? 'label label--group' : 'label'
        }
      >
        {ask.sole === true ? <h1>{label}</h1> : label}
      </legend>
      <HintAndMessage ask={ask} parts={parts} />
      {children}
    </fieldset>
  );
}

function LabelWords({ ask }: { readonly ask: AskProps }) {
  const optional = ask.question.required === undefined || ask.question.required === false;
  return (
    <>
      {told(ask, ask.question.label)}
      {optional && ask.question.kind !== 'computed' && (
        <span class="optional"> {told(ask, words.optional)}</span>
      )}
    </>
  );
}

/** Hint and message of a question, in the order in which they are read. */
export function HintAndMessage({
  ask,
  parts,
}: {
  readonly ask: AskProps;
  readonly parts?: readonly string[] | undefined;
}) {
  const wrong = wrongAt(ask, parts);
  return (
    <>
      {ask.question.hint !== undefined && (
        <p class="hint" id={`${nameOf(ask)}-hint`}>
          {told(ask, ask.question.hint)}
        </p>
      )}
      {wrong !== undefined && (
        <p class="message" id={`${nameOf(ask)}-wrong`}>
          <Icon name="circle-alert" />
          <span>
            <span class="unseen">{say(ask.lang, words.error)} </span>
            {told(ask, wrong)}
          </span>
        </p>
      )}
    </>
  );
}

function boxClass(ask: AskProps, parts?: readonly string[]): string {
  const classes = ['ask'];
  if (ask.inner === true) classes.push('ask--inner');
  if (wrongAt(ask, parts) !== undefined) classes.push('ask--wrong');
  return classes.join(' ');
}
