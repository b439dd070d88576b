import type { Question } from '#/platform/form/question.ts';
import { Ask } from './ask.tsx';
import type { AskProps } from './ask-props.ts';

export interface AskAllProps extends Omit<AskProps, 'question'> {
  readonly questions: readonly Question[];
}

/** The questions of a form, one after the other; where answers bring further questions up `Questions` draws them. */
export function AskAll({ questions, ...rest }: AskAllProps) {
  return (
    <>
      {questions.map((question) => (
        <Ask key={question.name} question={question} {...rest} />
      ))}
    </>
  );
}
