import type { FastifyRequest } from 'fastify';
import type { Log } from '../log.ts';

/**
 * Tells the operator, once, that somebody who is not named as a proxy forwards addresses: behind a proxy that was
 * forgotten in the settings all people share one address, and with it the limits on tries.
 */
export function noticeUnnamedProxy(log: Log): (request: FastifyRequest) => void {
  let isTold = false;
  return (request) => {
    const peer = request.socket.remoteAddress;
    if (isTold || request.headers['x-forwarded-for'] === undefined || request.ip !== peer) return;
    isTold = true;
    log.warn({ peer }, 'X-Forwarded-For of a peer that CQS_TRUSTED_PROXIES does not name');
  };
}
