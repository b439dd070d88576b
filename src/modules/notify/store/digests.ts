import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { newId } from '#/values/id.ts';
import type { Lang } from '#/values/text.ts';
import { sealedLetter, type Letter } from './sealed.ts';

/** What was held for one person. */
interface Held {
  readonly personId: string;
  readonly lang: Lang;
  readonly letters: readonly Letter[];
}

/** Takes what was held and is due, by person; it is told by the digest and not by itself. */
export async function takeHeld(tx: Tx, at: Date): Promise<Held[]> {
  const { rows } = await sql<{ personId: string; lang: Lang; letter: Letter }>`
    with due as (
      select id from notify.message where state = 'held' and due_at <= ${at}
       order by due_at limit 500 for update skip locked),
    told as (
      update notify.message m set state = 'dropped', completed_at = ${at}, fault = 'digest' from due where m.id = due.id returning m.*)
    select t.person_id as "personId", t.lang, ${sealedLetter.readAs('t', 'letter')} from told t order by t.created_at`.execute(
    tx,
  );
  const people = Map.groupBy(rows, ({ personId }) => personId);
  return [...people].map(([personId, held]) => ({
    personId,
    lang: held.at(-1)!.lang,
    letters: held.map(({ letter }) => letter),
  }));
}

/** The mail that tells of all of them. */
export async function insertDigest(
  tx: Tx,
  { personId, lang, letter, at }: { personId: string; lang: Lang; letter: Letter; at: Date },
): Promise<void> {
  const id = newId();
  const sealed = await sealedLetter.seal(tx, personId, id, letter);
  await sql`insert into notify.message (id, person_id, event, lang, state, channel, sealed, due_at, created_at)
    values (${id}, ${personId}, 'notify.digest', ${lang}, 'waiting', 'mail', ${sealed}, ${at}, ${at})`.execute(
    tx,
  );
}
