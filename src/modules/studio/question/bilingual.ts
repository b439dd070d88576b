import { ask, type Asked } from '#/platform/form/index.ts';
import { text, type Text } from '#/values/text.ts';

const englishHint = text(
  'Để trống thì tạm dùng lời tiếng Việt',
  'Left empty, the Vietnamese words are used for now',
);

interface Sketch {
  readonly label: Text;
  readonly hint?: Text | undefined;
  readonly isLong?: boolean | undefined;
  readonly isOptional?: boolean | undefined;
  readonly maxLength?: number | undefined;
}

/** Two questions for words in both languages, posted as `<name>_vi` and `<name>_en`. */
export function bilingual<const N extends string>(
  name: N,
  { label, hint, isLong, isOptional, maxLength = isLong === true ? 6000 : 2000 }: Sketch,
): Record<`${N}_vi` | `${N}_en`, Asked<string>> {
  const kind = isLong === true ? ask.textarea : ask.text;
  return {
    [`${name}_vi`]: kind({ label, hint, required: isOptional !== true, maxLength }),
    [`${name}_en`]: kind({
      label: text(`${label.vi}, tiếng Anh`, `${label.en}, in English`),
      hint: englishHint,
      maxLength,
    }),
  } as Record<`${N}_vi` | `${N}_en`, Asked<string>>;
}

type Answers = Readonly<Record<string, unknown>>;

/** Words as their two questions are filled in; English that only repeats the Vietnamese is left empty. */
export function typeWords(name: string, words: Text | undefined): Record<string, unknown> {
  return {
    [`${name}_vi`]: words?.vi,
    [`${name}_en`]: words?.en === words?.vi ? undefined : words?.en,
  };
}

/** The words of two answers; undefined when nothing was said. */
export function wordsOf(answers: Answers, name: string): Text | undefined {
  const vi = written(answers[`${name}_vi`]);
  return vi === undefined ? undefined : { vi, en: written(answers[`${name}_en`]) ?? vi };
}

/** The same where the Vietnamese is required. */
export function mustWords(answers: Answers, name: string): Text {
  return wordsOf(answers, name) ?? { vi: '', en: '' };
}

function written(answer: unknown): string | undefined {
  return typeof answer === 'string' && answer !== '' ? answer : undefined;
}
