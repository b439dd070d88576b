import type { CatalogueFacts } from '#/modules/procedure/index.ts';
import type { Question } from '#/platform/form/index.ts';
import type { EditableForm } from './editable.ts';
import type { Scope } from './sentence/condition-form.ts';
import { channelSubject, computedSubjects, subjectsOf } from './sentence/subject.ts';

/** The day of filing, as conditions name it. */
const day = 'submittedOn';

/** What the condition of a question may look at: what is asked before it, and what the form works out. */
export function scopeBefore(
  before: readonly Question[],
  computed: Readonly<Record<string, unknown>> = {},
): Scope {
  return {
    subjects: [...subjectsOf(before), ...computedSubjects(computed)],
    names: [...before.map(({ name }) => name), ...Object.keys(computed), day],
  };
}

/** What the condition of a paper may look at: all answers, before filing and in the form, and the channel. */
export function paperScope(facts: Partial<CatalogueFacts>, form: EditableForm | undefined): Scope {
  const questions = [
    ...(facts.eligibility ?? []),
    ...(form?.pages ?? []).flatMap((page) => page.questions),
  ];
  const distinct = [...new Map(questions.map((question) => [question.name, question])).values()];
  return {
    subjects: [channelSubject, ...subjectsOf(distinct, 'answers.')],
    names: ['answers', 'channel', day],
  };
}
