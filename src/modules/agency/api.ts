import { Type, type TSchema } from '@sinclair/typebox';
import { api, type Route } from '#/platform/http/index.ts';
import { isRefusal, refuse } from '#/platform/refusal.ts';
import { isoInstant } from '#/values/instant.ts';
import { everybody, manageOffices } from './access.ts';
import { applyChange } from './calendar-changes/apply.ts';
import type { CalendarChange } from './calendar-changes/calendar-change.ts';
import { theFollower } from './calendar-changes/follow.ts';
import { listUnits } from './find-unit.ts';
import { findCalendarChange } from './store/calendar-changes.ts';
import { selectOfficeHours } from './store/calendars.ts';
import { listCalendarDays } from './working-calendar.ts';

const words = Type.Object({ vi: Type.String(), en: Type.String() });
const day = Type.String({ format: 'date' });
const instant = Type.String({ format: 'date-time' });

function orNull<S extends TSchema>(schema: S) {
  return Type.Union([schema, Type.Null()]);
}

const calendar = Type.Object({
  unit: Type.Object({ key: Type.String(), name: words }),
  /** Days that differ from the ordinary week. */
  days: Type.Array(
    Type.Object({
      on: day,
      kind: Type.String(),
      status: Type.String(),
      /** Weekday whose hours hold, 1 for Monday; null for a day off. */
      worksAs: orNull(Type.Integer()),
      name: words,
      source: Type.String(),
    }),
  ),
  /** Office hours, Monday to Sunday, spans in minutes of the day. */
  hours: Type.Array(
    Type.Object({
      from: day,
      to: orNull(day),
      season: orNull(Type.Object({ from: Type.String(), to: Type.String() })),
      week: Type.Array(
        Type.Object({
          spans: Type.Array(Type.Array(Type.Integer())),
          counts: Type.Boolean(),
        }),
      ),
    }),
  ),
});

const changeAnswer = Type.Object({
  id: Type.String({ format: 'uuid' }),
  source: Type.String(),
  proposedAt: instant,
  appliedAt: orNull(instant),
  droppedAt: orNull(instant),
  impact: Type.Object({
    dossiers: Type.Integer(),
    steps: Type.Integer(),
    examined: Type.Integer(),
    isWhole: Type.Boolean(),
    /** The first of the deadlines that move; no persons. */
    moved: Type.Array(
      Type.Object({
        code: Type.String(),
        procedure: words,
        what: words,
        before: instant,
        after: instant,
      }),
    ),
  }),
});

const idParam = Type.Object({ id: Type.String({ maxLength: 40 }) });

/** Working calendars for everybody; changes of them for administrators. */
export function apiRoutes(): Route[] {
  return [
    api(
      'GET',
      '/api/v1/calendar',
      everybody,
      {
        summary: 'The working calendar of a unit: office hours, and the days of a year that differ',
        query: Type.Object({
          unit: Type.String({ maxLength: 80, description: 'Key of the unit' }),
          year: Type.Integer({ minimum: 2000, maximum: 2100 }),
        }),
        answer: calendar,
      },
      async (tx, { query }) => {
        const unit = (await listUnits(tx)).find(({ key }) => key === query.unit);
        if (!unit) return refuse('agency.no-such-unit', { unit: query.unit });
        const days = await listCalendarDays(tx, query.year, unit.id);
        const hours = await selectOfficeHours(tx, unit.id);
        return {
          unit: { key: unit.key, name: unit.name },
          days: days.map(({ on, kind, status, worksAs, name, source }) => ({
            on,
            kind,
            status,
            worksAs,
            name,
            source,
          })),
          hours: hours.map(({ from, to = null, season = null, week }) => ({
            from,
            to,
            season,
            week: week.map(({ spans, counts }) => ({
              spans: spans.map((span) => [...span]),
              counts,
            })),
          })),
        };
      },
    ),
    api(
      'GET',
      '/api/v1/calendar/changes/:id',
      manageOffices,
      {
        summary: 'A change of a calendar with the deadlines that it moves or has moved',
        params: idParam,
        answer: changeAnswer,
      },
      async (tx, { params }) => {
        const change = await findCalendarChange(tx, params.id);
        if (!change) return refuse('agency.no-such-change');
        return changeJson(change, await theFollower().impactOf(tx, change));
      },
    ),
    api(
      'POST',
      '/api/v1/calendar/changes/:id/apply',
      manageOffices,
      {
        summary: 'Applies a change that was proposed; deadlines follow in the background',
        params: idParam,
        answer: changeAnswer,
      },
      async (tx, { params, actor }) => {
        const change = await applyChange(tx, actor!, params.id);
        if (isRefusal(change)) return change;
        return changeJson(change, await theFollower().impactOf(tx, change));
      },
    ),
  ];
}

function changeJson(
  { id, source, proposedAt, appliedAt, droppedAt }: CalendarChange,
  { moved, ...impact }: Awaited<ReturnType<ReturnType<typeof theFollower>['impactOf']>>,
) {
  return {
    id,
    source,
    proposedAt: isoInstant(proposedAt),
    appliedAt: appliedAt && isoInstant(appliedAt),
    droppedAt: droppedAt && isoInstant(droppedAt),
    impact: {
      ...impact,
      moved: moved.map((one) => ({
        ...one,
        before: isoInstant(one.before),
        after: isoInstant(one.after),
      })),
    },
  };
}
