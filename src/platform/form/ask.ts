import type { Day } from '#/values/day.ts';
import type { Email } from '#/values/email.ts';
import type { PersonName } from '#/values/person-name.ts';
import type { PersonalId } from '#/values/personal-id.ts';
import type { Phone } from '#/values/phone.ts';
import type { TaxCode } from '#/values/tax-code.ts';
import type { PartialDate } from './kinds/partial-date.ts';
import type { Kind, Option, Question } from './question.ts';

declare const answer: unique symbol;

/** A question of a form in code: without its name, with the type of its answer. */
export type Asked<A = unknown, R extends boolean = boolean> = Omit<
  Question,
  'name' | 'required' | 'when'
> & {
  readonly required: R;
  readonly [answer]?: A;
};

type AnswerOf<Q> = Q extends { readonly [answer]?: infer A } ? A : never;
type RequiredNames<Q> = {
  [K in keyof Q]: Q[K] extends { readonly required: true } ? K : never;
}[keyof Q];

/** The answers of a form: those of required questions are always there. */
export type AnswersOf<Q> = { readonly [K in RequiredNames<Q>]: AnswerOf<Q[K]> } & {
  readonly [K in Exclude<keyof Q, RequiredNames<Q>>]?: AnswerOf<Q[K]> | undefined;
};

type Words = Omit<Question, 'name' | 'kind' | 'required' | 'when' | 'options' | 'columns'>;
type Sketch<R extends boolean> = Words & { readonly required?: R | undefined };

export interface AddressAnswer {
  readonly province: string;
  readonly commune: string;
  readonly detail?: string | undefined;
}

/** Builders of questions for `form()`. A question is optional unless it says `required: true`. */
export const ask = {
  text: builder<string>('text'),
  textarea: builder<string>('textarea'),
  integer: builder<number>('integer'),
  decimal: builder<number>('decimal'),
  money: builder<number>('money'),
  date: builder<Day>('date'),
  partialDate: builder<PartialDate>('partial-date'),
  datetime: builder<string>('datetime'),
  checkbox: builder<boolean>('checkbox'),
  consent: builder<boolean>('consent'),
  personName: builder<PersonName>('person-name'),
  personalId: builder<PersonalId>('personal-id'),
  taxCode: builder<TaxCode>('tax-code'),
  phone: builder<Phone>('phone'),
  email: builder<Email>('email'),
  address: builder<AddressAnswer>('address'),
  /** A choice from a list of data. */
  listed: builder<string>('select'),
  select: chooser('select'),
  radio: chooser('radio'),
  table: <const C extends Readonly<Record<string, Asked>>, const R extends boolean = false>(
    columns: C,
    sketch: Sketch<R>,
  ): Asked<readonly AnswersOf<C>[], R> => ({
    ...built('table', sketch),
    columns: Object.entries(columns).map(([name, column]) => ({ ...column, name })),
  }),
} as const;

function builder<A>(kind: Kind) {
  return <const R extends boolean = false>(sketch: Sketch<R>): Asked<A, R> => built(kind, sketch);
}

function chooser(kind: 'select' | 'radio') {
  return <const O extends readonly Option[], const R extends boolean = false>(
    options: O,
    sketch: Sketch<R>,
  ): Asked<O[number]['value'], R> => ({ ...built(kind, sketch), options });
}

function built<R extends boolean>(kind: Kind, sketch: Sketch<R>) {
  return { ...sketch, kind, required: (sketch.required ?? false) as R };
}
