import { Type, type Static } from '@sinclair/typebox';
import { Ajv } from 'ajv';

const id = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
});
const line = Type.String({ minLength: 1, maxLength: 300 });
const long = Type.String({ maxLength: 6000 });
const maybe = Type.Union([Type.String({ maxLength: 300 }), Type.Null()]);
const instant = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{3})?Z$',
});
const answers = Type.Record(Type.String({ maxLength: 120 }), Type.Unknown());

/** A file with the hash that it must have: it comes along, or has so many bytes to be fetched. */
const file = {
  pages: Type.Integer({ minimum: 1, maximum: 10_000 }),
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  content: Type.Optional(Type.String({ maxLength: 22_000_000, pattern: '^[A-Za-z0-9+/]*={0,2}$' })),
  size: Type.Optional(Type.Integer({ minimum: 1, maximum: 64_000_000 })),
};
const oneOfBoth = { oneOf: [{ required: ['content'] }, { required: ['size'] }] };
const code = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$' });
const papers = Type.Array(Type.Object({ code, name: line, ...file }, oneOfBoth), { maxItems: 60 });
const issued = Type.Object({ title: line, issuer: line, number: maybe, ...file }, oneOfBoth);

const person = Type.Object({
  fullName: line,
  bornOn: Type.Union([Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), Type.Null()]),
  personalId: Type.Union([Type.String({ pattern: '^\\d{12}$' }), Type.Null()]),
  phone: maybe,
  email: maybe,
});

const item = Type.Object({
  kind: Type.Union([Type.Literal('paper'), Type.Literal('field')]),
  name: line,
  reason: Type.Union(
    (['missing', 'incorrect', 'incomplete', 'outdated', 'unreadable'] as const).map((one) =>
      Type.Literal(one),
    ),
  ),
  words: Type.String({ minLength: 1, maxLength: 2000 }),
});

/** What each kind of message says. The first three go to who does the part, the others come back. */
const contents = {
  requested: Type.Object({
    number: line,
    procedure: Type.String({ maxLength: 40, pattern: '^[0-9A-Z.]+$' }),
    step: line,
    part: line,
    dueAt: Type.Union([instant, Type.Null()]),
    submitter: person,
    owner: person,
    answers,
    papers,
  }),
  answered: Type.Object({ answers, papers }),
  withdrawn: Type.Object({ reason: long }),
  accepted: Type.Object({ code: line, dueAt: Type.Union([instant, Type.Null()]) }),
  progress: Type.Object({ code: line, state: line, dueAt: Type.Union([instant, Type.Null()]) }),
  supplement: Type.Object({
    items: Type.Array(item, { minItems: 1, maxItems: 60 }),
    words: Type.Union([long, Type.Null()]),
  }),
  refused: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 6000 }) }),
  finished: Type.Object({ words: long, papers: Type.Array(issued, { maxItems: 10 }) }),
} as const;

export type Kind = keyof typeof contents;
export type Said<K extends Kind> = Static<(typeof contents)[K]>;

/** Which kinds the side that does a part may send; the rest come from the side that asks. */
export const fromDoing: ReadonlySet<Kind> = new Set([
  'accepted',
  'progress',
  'supplement',
  'refused',
  'finished',
]);

/** A message: a CloudEvent 1.0 in structured JSON. */
export interface LegEvent<K extends Kind = Kind> {
  readonly id: string;
  readonly kind: K;
  /** Address of who sends it. */
  readonly source: string;
  readonly legId: string;
  /** Its place among the messages of one side about one part, from 1. */
  readonly number: number;
  readonly time: string;
  readonly data: Said<K>;
}

export const eventType = 'application/cloudevents+json';
const prefix = 'vn.chinhquyenso.leg.';

const envelope = Type.Object({
  specversion: Type.Literal('1.0'),
  id,
  source: Type.String({ pattern: '^https?://[^/\\s]+$', maxLength: 200 }),
  type: Type.String({ maxLength: 60 }),
  subject: id,
  // CloudEvents, extension "sequence": a string.
  sequence: Type.String({ pattern: '^[1-9]\\d{0,5}$' }),
  time: instant,
  datacontenttype: Type.Literal('application/json'),
  data: Type.Unknown(),
});

const ajv = new Ajv({ strict: false });
const isEnvelope = ajv.compile<Static<typeof envelope>>(envelope);
const isContent = Object.fromEntries(
  Object.entries(contents).map(([kind, schema]) => [kind, ajv.compile(schema)]),
);

/** Writes a message. */
export function writeEvent({ kind, legId, number, ...rest }: LegEvent): string {
  return JSON.stringify({
    specversion: '1.0',
    id: rest.id,
    source: rest.source,
    type: prefix + kind,
    subject: legId,
    sequence: String(number),
    time: rest.time,
    datacontenttype: 'application/json',
    data: rest.data,
  });
}

/** Reads a message; undefined when it is none that we know. */
export function readEvent(text: string): LegEvent | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  // PostgreSQL stores no NUL, and no half of a pair of surrogates.
  if (!isEnvelope(json) || text.includes('\\u0000') || !text.isWellFormed()) return undefined;
  const kind = json.type.startsWith(prefix) ? json.type.slice(prefix.length) : '';
  if (!Object.hasOwn(contents, kind) || !isContent[kind]!(json.data)) return undefined;
  return {
    id: json.id,
    kind: kind as Kind,
    source: json.source,
    legId: json.subject,
    number: Number(json.sequence),
    time: json.time,
    data: json.data as never,
  };
}

/** A file of a message, and what people call it. */
export interface SentFile {
  readonly label: string;
  readonly sha256: string;
  readonly content?: string | undefined;
  readonly size?: number | undefined;
}

/** The files of a message in the order of its papers. */
export function filesOf(event: LegEvent): SentFile[] {
  if (says(event, 'requested') || says(event, 'answered'))
    return event.data.papers.map((paper) => ({ ...paper, label: paper.name }));
  if (says(event, 'finished'))
    return event.data.papers.map((paper) => ({ ...paper, label: paper.title }));
  return [];
}

/** Whether a message is of this kind. */
export function says<K extends Kind>(event: LegEvent, kind: K): event is LegEvent<K> {
  return event.kind === kind;
}
