import type { Filled, Lookups, Question } from '#/platform/form/question.ts';
import type { Lang } from '#/values/text.ts';
import { Ask } from './ask/ask.tsx';

export interface QuestionsProps extends Filled {
  /** The questions that are asked on this page, `required` decided. */
  readonly questions: readonly Question[];
  readonly lang: Lang;
  readonly lookups: Lookups;
  /** Those on whose answers others of the page depend. */
  readonly followed?: readonly string[] | undefined;
  /** A sole question may be the title of its page. */
  readonly sole?: boolean | undefined;
}

/**
 * The questions of one page of a form. Says by `_asked` which were in sight, so that one that comes up by an answer is
 * not held against the person; answers that others depend on draw the page anew when the island `refresh` is there.
 */
export function Questions({ questions, followed, sole, ...rest }: QuestionsProps) {
  return (
    <>
      <input type="hidden" name="_asked" value={questions.map(({ name }) => name).join(' ')} />
      {questions.map((question) => (
        <Ask
          key={question.name}
          question={question}
          sole={sole === true && questions.length === 1}
          refreshes={followed?.includes(question.name)}
          {...rest}
        />
      ))}
    </>
  );
}
