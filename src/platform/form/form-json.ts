import { type Static, type TSchema, Type } from '@sinclair/typebox';
import type { Text } from '#/values/text.ts';
import { kinds, prefills, rules } from './question.ts';

const words = Type.Object(
  {
    vi: Type.String({ minLength: 1, maxLength: 2000 }),
    en: Type.String({ minLength: 1, maxLength: 2000 }),
  },
  { additionalProperties: false },
);
const feel = Type.String({ minLength: 1, maxLength: 4000 });
const name = Type.String({ pattern: '^[a-zA-Z][a-zA-Z0-9_]{0,59}$' });
const limit = Type.Union([Type.Number(), Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })]);

const option = Type.Object(
  {
    value: Type.String({ minLength: 1, maxLength: 250 }),
    label: words,
    hint: Type.Optional(words),
  },
  { additionalProperties: false },
);

const copyFrom = Type.Union([
  Type.Object({ question: name, when: Type.Optional(feel) }, { additionalProperties: false }),
  Type.Object(
    { profile: oneOf(prefills), when: Type.Optional(feel) },
    { additionalProperties: false },
  ),
]);

/** A question of `form.json`; `columns` is there for tables only and holds no tables. */
function questionSchema(columns?: TSchema) {
  return Type.Object(
    {
      name,
      kind: oneOf(kinds),
      label: words,
      hint: Type.Optional(words),
      required: Type.Optional(Type.Union([Type.Boolean(), feel])),
      when: Type.Optional(feel),
      options: Type.Optional(Type.Array(option, { minItems: 1, maxItems: 500 })),
      optionsFrom: Type.Optional(Type.String({ pattern: '^[a-z][a-z0-9-]{0,59}$' })),
      optionsWithin: Type.Optional(name),
      default: Type.Optional(Type.Unknown()),
      prefill: Type.Optional(oneOf(prefills)),
      ...(columns === undefined ? {} : { copyFrom: Type.Optional(copyFrom) }),
      min: Type.Optional(limit),
      max: Type.Optional(limit),
      maxLength: Type.Optional(Type.Integer({ minimum: 1, maximum: 20_000 })),
      pattern: Type.Optional(Type.String({ maxLength: 500 })),
      rule: Type.Optional(oneOf(rules)),
      missing: Type.Optional(words),
      wrong: Type.Optional(words),
      ...(columns === undefined
        ? {}
        : { columns: Type.Optional(Type.Array(columns, { minItems: 1, maxItems: 30 })) }),
    },
    { additionalProperties: false },
  );
}

function oneOf<const V extends readonly string[]>(values: V) {
  return Type.Unsafe<V[number]>({ type: 'string', enum: [...values] });
}

const questionJson = questionSchema(questionSchema());

const page = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,59}$' }),
    title: words,
    /** What officials call the page, where its title is a question to the applicant. */
    heading: Type.Optional(words),
    intro: Type.Optional(words),
    when: Type.Optional(feel),
    questions: Type.Array(questionJson, { minItems: 1, maxItems: 60 }),
  },
  { additionalProperties: false },
);

const check = Type.Object(
  {
    wrong: feel,
    at: name,
    words,
    severity: Type.Optional(oneOf(['warning', 'error'])),
  },
  { additionalProperties: false },
);

/** `form.json`: pages of questions, values that are worked out, checks across questions. */
export const formJson = Type.Object(
  {
    title: words,
    pages: Type.Array(page, { minItems: 1, maxItems: 60 }),
    computed: Type.Optional(Type.Record(name, feel)),
    checks: Type.Optional(Type.Array(check, { maxItems: 200 })),
  },
  { additionalProperties: false },
);

export type FormJson = Static<typeof formJson>;
export type PageJson = FormJson['pages'][number];

/** One thing that is wrong with a `form.json`: the place as a JSON pointer, and what to mend. */
export interface FormFault {
  readonly place: string;
  readonly words: Text;
}

/** A `form.json` that cannot be used; names every place. */
export class FormFaults extends Error {
  override readonly name = 'FormFaults';
  readonly faults: readonly FormFault[];

  constructor(faults: readonly FormFault[]) {
    super(faults.map(({ place, words: { vi } }) => `${place}: ${vi}`).join('\n'));
    this.faults = faults;
  }
}
