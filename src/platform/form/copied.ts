import { toFeel } from '#/platform/feel/index.ts';
import type { CompiledQuestion, Compiled } from './compile-form.ts';
import { profileName } from './compile-form.ts';
import type { Occasion } from './compiled-form.ts';
import { holds } from './conditions.ts';
import type { Setting } from './kinds/leaf.ts';
import { accepted, ofProfile } from './prefill.ts';
import type { Answers } from './read-questions.ts';
import { contextOf, walk } from './walk.ts';

/**
 * What `copyFrom` answers on a page that is opened: never where an answer stands, never what the question itself
 * would refuse. It is only typed into the page; it counts once the person has sent the page.
 */
export function copied(
  form: Compiled,
  pageId: string,
  answers: Answers,
  on: Occasion,
  setting: Setting,
): Answers {
  const page = form.pages.find(({ json }) => json.id === pageId);
  const open = (page?.questions ?? []).filter(
    ({ question }) => question.copyFrom !== undefined && !Object.hasOwn(answers, question.name),
  );
  if (open.length === 0) return {};
  const asked = walk(form, answers, on.today).answers;
  const context = {
    ...contextOf(form, asked, on.today),
    [profileName]: toFeel(on.profile ?? {}),
  };
  const found = open
    .filter(({ copyWhen }) => copyWhen === undefined || holds(copyWhen, context, on.today))
    .map((one) => accepted(one.question, source(one, asked, on), setting));
  return Object.assign({}, ...found) as Answers;
}

function source(
  { question: { copyFrom } }: CompiledQuestion,
  answers: Answers,
  { profile }: Occasion,
): unknown {
  if (copyFrom?.question !== undefined) return answers[copyFrom.question];
  return copyFrom && profile && ofProfile(profile, copyFrom.profile);
}
