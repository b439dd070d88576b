import type { FastifyReply, FastifyRequest } from 'fastify';
import { raw } from '#/platform/http/index.ts';
import type { Mount, Services } from '#/platform/module.ts';
import { schemaReaders } from './access.ts';
import cqs from './bpmn/cqs.json' with { type: 'json' };
import { broadcastThrownSignal } from './commands/broadcast.ts';
import { deliverCrossedMessages, fireDueTimers } from './commands/tick.ts';
import { theFollower } from './follow.ts';
import { refusals } from './refusals.ts';

/** Timers of one transaction. Small, so that a person never waits long for an instance that the tick holds. */
const batch = 50;

export function mount({ database, clock }: Services): Mount {
  async function tick(): Promise<void> {
    for (let isMore = true; isMore;) {
      const fired = await database.transaction((tx) =>
        fireDueTimers(tx, clock.now(), theFollower(), batch),
      );
      // What others hold right now is left to the next tick.
      isMore = fired.seen === batch && fired.moved.length > 0;
    }
    for (let isMore = true; isMore;) {
      isMore = await database.transaction((tx) =>
        broadcastThrownSignal(tx, clock.now(), theFollower()),
      );
    }
    await database.transaction((tx) =>
      deliverCrossedMessages(tx, clock.now(), theFollower(), batch),
    );
  }
  return {
    name: 'process',
    routes: [raw('GET', '/luoc-do/bpmn-1.0.json', schemaReaders, sendSchema)],
    jobs: [{ name: 'process.tick', schedule: '* * * * *', retries: 0, run: tick }],
    refusals,
  };
}

/** The published schema of our attributes, as bpmn-js and other tools on bpmn-moddle take it. */
async function sendSchema(_request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  return reply.header('cache-control', 'public, max-age=3600').send(cqs);
}
