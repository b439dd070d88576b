import { createHash } from 'node:crypto';
import type { Tx } from '#/platform/db/index.ts';
import { findSessionFacts, type SessionFacts } from './store/session-facts.ts';

/** How the person of a token signed in; undefined when the session is over. Using it keeps nothing awake. */
export function sessionFacts(tx: Tx, token: string, at: Date): Promise<SessionFacts | undefined> {
  return findSessionFacts(tx, createHash('sha256').update(token).digest(), at);
}
