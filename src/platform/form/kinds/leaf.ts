import type { Day } from '#/values/day.ts';
import type { Lang, Text } from '#/values/text.ts';
import type { Lookups, Question } from '../question.ts';

/** What reading needs to know besides the body: the day of asking, whether invented people are welcome, the lists. */
export interface Setting {
  readonly today: Day;
  readonly demo: boolean;
  readonly lookups: Lookups;
}

/** A question about to be read or told, with the answer that narrows its list. */
export interface Field {
  readonly question: Question;
  readonly setting: Setting;
  readonly within?: string | undefined;
}

/** What came of the typed text: nothing typed, an answer, or words at one of the boxes. */
export type Read =
  | { readonly blank: true }
  | { readonly answer: unknown }
  | { readonly wrong: Text; readonly box?: string | undefined };

export const blank: Read = { blank: true };

/** A kind of question that holds no other questions: how it is read, typed back, told and described to machines. */
export interface Leaf {
  /** The names of its boxes after the question's own; '' is the question's own. */
  readonly boxes: readonly string[];
  /** Words for a required question without an answer. */
  missing(label: Text): Text;
  /** Reads the texts of the boxes, in their order. Never throws. */
  read(typed: readonly string[], field: Field): Read;
  /** What a person would have typed for this answer, in the order of the boxes; '' for what is no such answer. */
  type(answer: unknown): readonly string[];
  /** The answer in words for people. */
  tell(answer: unknown, lang: Lang, field: Field): string;
  /** The answer as JSON Schema 2020-12. */
  schema(question: Question): Readonly<Record<string, unknown>>;
}

/** The answer as text when it is one. */
export function asText(answer: unknown): string {
  return typeof answer === 'string' ? answer : '';
}
