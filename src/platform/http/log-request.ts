import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '../log.ts';
import type { Actor } from './actor.ts';

const senders = new WeakMap<FastifyRequest, Actor>();

/** From now on it is known who sent a request. */
export function noteActor(request: FastifyRequest, actor: Actor | null): void {
  if (actor !== null) senders.set(request, actor);
}

/**
 * One line for a request that was answered: route and ids, never what stood in it. Where somebody acts for another, both
 * and the mandate are named in the words of RFC 8693, 4.1.
 */
export function logRequest(log: Log, request: FastifyRequest, reply: FastifyReply): void {
  const facts = {
    id: request.id,
    method: request.method,
    route: request.routeOptions.url ?? 'none',
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime * 10) / 10,
    ...subjectOf(senders.get(request)),
  };
  log.debug(facts, 'request');
}

function subjectOf(actor: Actor | undefined): object {
  if (actor === undefined) return {};
  const { personId, actingFor } = actor;
  if (actingFor === undefined) return { sub: personId };
  const { personId: sub, mandateId } = actingFor;
  return { sub, act: { sub: personId }, mandate_id: mandateId };
}
