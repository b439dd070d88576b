import type { Compiled } from './compile-form.ts';
import type { Setting } from './kinds/leaf.ts';
import type { Prefill, Question } from './question.ts';
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
    Object.assign(answers, accepted(question, answer, setting));
  }
  return answers;
}

function known({ prefill }: Question, profile: Profile): unknown {
  return prefill === undefined ? undefined : ofProfile(profile, prefill);
}

/** What a profile says under a name that forms use. */
export function ofProfile(profile: Profile, name: Prefill): unknown {
  return profile[name.slice('profile.'.length) as keyof Profile];
}

/** The answer under the question's name when the question would take it; nothing otherwise. */
export function accepted(question: Question, answer: unknown, setting: Setting): Answers {
  if (answer === undefined || answer === null) return {};
  const optional = { ...question, required: false };
  const typed = typeAnswers([optional], { [question.name]: answer });
  return readQuestions([optional], typed, setting, plainJudge).answers;
}
