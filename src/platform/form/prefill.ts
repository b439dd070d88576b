import type { Compiled } from './compile-form.ts';
import type { Setting } from './kinds/leaf.ts';
import type { Question } from './question.ts';
import { type Answers, plainJudge, readQuestions } from './read-questions.ts';
import { typeAnswers } from './type-answers.ts';

/** What is known of a person before they type. Members have the shape of answers. */
export interface Profile {
  readonly fullName?: string | undefined;
  readonly bornOn?: string | undefined;
  readonly personalId?: string | undefined;
  readonly sex?: string | undefined;
  readonly ethnicity?: string | undefined;
  readonly nationality?: string | undefined;
  readonly address?: unknown;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
}

/** Answers from the profile, else the default; what the question would refuse is left for the person to answer. */
export function prefilled({ questions }: Compiled, profile: Profile, setting: Setting): Answers {
  const answers: Record<string, unknown> = {};
  for (const question of questions) {
    const answer = known(question, profile) ?? question.default;
    if (answer === undefined || answer === null) continue;
    const optional = { ...question, required: false };
    const typed = typeAnswers([optional], { [question.name]: answer });
    const found = readQuestions([optional], typed, setting, plainJudge);
    Object.assign(answers, found.answers);
  }
  return answers;
}

function known({ prefill }: Question, profile: Profile): unknown {
  return prefill === undefined
    ? undefined
    : profile[prefill.slice('profile.'.length) as keyof Profile];
}
