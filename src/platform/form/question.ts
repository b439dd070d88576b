import type { Text } from '#/values/text.ts';

/** Every kind of question that a form may ask. How each is drawn, read and told is in `kinds/`. */
export const kinds = [
  'text',
  'textarea',
  'integer',
  'decimal',
  'money',
  'date',
  'partial-date',
  'datetime',
  'select',
  'radio',
  'checkbox',
  'consent',
  'person-name',
  'personal-id',
  'identity-document',
  'tax-code',
  'phone',
  'email',
  'address',
  'place',
  'residence-history',
  'civil-record',
  'vsic-code',
  'geo-point',
  'appointment',
  'third-party-consent',
  'table',
  'computed',
] as const;

export type Kind = (typeof kinds)[number];

/** What a profile can answer beforehand. */
export const prefills = [
  'profile.fullName',
  'profile.bornOn',
  'profile.personalId',
  'profile.sex',
  'profile.ethnicity',
  'profile.nationality',
  'profile.address',
  'profile.phone',
  'profile.email',
] as const;

export type Prefill = (typeof prefills)[number];

/**
 * Rules that a kind cannot know by itself. Days are compared with the day of asking; 'adult' wants a birthday at
 * least 18 years ago (Civil Code 2015, article 20); 'detailed' wants an address down to the house or hamlet.
 */
export const rules = ['not-future', 'not-past', 'adult', 'detailed'] as const;

export type Rule = (typeof rules)[number];

/**
 * Where an answer may come from when its page is opened and nothing stands there yet: an earlier question, or the
 * profile of whom the form is for. `when` is a FEEL condition over earlier answers and `profile`.
 */
export type CopyFrom = (
  | { readonly question: string; readonly profile?: undefined }
  | { readonly profile: Prefill; readonly question?: undefined }
) & { readonly when?: string | undefined };

/** One choice: `value` is stored, `label` is read by people. */
export interface Option {
  readonly value: string;
  readonly label: Text;
  readonly hint?: Text | undefined;
}

/**
 * One question, as written in `form.json` or built by `form()`.
 * `when` and a textual `required` are FEEL conditions over earlier answers. `min` and `max` limit numbers, the
 * rows of a table, and days (as 'YYYY-MM-DD'). `missing` and `wrong` replace the kind's own words.
 */
export interface Question {
  readonly name: string;
  readonly kind: Kind;
  readonly label: Text;
  readonly hint?: Text | undefined;
  readonly required?: boolean | string | undefined;
  readonly when?: string | undefined;
  readonly options?: readonly Option[] | undefined;
  readonly optionsFrom?: string | undefined;
  /** The neighbour whose answer narrows `optionsFrom`: communes lie within a province. */
  readonly optionsWithin?: string | undefined;
  readonly default?: unknown;
  readonly prefill?: Prefill | undefined;
  /** Saves typing what is known already: a mother who registers her child has given her own name before. */
  readonly copyFrom?: CopyFrom | undefined;
  readonly min?: number | string | undefined;
  readonly max?: number | string | undefined;
  readonly maxLength?: number | undefined;
  readonly pattern?: string | undefined;
  readonly rule?: Rule | undefined;
  readonly columns?: readonly Question[] | undefined;
  readonly missing?: Text | undefined;
  readonly wrong?: Text | undefined;
}

/** A urlencoded body as the server parsed it. */
export type Body = Readonly<Record<string, unknown>>;

/**
 * A form as a person left it: `typed` holds every known posted name with the text exactly as typed,
 * `wrong` holds words for people by the name of the input that they should correct.
 */
export interface Filled {
  readonly typed: Readonly<Record<string, string>>;
  readonly wrong: Readonly<Record<string, Text>>;
}

/**
 * Lists that live in data, not in the form: 'provinces', 'communes' (within a province code), 'ethnic-groups', …
 * An unknown list is empty. Must answer from memory.
 */
export interface Lookups {
  options(list: string, within?: string): readonly Option[];
}

/** Lookups for forms that need none. */
export const noLookups: Lookups = { options: () => [] };
