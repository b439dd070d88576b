/** The languages that people read. Vietnamese is the language of record. */
export type Lang = 'vi' | 'en';

/** Words for people, in every language of the platform. */
export interface Text {
  readonly vi: string;
  readonly en: string;
}

/** Pairs a Vietnamese sentence with its English counterpart. */
export function text(vi: string, en: string): Text {
  return { vi, en };
}

/** The words in the reader's language. */
export function say(lang: Lang, words: Text): string {
  return words[lang];
}

/** Puts facts into words: `{name}` becomes the fact of that name, an unknown place stays as it is. */
export function fill(words: Text, facts: Readonly<Record<string, string>>): Text {
  const put = (sentence: string) =>
    sentence.replace(/\{(\w+)\}/g, (place, name: string) => facts[name] ?? place);
  return { vi: put(words.vi), en: put(words.en) };
}
