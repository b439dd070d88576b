import { Type } from '@sinclair/typebox';
import { api, type Route } from '#/platform/http/index.ts';
import { isRefusal, refuse } from '#/platform/refusal.ts';
import { parseDay } from '#/values/day.ts';
import { administrators } from '../access.ts';
import { levels, moments, type Ladder } from '../escalation/ladder.ts';
import { setLadder } from '../escalation/set-ladder.ts';
import { listLadders } from '../escalation/store.ts';
import { oneOf } from './schemas.ts';

const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const rungs = Type.Array(
  Type.Object({
    tells: oneOf(...levels),
    when: oneOf(...moments),
    amount: Type.Number({
      minimum: 0,
      maximum: 1000,
      description: 'Per cent for a share, working hours for before and after, 0 at due',
    }),
  }),
  { minItems: 1, maxItems: 9 },
);
const source = Type.String({ minLength: 1, maxLength: 300 });

const ladder = Type.Object({
  id: Type.String({ format: 'uuid' }),
  validFrom: day,
  rungs,
  source,
  recordedBy: Type.Union([Type.String(), Type.Null()]),
  recordedAt: Type.String({ format: 'date-time' }),
});

/** The ladders by which officials are told of deadlines, and a new one that holds from a later day on. */
export function ladderApi(): Route[] {
  return [
    api(
      'GET',
      '/api/v1/escalation-ladders',
      administrators,
      {
        summary: 'Lists the escalation ladders, the latest first',
        answer: Type.Object({ ladders: Type.Array(ladder) }),
      },
      async (tx) => ({ ladders: (await listLadders(tx, 100)).map(toJson) }),
    ),
    api(
      'POST',
      '/api/v1/escalation-ladders',
      administrators,
      {
        summary: 'Sets the escalation ladder that holds from a later day on',
        body: Type.Object({ validFrom: day, rungs, source }, { additionalProperties: false }),
        answer: ladder,
      },
      async (tx, { actor, body }) => {
        const validFrom = parseDay(body.validFrom);
        if (validFrom === undefined) return refuse('dossier.ladder-too-early');
        const set = await setLadder(tx, actor!, { ...body, validFrom });
        return isRefusal(set) ? set : toJson(set);
      },
    ),
  ];
}

function toJson({ recordedAt, rungs: steps, ...rest }: Ladder) {
  return { ...rest, rungs: [...steps], recordedAt: recordedAt.toISOString() };
}
