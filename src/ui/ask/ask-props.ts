import type { Filled, Lookups, Question } from '#/platform/form/question.ts';
import { type Lang, type Text, say } from '#/values/text.ts';

/** What drawing a question needs: the question, the form as it was left, the reader's language. */
export interface AskProps extends Filled {
  readonly question: Question;
  readonly lang: Lang;
  /** Lists for `optionsFrom`. */
  readonly lookups?: Lookups | undefined;
  /** The posted name where it is not the question's own: `thanh_vien.0.ho_ten`. */
  readonly name?: string | undefined;
  /** The question is the page's title: its label becomes the `h1`. */
  readonly sole?: boolean | undefined;
  /** Other questions of the page depend on the answer: the page is drawn anew when it changes. */
  readonly refreshes?: boolean | undefined;
  /** What choosing nothing means in a list that folds away; "choose" when left out. */
  readonly unchosen?: Text | undefined;
  /** A question inside another one: quieter. */
  readonly inner?: boolean | undefined;
}

/** The posted name, which is also the id of the (first) input. */
export function nameOf(props: AskProps): string {
  return props.name ?? props.question.name;
}

/** The typed text of the question or of one of its boxes. */
export function typedAt(props: AskProps, part = ''): string {
  return props.typed[partName(props, part)] ?? '';
}

/** The posted name of one of the question's boxes. */
export function partName(props: AskProps, part: string): string {
  return part === '' ? nameOf(props) : `${nameOf(props)}.${part}`;
}

/** The words about what is wrong with the question, whichever of its boxes they point at. */
export function wrongAt(props: AskProps, parts: readonly string[] = ['']): Text | undefined {
  for (const part of parts) {
    const words = props.wrong[partName(props, part)];
    if (words !== undefined) return words;
  }
  return undefined;
}

/** The ids of hint and message, for `aria-describedby`. */
export function describedBy(props: AskProps, parts?: readonly string[]): string | undefined {
  const ids = [];
  if (props.question.hint !== undefined) ids.push(`${nameOf(props)}-hint`);
  if (wrongAt(props, parts) !== undefined) ids.push(`${nameOf(props)}-wrong`);
  return ids.length === 0 ? undefined : ids.join(' ');
}

/** Says words in the reader's language. */
export function told(props: AskProps, words: Text): string {
  return say(props.lang, words);
}
