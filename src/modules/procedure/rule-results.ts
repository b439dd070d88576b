import { Type, type Static, type TSchema } from '@sinclair/typebox';
import { Ajv, type ValidateFunction } from 'ajv';
import { oneOf } from './schema-words.ts';

/** What each decision must answer. A null amount or quantity means that an answer it hangs on is not yet given. */
export const ruleResults = {
  eligibility: Type.Object({ code: Type.String(), vi: Type.String(), en: Type.String() }),
  papers: Type.String(),
  fees: Type.Object({
    key: Type.String(),
    amount: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
    quantity: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
  }),
  deadline: Type.Object({
    qty: Type.Number({ exclusiveMinimum: 0 }),
    unit: oneOf('WORKING_DAY', 'DAY', 'WORKING_HOUR', 'HOUR', 'MONTH'),
    cutoff: Type.Union([Type.String({ pattern: '^\\d{2}:\\d{2}$' }), Type.Null()]),
    case: Type.String(),
  }),
} as const satisfies Record<string, TSchema>;

const ajv = new Ajv();
const checks = Object.fromEntries(
  Object.entries(ruleResults).map(([decision, schema]) => [decision, ajv.compile(schema)]),
) as Readonly<Record<keyof typeof ruleResults, ValidateFunction>>;

/** Thrown when rules.dmn answers something that is no answer: a fault of the law file, not of the applicant. */
export class RuleFault extends Error {
  constructor(decision: string, result: unknown) {
    super(`decision ${decision} gave ${JSON.stringify(result)}`);
    this.name = 'RuleFault';
  }
}

/** Holds the result of a decision against its shape. */
export function readResult<N extends keyof typeof ruleResults>(
  decision: N,
  result: unknown,
): Static<(typeof ruleResults)[N]> {
  if (checks[decision](result)) return result as Static<(typeof ruleResults)[N]>;
  throw new RuleFault(decision, result);
}
