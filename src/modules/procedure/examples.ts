import { Type, type Static } from '@sinclair/typebox';
import type { Day } from '#/values/day.ts';
import { closed, oneOf } from './schema-words.ts';

/** The facts of a case as examples write them; see `Facts`. */
const given = closed({
  answers: Type.Record(Type.String({ maxLength: 120 }), Type.Unknown()),
  channel: oneOf('ONLINE', 'DIRECT', 'POSTAL'),
  submittedOn: Type.Unsafe<Day>({ type: 'string', pattern: '^[1-9]\\d{3}-\\d{2}-\\d{2}$' }),
  territory: Type.String({ maxLength: 60 }),
  beneficiary: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 20 }),
  variant: oneOf('NORMAL', 'VERIFY', 'EXTEND'),
});

const expected = closed({
  /** Codes of the obstacles. */
  eligibility: Type.Optional(Type.Array(Type.String({ maxLength: 120 }), { maxItems: 30 })),
  /** Codes of the papers needed. */
  papers: Type.Optional(Type.Array(Type.String({ maxLength: 120 }), { maxItems: 60 })),
  fees: Type.Optional(
    Type.Array(
      closed({
        key: Type.String({ maxLength: 120 }),
        amount: Type.Number(),
        quantity: Type.Number(),
      }),
      { maxItems: 60 },
    ),
  ),
  feeTotal: Type.Optional(Type.Number()),
  deadline: Type.Optional(
    Type.Object(
      {
        qty: Type.Optional(Type.Number()),
        unit: Type.Optional(Type.String()),
        cutoff: Type.Optional(Type.Union([Type.String(), Type.Null()])),
        case: Type.Optional(Type.String()),
      },
      { additionalProperties: false },
    ),
  ),
});

/** examples.json: the law as examples. Each title says the case and cites the clause. */
export const examplesSchema = Type.Array(
  closed({ title: Type.String({ minLength: 1, maxLength: 300 }), given, expect: expected }),
  { minItems: 1, maxItems: 500 },
);

export type Example = Static<typeof examplesSchema>[number];
