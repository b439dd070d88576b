import type { Tx } from '#/platform/db/index.ts';
import type { Actor, Post } from '#/platform/http/index.ts';
import type { Text } from '#/values/text.ts';
import type { ReadSubject } from './read-record.ts';
import { insertReads } from './store.ts';

/** Going to and fro within this time is one reading. */
const sameReadingMinutes = 15;

export interface Reading {
  readonly actor: Actor;
  /** Whose data the subject shows. */
  readonly personIds: readonly string[];
  readonly subject: ReadSubject;
  readonly purpose: Text;
  /** The post in which the actor reads; their first when left out. */
  readonly post?: Post | undefined;
}

/**
 * Writes down that an actor opened data of persons. Call it in the transaction that fetches them: no record, no data.
 * A person who reads what is their own leaves no record.
 */
export async function recordRead(
  tx: Tx,
  { actor, personIds, subject, purpose, post }: Reading,
): Promise<void> {
  const others = [...new Set(personIds)].filter(
    (id) => actor.kind !== 'citizen' || id !== actor.personId,
  );
  if (others.length === 0) return;
  const since = new Date(actor.at.getTime() - sameReadingMinutes * 60_000);
  await insertReads(tx, {
    actor,
    post: post ?? actor.posts[0],
    personIds: others,
    subject,
    purpose,
    since,
  });
}
