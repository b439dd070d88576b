import type { FastifyReply } from 'fastify';
import { fill, say, type Lang } from '#/values/text.ts';
import type { Refusal, RefusalTable } from '../refusal.ts';

/** An error of the JSON API (RFC 9457) with a stable code. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly at: string; readonly message: string }[];
}

/** Sends a problem. */
export function sendProblem(reply: FastifyReply, problem: Omit<Problem, 'type'>): FastifyReply {
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send({ type: 'about:blank', ...problem });
}

/** A refusal as a problem: status and words of the one table. */
export function refusalProblem(
  refusal: Refusal,
  table: RefusalTable,
  lang: Lang,
): Omit<Problem, 'type'> {
  const entry = entryOf(refusal, table);
  const words = say(lang, fill(entry.words, refusal.facts ?? {}));
  return { title: words, status: entry.status, code: refusal.refused };
}

/** The table's entry for a refusal. @throws Error for a code that no module lists: that is a bug. */
export function entryOf(refusal: Refusal, table: RefusalTable): RefusalTable[string] {
  const entry = table[refusal.refused];
  if (!entry) throw new Error(`refusal code ${refusal.refused} is not in the table`);
  return entry;
}
