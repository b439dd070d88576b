import { Type, type Static } from '@sinclair/typebox';
import type { Question } from '#/platform/form/question.ts';
import type { Day } from '#/values/day.ts';
import { closed, oneOf } from './schema-words.ts';

const name = Type.String({ minLength: 1, maxLength: 120 });
const words = Type.Object(
  {
    vi: Type.String({ minLength: 1, maxLength: 6000 }),
    en: Type.String({ minLength: 1, maxLength: 6000 }),
  },
  { additionalProperties: false },
);
const dayShape = Type.Unsafe<Day>({ type: 'string', pattern: '^[1-9]\\d{3}-\\d{2}-\\d{2}$' });
const feel = Type.String({ minLength: 1, maxLength: 2000 });

/** A paper of the dossier (thành phần hồ sơ). The decision `papers` of rules.dmn says when it is needed. */
const paper = closed({
  code: name,
  name: words,
  originals: Type.Integer({ minimum: 0, maximum: 20 }),
  copies: Type.Integer({ minimum: 0, maximum: 20 }),
  group: oneOf('FORM', 'SUBMIT', 'PRESENT', 'LOOKED_UP'),
  when: Type.Optional(feel),
  reuseFrom: Type.Union([name, Type.Null()]),
  required: Type.Boolean(),
  note: Type.Optional(words),
});

const allowanceUnit = oneOf('WORKING_DAY', 'DAY', 'WORKING_HOUR', 'HOUR', 'MONTH');

/** How long the applicant has for an answer, and what the law makes of silence. */
const supplement = closed({
  answer: closed({
    qty: Type.Integer({ minimum: 1, maximum: 366 }),
    unit: allowanceUnit,
  }),
  /** How soon the applicant must be told once an agency has asked or refused; officials are warned when it passes. */
  notifyWithin: Type.Optional(
    closed({ qty: Type.Integer({ minimum: 1, maximum: 366 }), unit: allowanceUnit }),
  ),
  /** `stop`: processing stops by itself (national state 8). */
  atDue: Type.Optional(oneOf('stop')),
  legalBasis: words,
});

/** What a part of an interlinked procedure needs, by the element of its process: nothing else leaves the house. */
const leg = closed({
  step: name,
  answers: Type.Array(name, { minItems: 1, maxItems: 200, uniqueItems: true }),
  papers: Type.Array(name, { maxItems: 60, uniqueItems: true }),
});

/** The applicant reads the result as a draft before it is signed; who does not answer in time agrees. */
const confirmation = closed({
  within: closed({ qty: Type.Integer({ minimum: 1, maximum: 366 }), unit: allowanceUnit }),
  channels: Type.Array(oneOf('ONLINE', 'DIRECT', 'POSTAL'), { minItems: 1, uniqueItems: true }),
  legalBasis: words,
});

/** As what people carry a result with them: which parts of its data they may show, one by one. */
const credential = closed({
  type: Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 }),
  name: words,
  months: Type.Optional(Type.Integer({ minimum: 1, maximum: 240 })),
  claims: Type.Array(
    closed({
      name: Type.String({ pattern: '^[a-z][a-z0-9_]*$', maxLength: 60 }),
      label: words,
      from: Type.Array(Type.String({ pattern: '^[a-zA-Z0-9_]+([.][a-zA-Z0-9_]+)*$' }), {
        minItems: 1,
        maxItems: 5,
      }),
    }),
    { minItems: 1, maxItems: 60 },
  ),
});

const result = closed({
  code: name,
  name: words,
  template: Type.Literal('result.typ'),
  register: name,
  symbol: Type.String({ minLength: 1, maxLength: 20 }),
  retention: name,
  credential: Type.Optional(credential),
});

/**
 * procedure.json: what the public is told of a procedure. The seven compulsory parts of Decree 63/2010/NĐ-CP, article
 * 8(2) are `name`, `steps`, `channels`, `papers` with `sets`, `deadlineText`, `subjects` and `executingAgency`.
 */
export const catalogueSchema = closed({
  code: Type.String({ minLength: 1, maxLength: 40, pattern: '^[0-9A-Z.]+$' }),
  slug: Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 80 }),
  name: words,
  shortName: words,
  effectiveFrom: dayShape,
  /** First day on which the procedure no longer exists. */
  repealedFrom: Type.Optional(dayShape),
  agencyLevel: oneOf(
    'COMMUNE',
    'COMMUNE_POLICE',
    'TAX',
    'SOCIAL_INSURANCE',
    'PROVINCE',
    'INTERLINKED',
  ),
  executingAgency: words,
  field: closed({ code: name, name: words }),
  lifeEvents: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 10, uniqueItems: true }),
  subjects: Type.Array(words, { minItems: 1, maxItems: 20 }),
  onlineLevel: oneOf('FULL', 'PARTIAL'),
  /**
   * How sure it must be who files online without a signature (Decree 69/2024/NĐ-CP): 2, or 1 where the law is content
   * with a number that nobody has compared with a face. 2 when left out.
   */
  assurance: Type.Optional(Type.Union([Type.Literal(1), Type.Literal(2)])),
  jurisdiction: words,
  legalBases: Type.Array(
    closed({ number: name, title: Type.String({ minLength: 1, maxLength: 500 }) }),
    {
      minItems: 1,
      maxItems: 60,
    },
  ),
  steps: words,
  channels: Type.Array(oneOf('ONLINE', 'DIRECT', 'POSTAL'), { minItems: 1, uniqueItems: true }),
  sets: Type.Optional(Type.Integer({ minimum: 1, maximum: 10 })),
  papers: Type.Array(paper, { minItems: 1, maxItems: 60 }),
  results: Type.Array(result, { minItems: 1, maxItems: 10 }),
  fees: Type.Optional(Type.Array(closed({ key: name, name: words }), { maxItems: 60 })),
  deadlineText: words,
  feeText: words,
  /** What the procedure's own law says of supplement requests; otherwise 30 days, and an official decides afterwards. */
  supplement: Type.Optional(supplement),
  /** Whether the applicant confirms a draft of the result. */
  confirmation: Type.Optional(confirmation),
  /** Parts that other agencies do, and what each of them is told when another installation serves it. */
  legs: Type.Optional(Type.Array(leg, { maxItems: 20 })),
  conditions: Type.Array(words, { maxItems: 30 }),
  words: Type.Array(Type.String({ minLength: 1, maxLength: 120 }), { minItems: 1, maxItems: 100 }),
  /** The question whose answer names whom or what a dossier is about, e.g. the child. */
  about: Type.Optional(name),
  receivingUnit: oneOf('one-stop', 'police', 'tax', 'insurance'),
  /** Questions before filling; their shape is checked where the form is compiled. */
  eligibility: Type.Array(Type.Unsafe<Question>({ type: 'object' }), { maxItems: 15 }),
  confidence: Type.String({ maxLength: 1000 }),
});

/** The catalogue facts of one version of a procedure. */
export type CatalogueFacts = Static<typeof catalogueSchema>;

/** One paper of the dossier. */
export type Paper = CatalogueFacts['papers'][number];

/** How a dossier may be handed in. */
export type Channel = CatalogueFacts['channels'][number];
