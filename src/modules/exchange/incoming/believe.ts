import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '#/platform/module.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { signMessage, verifyMessage, type Message } from '#/platform/signatures/index.ts';
import { dayOf } from '#/values/day.ts';
import { ownNode } from '../node.ts';
import type { Partner } from '../partner.ts';
import { refusals } from '../refusals.ts';
import { findPartnerByKey } from '../store/declared.ts';
import { insertNonce } from '../store/incoming.ts';

/** A request as it was signed: to our own public address, whatever proxies stand before us. Undefined when it is too large. */
export async function readMessage(
  services: Services,
  request: FastifyRequest,
  path: string,
  mostBytes: number,
): Promise<Message | undefined> {
  const body = await readBody(request, mostBytes);
  if (!body) return undefined;
  const fields = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
  const targetUri = ownNode(services).address + path;
  return { fields, body, method: request.method, targetUri };
}

/** Who signed it; each signature is believed once. */
export async function believe(
  services: Services,
  message: Message,
  at: Date,
): Promise<Partner | Refusal> {
  return services.database.transaction(async (tx) => {
    const found: { partner?: Partner | undefined } = {};
    const signature = await verifyMessage(message, at, async (keyId) => {
      found.partner = await findPartnerByKey(tx, keyId, dayOf(at));
      return found.partner?.publicKey;
    });
    if (typeof signature === 'string') return refuse(`exchange.${signature}`);
    if (!(await insertNonce(tx, signature, at))) return refuse('exchange.replayed');
    return found.partner!;
  });
}

/** What is answered, and of which type. */
export interface SpokenAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

/** An answer in JSON. */
export function spoken(status: number, json: object): SpokenAnswer {
  return { status, type: 'application/json', body: Buffer.from(JSON.stringify(json)) };
}

/** An error of RFC 9457. What other modules refuse is told by its code. */
export function spokenRefusal(refusal: Refusal): SpokenAnswer {
  const code = refusal.refused;
  const own = code in refusals ? refusals[code as keyof typeof refusals] : undefined;
  const { status, words } = own ?? refusals['exchange.not-applied'];
  const detail = Object.entries(refusal.facts ?? {}).map(([name, value]) => `${name}: ${value}`);
  const title = own === undefined ? words.vi.replace('{code}', code) : words.vi;
  const problem = { type: 'about:blank', title, status, code, detail: detail.join('; ') };
  return { ...spoken(status, problem), type: 'application/problem+json' };
}

/** Answers under our own signature. Who did not sign gets none: there is nothing that it could be bound to. */
export function reply(
  services: Services,
  to: FastifyReply,
  request: Message | undefined,
  { status, type, body }: SpokenAnswer,
): FastifyReply {
  const headers =
    request?.fields['signature'] === undefined
      ? { 'content-type': type }
      : signMessage(
          ownNode(services).signer,
          { status, body, request },
          type,
          services.clock.now(),
        );
  return to.code(status).headers(headers).send(body);
}

async function readBody(request: FastifyRequest, mostBytes: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request.raw.iterator({ destroyOnReturn: false })) {
    size += (part as Buffer).length;
    if (size > mostBytes) return undefined;
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}
