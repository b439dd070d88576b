import { Type, type Static, type TSchema } from '@sinclair/typebox';
import { states } from '../dossier.ts';

/** One of some words. */
export function oneOf<const W extends readonly string[]>(...words: W) {
  return Type.Unsafe<W[number]>({ type: 'string', enum: [...words] });
}

/** Something, or null where it is not there. */
function orNull<S extends TSchema>(schema: S) {
  return Type.Union([schema, Type.Null()]);
}

/** An instant, RFC 3339 with Vietnam's offset. */
export const instant = Type.String({ format: 'date-time' });
export const channel = oneOf('ONLINE', 'DIRECT', 'POSTAL');
export const delivery = oneOf('ONLINE', 'COUNTER', 'POST');
export const state = oneOf(...states);

/** The code of a dossier in an address. */
export const codeParam = Type.Object({ code: Type.String({ maxLength: 40 }) });

/** Where a dossier stands, as every answer tells it. */
export const standing = Type.Object({
  code: Type.String(),
  state,
  /** Mã trạng thái đồng bộ, 1 to 10. */
  nationalState: Type.Integer({ minimum: 1, maximum: 10 }),
  dueAt: orNull(instant),
});

/** An open step of a process. */
const step = Type.Object({
  id: Type.String(),
  role: Type.String(),
  unitId: Type.String({ format: 'uuid' }),
  holder: orNull(Type.Object({ accountId: Type.String({ format: 'uuid' }), name: Type.String() })),
  dueAt: orNull(instant),
});

/** One line of a list. */
const listed = Type.Object({
  code: Type.String(),
  abstract: Type.String(),
  ownerName: Type.String(),
  state,
  nationalState: Type.Integer(),
  channel,
  submittedAt: instant,
  acceptDueAt: instant,
  dueAt: orNull(instant),
  pausedAt: orNull(instant),
  endedAt: orNull(instant),
  news: Type.Array(Type.String()),
  step: orNull(step),
});

export type Listed = Static<typeof listed>;

/** A part of a list, and the cursor of the next one. */
export const page = Type.Object({ items: Type.Array(listed), next: orNull(Type.String()) });

/** A range of instants. */
const span = Type.Object({ from: instant, to: instant });

/** What people waited and what is to be expected here, beside the date of the law. */
const times = Type.Object({
  waited: orNull(
    Type.Object({
      counted: Type.Integer(),
      since: Type.String({ format: 'date' }),
      hours: Type.Object({ p50: Type.Number(), p80: Type.Number(), p95: Type.Number() }),
    }),
  ),
  /** Null where nothing honest can be said; `reason` tells why. */
  forecast: orNull(
    Type.Object({
      half: span,
      most: span,
      median: instant,
      counted: Type.Integer(),
      basis: oneOf('step', 'whole'),
      isPaused: Type.Boolean(),
    }),
  ),
  reason: orNull(oneOf('few', 'beyond')),
  /** The due date may move: the days off of its year are not decided yet. */
  isProvisional: Type.Boolean(),
});

/** A step with a clock of its own. */
const clock = Type.Object({
  step: Type.String(),
  openedAt: instant,
  dueAt: orNull(instant),
  /** The outcome that the law gives it when it is due and nobody has answered. */
  atDue: orNull(Type.String()),
  legalBasis: orNull(Type.String()),
});

/** A dossier with its statements. */
export const dossier = Type.Composite([
  standing,
  Type.Object({
    legacyCode: orNull(Type.String()),
    abstract: Type.String(),
    ownerName: Type.String(),
    channel,
    variant: oneOf('NORMAL', 'VERIFY', 'EXTEND'),
    submittedAt: instant,
    acceptDueAt: instant,
    acceptedAt: orNull(instant),
    firstDueAt: orNull(instant),
    pausedAt: orNull(instant),
    overdueAt: orNull(instant),
    reappointedAt: orNull(instant),
    endedAt: orNull(instant),
    deliveredAt: orNull(instant),
    delivery,
    resultNumber: orNull(Type.String()),
    answers: Type.Record(Type.String(), Type.Unknown()),
    papers: Type.Array(
      Type.Object({
        code: Type.String(),
        name: Type.String(),
        pages: Type.Integer(),
        sha256: Type.String(),
      }),
    ),
    history: Type.Array(
      Type.Object({
        verb: Type.String(),
        at: instant,
        actorName: Type.String(),
        actorFor: Type.Union([Type.String(), Type.Null()], {
          description: 'For whom the actor acted by a mandate',
        }),
        toState: state,
        words: orNull(Type.String()),
      }),
    ),
    /** Null once it is over. */
    times: orNull(times),
    /** Steps that wait; an applicant sees those of other agencies only. */
    clocks: Type.Array(clock),
    /** Verbs that the caller may do now. */
    acts: Type.Array(Type.String()),
  }),
]);

export type DossierJson = Static<typeof dossier>;
