import type { FastifyReply, FastifyRequest } from 'fastify';
import { networkOf } from '../network.ts';
import { isLoopback } from './loopback.ts';
import type { Web } from './web.ts';

/** Counts requests of a minute, together with all other nodes. */
export interface Meter {
  /** Counts one request; seconds to wait when it is one too many. */
  take(subject: string, most: number): number | undefined;
  /** Requests of one session in a minute. */
  readonly perMinute: number;
  /** Doors behind which much work waits: as `POST /path/of/:route`. */
  readonly costly: ReadonlySet<string>;
}

/** A commune sits behind one address, so a network may send what many sessions may. */
const perNetwork = 10;

/** At a costly door a session gets a twentieth. */
const perCostly = 20;

/** The sender's fault: too much in too short a time. */
class Flood extends Error {
  readonly statusCode = 429;
}

/**
 * Refuses who sends more than people do (RFC 6585, 4), before anything is read. It counts the credential as it was sent,
 * known or not: whoever invents new ones stays one network. Programs on this machine are no network.
 * @throws Flood
 */
export function refuseFlood(web: Web, request: FastifyRequest, reply: FastifyReply): void {
  const { meter } = web;
  if (meter === undefined) return;
  const { perMinute, costly } = meter;
  const network = isLoopback(request.ip) ? undefined : `network ${networkOf(request.ip)}`;
  const token = request.cookies[web.names.session] ?? request.headers.authorization;
  const sender = token === undefined ? network : `session ${token}`;
  const door = `${request.method} ${request.routeOptions.url ?? ''}`;
  const waits = [
    network && meter.take(web.keys.sign('flood', network), perMinute * perNetwork),
    token && meter.take(web.keys.sign('flood', `session ${token}`), perMinute),
    costly.has(door) &&
      sender &&
      meter.take(
        web.keys.sign('flood', `${door} ${sender}`),
        Math.max(1, Math.floor(perMinute / perCostly)),
      ),
  ];
  const wait = waits.find((seconds) => typeof seconds === 'number');
  if (wait === undefined) return;
  void reply.header('retry-after', String(wait));
  throw new Flood('too many requests');
}
