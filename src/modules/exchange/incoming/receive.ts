import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '#/platform/module.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { signMessage, verifyMessage, type Message } from '#/platform/signatures/index.ts';
import { dayOf } from '#/values/day.ts';
import { readEvent } from '../event.ts';
import { messagesPath, ownNode } from '../node.ts';
import type { Partner } from '../partner.ts';
import { refusals } from '../refusals.ts';
import { findPartnerByKey } from '../store/declared.ts';
import { insertNonce } from '../store/incoming.ts';
import { hold, isEarly, isPassing, take, type Taken } from './take.ts';
import { applyReady } from './work-off.ts';

/** Papers come along in the message: 20 MB of them are 27 MB of base64. */
const mostBytes = 28_000_000;

/** Takes a message of another installation, and answers under our own signature. */
export function receive(services: Services) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const body = await readBody(request);
    const message = body && messageOf(services, request, body);
    const outcome = message ? await hear(services, message) : refuse('exchange.too-large');
    return answer(services, reply, message, outcome);
  };
}

async function hear(services: Services, message: Message): Promise<Taken | Refusal> {
  const at = services.clock.now();
  const partner = await believe(services, message, at);
  if (isRefusal(partner)) return partner;
  const text = Buffer.from(message.body).toString('utf8');
  const event = readEvent(text);
  if (!event) return refuse('exchange.not-understood');
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

/** Who signed it; each signature is believed once. */
async function believe(services: Services, message: Message, at: Date): Promise<Partner | Refusal> {
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

/** The message as it was signed: to our own public address, whatever proxies stand before us. */
function messageOf(services: Services, request: FastifyRequest, body: Buffer): Message {
  const fields = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
  const targetUri = ownNode(services).address + messagesPath;
  return { fields, body, method: request.method, targetUri };
}

async function readBody(request: FastifyRequest): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request.raw.iterator({ destroyOnReturn: false })) {
    size += (part as Buffer).length;
    if (size > mostBytes) return undefined;
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}

function answer(
  services: Services,
  reply: FastifyReply,
  request: Message | undefined,
  outcome: Taken | Refusal,
): FastifyReply {
  const [status, json] = isRefusal(outcome)
    ? problemOf(outcome)
    : ([outcome.state === 'applied' ? 200 : 202, outcome] as const);
  const type = status < 300 ? 'application/json' : 'application/problem+json';
  const body = Buffer.from(JSON.stringify(json));
  // Who did not sign gets no signature of ours: there is nothing that it could be bound to.
  const headers =
    request?.fields['signature'] === undefined
      ? { 'content-type': type }
      : signMessage(
          ownNode(services).signer,
          { status, body, request },
          type,
          services.clock.now(),
        );
  return reply.code(status).headers(headers).send(body);
}

/** An error of RFC 9457. What other modules refuse is told by its code. */
function problemOf(refusal: Refusal): readonly [number, object] {
  const code = refusal.refused;
  const own = code in refusals ? refusals[code as keyof typeof refusals] : undefined;
  const { status, words } = own ?? refusals['exchange.not-applied'];
  const detail = Object.entries(refusal.facts ?? {}).map(([name, value]) => `${name}: ${value}`);
  const title = own === undefined ? words.vi.replace('{code}', code) : words.vi;
  return [status, { type: 'about:blank', title, status, code, detail: detail.join('; ') }];
}
