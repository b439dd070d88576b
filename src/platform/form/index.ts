export { ask, type AddressAnswer, type AnswersOf, type Asked } from './ask.ts';
export {
  compileForm,
  type CompiledForm,
  type Occasion,
  type PageReading,
} from './compiled-form.ts';
export type { DescribedAnswer, Section } from './describe.ts';
export { feelAnswers } from './feel-answers.ts';
export { form, type Form, type Reading } from './form.ts';
export { FormFaults, type FormFault, type FormJson } from './form-json.ts';
export type { Setting } from './kinds/leaf.ts';
export type { PartialDate } from './kinds/partial-date.ts';
export type { Problem } from './problems.ts';
export type { Profile } from './prefill.ts';
export {
  noLookups,
  type Body,
  type Filled,
  type Kind,
  type Lookups,
  type Option,
  type Prefill,
  type Question,
} from './question.ts';
export type { Warning } from './read-page.ts';
export type { Answers } from './read-questions.ts';
export type { Submission } from './submission.ts';
export type { AskedPage } from './walk.ts';
