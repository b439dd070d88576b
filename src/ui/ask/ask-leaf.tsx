import type { FunctionComponent } from 'preact';
import type { Kind } from '#/platform/form/question.ts';
import { AskChoice } from './ask-choice.tsx';
import { AskComputed } from './ask-computed.tsx';
import { AskDate } from './ask-date.tsx';
import type { AskProps } from './ask-props.ts';
import { AskSelect } from './ask-select.tsx';
import { AskText } from './ask-text.tsx';
import { AskTick } from './ask-tick.tsx';

/** Draws a question that holds no other questions. Whatever is not listed is typed into one box. */
export function AskLeaf(props: AskProps) {
  const Drawn = drawn[props.question.kind] ?? AskText;
  return <Drawn {...props} />;
}

const drawn: Partial<Record<Kind, FunctionComponent<AskProps>>> = {
  date: AskDate,
  'partial-date': AskDate,
  datetime: AskDate,
  select: AskSelect,
  radio: AskChoice,
  checkbox: AskTick,
  consent: AskTick,
  computed: AskComputed,
};
