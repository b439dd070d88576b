import { Type, type Static } from '@sinclair/typebox';
import { Ajv } from 'ajv';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '#/platform/module.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import type { Message } from '#/platform/signatures/index.ts';
import { readJson } from '../call.ts';
import { filesPath } from '../node.ts';
import {
  believe,
  readMessage,
  reply,
  spokenRefusal,
  type SpokenAnswer,
} from '../incoming/believe.ts';
import { findNamed } from '../store/files.ts';

const mostBytes = 1_000;

/** Which file: the place among the papers of a message of ours. */
const wish = Type.Object(
  {
    message: Type.String({
      pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
    }),
    file: Type.Integer({ minimum: 0, maximum: 69 }),
  },
  { additionalProperties: false },
);
const isWish = new Ajv({ strict: false }).compile<Static<typeof wish>>(wish);

/** Hands a file over that a message names, to the installation that the message goes to and while it is on its way. */
export function handOver(services: Services) {
  return async (request: FastifyRequest, to: FastifyReply): Promise<unknown> => {
    const message = await readMessage(services, request, filesPath, mostBytes);
    const found = message ? await find(services, message) : refuse('exchange.too-large');
    return reply(services, to, message, isRefusal(found) ? spokenRefusal(found) : found);
  };
}

async function find(services: Services, message: Message): Promise<SpokenAnswer | Refusal> {
  const partner = await believe(services, message, services.clock.now());
  if (isRefusal(partner)) return partner;
  const asked: unknown = readJson(Buffer.from(message.body));
  if (!isWish(asked)) return refuse('exchange.not-understood');
  const body = await services.database.transaction(async (tx) => {
    const key = await findNamed(tx, partner.address, asked.message, asked.file);
    return key === undefined ? undefined : services.files.read(key, tx);
  });
  return body ? { status: 200, type: 'application/pdf', body } : refuse('exchange.no-such-file');
}
