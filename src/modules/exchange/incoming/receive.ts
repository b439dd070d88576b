import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '#/platform/module.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import type { Message } from '#/platform/signatures/index.ts';
import { readEvent } from '../event.ts';
import { messagesPath, ownNode } from '../node.ts';
import { believe, readMessage, reply, spoken, spokenRefusal } from './believe.ts';
import { bringFiles } from './bring-files.ts';
import { hold, isEarly, isPassing, take, type Taken } from './take.ts';
import { applyReady } from './work-off.ts';

/** Small papers come along in the message; what is larger is fetched. */
const mostBytes = 28_000_000;

/** Takes a message of another installation, and answers under our own signature. */
export function receive(services: Services) {
  return async (request: FastifyRequest, to: FastifyReply): Promise<unknown> => {
    const message = await readMessage(services, request, messagesPath, mostBytes);
    const outcome = message ? await hear(services, message) : refuse('exchange.too-large');
    const answer = isRefusal(outcome)
      ? spokenRefusal(outcome)
      : spoken(outcome.state === 'applied' ? 200 : 202, outcome);
    return reply(services, to, message, answer);
  };
}

async function hear(services: Services, message: Message): Promise<Taken | Refusal> {
  const at = services.clock.now();
  const partner = await believe(services, message, at);
  if (isRefusal(partner)) return partner;
  const text = Buffer.from(message.body).toString('utf8');
  const event = readEvent(text);
  if (!event) return refuse('exchange.not-understood');
  const missing = await bringFiles(services, partner, event, at);
  if (missing) return missing;
  const hearing = { services, partner, at };
  const heard = { event, text };
  const taken = await services.database.transaction((tx) => take(tx, hearing, heard));
  if (isRefusal(taken) && (isEarly(taken) || isPassing(taken))) {
    const { sealKey } = ownNode(services);
    return services.database.transaction((tx) => hold(tx, hearing, heard, sealKey, taken));
  }
  if (!isRefusal(taken)) await applyReady(services);
  return taken;
}
