import { markRecorded, readerOf, type Tx } from '#/platform/db/index.ts';
import type { Actor, Post } from '#/platform/http/index.ts';
import type { Text } from '#/values/text.ts';
import type { ReadSubject } from './read-record.ts';
import { insertReads, sameReadingMinutes } from './store/reads.ts';

/** What lets an office read what it needs to handle cases of people. */
const ofOffice = 'Nghị định 118/2025/NĐ-CP; Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15';

export interface Reading {
  readonly actor: Actor;
  /** Whose data the subject shows. */
  readonly personIds: readonly string[];
  readonly subject: ReadSubject;
  readonly purpose: Text;
  /** The post in which the actor reads; their first when left out. */
  readonly post?: Post | undefined;
  /** The law that lets it be read, where it is not the handling of cases. */
  readonly legalBasis?: string | undefined;
  /** The partner or program that reads, where it is one. */
  readonly program?: string | undefined;
}

/**
 * Writes down that an actor opened data of persons. Call it in the transaction that fetches them: no record, no data.
 * A person who reads what is their own leaves no record.
 */
export async function recordRead(
  tx: Tx,
  { actor, personIds, subject, purpose, post, legalBasis = ofOffice, program }: Reading,
): Promise<void> {
  markRecorded(tx, [...personIds, subject.id]);
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
    way: program === undefined ? (readerOf(tx)?.way ?? 'page') : 'program',
    program,
    caseNo: subject.kind === 'dossier' ? subject.label.split(' · ', 1)[0] : undefined,
    legalBasis,
    since,
  });
}
