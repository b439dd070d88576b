import type { FastifyReply } from 'fastify';
import { entryOf, readOwnPath, type Visit } from '#/platform/http/index.ts';
import type { Refusal } from '#/platform/refusal.ts';
import { fill, say } from '#/values/text.ts';
import { refusals } from '../refusals.ts';

const paperCode = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;

export function isPaperCode(candidate: string): boolean {
  return paperCode.test(candidate);
}

/** Says no where there is no page: the words as plain text. */
export function refuseRaw(reply: FastifyReply, visit: Visit, refusal: Refusal): FastifyReply {
  const { status, words } = entryOf(refusal, refusals);
  return reply
    .code(status)
    .type('text/plain; charset=utf-8')
    .send(say(visit.lang, fill(words, refusal.facts ?? {})));
}

/** A path of this site to return to; anything else leads to the own dossiers. */
export function wayBack(candidate: string | undefined): string {
  return readOwnPath(candidate) ?? '/ho-so';
}
