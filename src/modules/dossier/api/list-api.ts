import { Type, type Static } from '@sinclair/typebox';
import { roles, type Role } from '#/modules/agency/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { api, type Actor, type Route } from '#/platform/http/index.ts';
import { officials } from '../access.ts';
import { readCursor, writeCursor } from '../desk/cursor.ts';
import { defaultSort, sortsOf, type DeskFilter, type Sort } from '../desk/filter.ts';
import { listDesk } from '../desk/list.ts';
import { queueKeys, type QueueKey } from '../desk/queues.ts';
import { channel, oneOf, page, state } from './schemas.ts';
import { listedJson } from './to-json.ts';

const uuid = Type.String({ format: 'uuid' });
const sorts = { step: 'buoc', due: 'han', newest: 'moi', oldest: 'cu' } as const satisfies Record<
  string,
  Sort
>;

const query = Type.Object({
  queue: Type.Optional(oneOf(...queueKeys)),
  q: Type.Optional(
    Type.String({
      maxLength: 100,
      description: 'Words of code, names and subject, with or without accents',
    }),
  ),
  procedure: Type.Optional(uuid),
  state: Type.Optional(state),
  role: Type.Optional(oneOf(...(Object.keys(roles) as Role[]))),
  holder: Type.Optional(
    Type.Union([oneOf('me', 'none'), uuid], {
      description: 'Who holds the open step: me, none, or an account',
    }),
  ),
  deadline: Type.Optional(oneOf('late', 'soon', 'paused')),
  channel: Type.Optional(channel),
  sort: Type.Optional(oneOf('step', 'due', 'newest', 'oldest')),
  cursor: Type.Optional(
    Type.String({ maxLength: 200, description: 'From `next` of the page before' }),
  ),
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
});

type Query = Static<typeof query>;

/** Lists of officials: dossiers of their units, and the steps that wait in their posts. */
export function listApi(): Route[] {
  return [
    api(
      'GET',
      '/api/v1/dossiers',
      officials,
      { summary: 'Lists dossiers in which the official’s units take part', query, answer: page },
      (tx, call) => list(tx, call.actor!, call.query, 'tat-ca'),
    ),
    api(
      'GET',
      '/api/v1/tasks',
      officials,
      {
        summary:
          'Lists open steps that the official holds, or with `queue` those of the official’s posts',
        query,
        answer: page,
      },
      (tx, call) => list(tx, call.actor!, call.query, 'cua-toi'),
    ),
  ];
}

async function list(tx: Tx, actor: Actor, wanted: Query, fallback: QueueKey) {
  const filter = filterOf(wanted, fallback);
  const found = await listDesk(tx, actor, filter, {
    size: wanted.limit,
    after: readCursor(wanted.cursor),
  });
  return { items: found.rows.map(listedJson), next: found.next ? writeCursor(found.next) : null };
}

function filterOf(wanted: Query, fallback: QueueKey): DeskFilter {
  const queue = wanted.queue ?? fallback;
  const sort = wanted.sort && sorts[wanted.sort];
  return {
    queue,
    words: wanted.q?.normalize('NFC').replace(/\s+/g, ' ').trim() || undefined,
    procedureId: wanted.procedure,
    state: wanted.state,
    role: wanted.role,
    holder: holderOf(wanted.holder),
    deadline: wanted.deadline,
    channel: wanted.channel,
    sort: sort !== undefined && sortsOf(queue).includes(sort) ? sort : defaultSort(queue),
  };
}

function holderOf(holder: Query['holder']): DeskFilter['holder'] {
  if (holder === undefined) return undefined;
  if (holder === 'me') return 'toi';
  return holder === 'none' ? 'trong' : { accountId: holder };
}
