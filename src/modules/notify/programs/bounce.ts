import type { FastifyReply, FastifyRequest } from 'fastify';
import { timingSafeEqual } from 'node:crypto';
import { program, type Route } from '#/platform/http/index.ts';
import { insertDeadAddress } from '../store/addresses.ts';
import { insertCallback } from '../store/callbacks.ts';
import { updateBounced } from '../store/outcomes.ts';
import { findLetter } from '../store/listing.ts';
import type { Office } from '../deliver/office.ts';
import { readReturnPath } from '../deliver/return-path.ts';

const bouncePath = '/api/v1/tin-nhan/thu-tra-lai';

const mostBytes = 1_000_000;

/**
 * Mail that came back: the mail server of the return domain pipes it here. Whom it concerns stands in the address that
 * it came back to (VERP), whether it is for good in its report (RFC 3464).
 */
export function bounceRoute(office: Office): Route {
  return program('POST', bouncePath, (request, reply) => take(office, request, reply));
}

async function take(
  office: Office,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { config, database, clock, keys } = office.services;
  const token = config.messaging?.mail?.bounces?.token;
  if (token === undefined || !isSame(request.headers.authorization ?? '', `Bearer ${token}`))
    return reply.code(401).send();
  const to = request.headers['x-original-to'];
  const id = typeof to === 'string' ? readReturnPath(keys, to) : undefined;
  const report = await readBody(request);
  if (id === undefined || report === undefined) return reply.code(422).send();
  const bounce = readReport(report);
  if (bounce === undefined) return reply.code(204).send();
  const at = clock.now();
  await database.transaction(async (tx) => {
    const message = await updateBounced(tx, id, bounce.code, at);
    if (!message) return;
    const address = (await findLetter(tx, id))?.mail;
    if (address != null && bounce.isAddressDead)
      await insertDeadAddress(tx, { channel: 'mail', address, code: bounce.code, at });
    if (message.serviceId !== null)
      await insertCallback(tx, {
        messageId: id,
        serviceId: message.serviceId,
        status: 'permanent-failure',
        at,
      });
  });
  return reply.code(204).send();
}

/** The permanent failure that a report tells; undefined for delays and answers of people. */
export function readReport(mail: string): { code: string; isAddressDead: boolean } | undefined {
  const action = /^Action:\s*(\w+)/im.exec(mail)?.[1]?.toLowerCase();
  const code = /^Status:\s*(5\.\d{1,3}\.\d{1,3})/im.exec(mail)?.[1];
  if (action !== 'failed' || code === undefined) return undefined;
  return { code, isAddressDead: code.startsWith('5.1.') };
}

async function readBody(request: FastifyRequest): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request.raw.iterator({ destroyOnReturn: false })) {
    size += (part as Buffer).length;
    if (size > mostBytes) return undefined;
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString('latin1');
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
