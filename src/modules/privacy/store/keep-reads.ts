import { sql } from 'kysely';
import type { Clock } from '#/platform/clock.ts';
import type { Reader, ReadKeeper, Tx } from '#/platform/db/index.ts';
import { systemAccountId } from '#/platform/http/index.ts';
import { newId } from '#/values/id.ts';
import { delayOf, sameReadingMinutes } from './reads.ts';

/** Gives whose dossiers and drafts these are; what is under a key of its own belongs to somebody too. */
export type OwnersOf = (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** Places whose keys may be a dossier's or a draft's. */
const keyedByCase: readonly string[] = ['document.issued.sealed', 'registry.entry.sealed'];

/** Who officials are is public where they act as such; names of others are not. */
const nameOnly: readonly string[] = ['identity.person.sealed', 'identity.account.sealed'];

/**
 * Writes down what was opened without a record: one row for the whole transaction. Every sealed cell comes out of the
 * database through it, so no store can give away data about somebody and leave no trace.
 */
export function readKeeper(clock: Clock, ownersOf: OwnersOf): ReadKeeper {
  return async function keep(tx, opened, reader) {
    const names: string[] = [];
    const more: string[] = [];
    const cases: string[] = [];
    for (const [subject, places] of opened) {
      if (isSigningIn(reader, places)) continue;
      if ([...places].every((place) => nameOnly.includes(place))) names.push(subject);
      else if ([...places].every((place) => keyedByCase.includes(place))) cases.push(subject);
      else more.push(subject);
    }
    if (cases.length > 0) {
      const owners = await ownersOf(tx, cases);
      const own = new Set(reader.own);
      more.push(...new Set([...owners.values()].filter((id) => !own.has(id))));
    }
    if (names.length + more.length > 0) await insertList(tx, reader, clock.now(), { names, more });
  };
}

/** Nobody is known yet: whose name and password are compared is whoever signs in. */
function isSigningIn({ way, accountId }: Reader, places: ReadonlySet<string>): boolean {
  const isVisitor = (way === 'page' || way === 'api') && accountId === systemAccountId;
  return isVisitor && [...places].every((place) => nameOnly.includes(place));
}

interface People {
  readonly names: readonly string[];
  readonly more: readonly string[];
}

/** People of whom the same reader has a record of the last minutes get none again; officials' names none at all. */
async function insertList(
  tx: Tx,
  reader: Reader,
  at: Date,
  { names, more }: People,
): Promise<void> {
  const { way, what, accountId, personId, post, mandateId } = reader;
  const since = new Date(at.getTime() - sameReadingMinutes * 60_000);
  const ids = [...names, ...more];
  const areNames = ids.map((_id, place) => place < names.length);
  const isPerson = accountId !== systemAccountId;
  await sql`/* unanswered */ /* beyond: a record depends on nothing that its reader may see */
    insert into privacy.list_read
      (id, at, reader_account_id, reader_person_id, unit_id, role, way, what, people, person_ids,
       mandate_id, visible_from)
    select ${newId()}::uuid, ${at}::timestamptz, ${accountId}::uuid, ${personId}::uuid, ${post?.unitId ?? null}::uuid,
           ${post?.role ?? null}::text, ${way}::text, ${what}::text, cardinality(p.ids), p.ids,
           ${mandateId ?? null}::uuid, ${delayOf(post?.role, at)}
      from (
        select array_agg(distinct t.person) as ids from (
          select coalesce(a.person_id, h.id) as person, s.is_name
            from unnest(${ids}::uuid[], ${areNames}::boolean[]) s (id, is_name)
            left join identity.account a on a.id = s.id
            left join identity.person h on h.id = s.id) t
         where t.person is not null and t.person <> ${personId}
           and not (t.is_name and exists (
             select from identity.account o where o.person_id = t.person and o.kind <> 'citizen'))
           and not exists (
             select from privacy.read_record r
              where ${isPerson} and r.person_id = t.person and r.reader_account_id = ${accountId} and r.at > ${since})
           and t.person not in (
             select unnest(l.person_ids) from privacy.list_read l
              where ${isPerson} and l.reader_account_id = ${accountId} and l.at > ${since} and l.what = ${what})
      ) p where p.ids is not null`.execute(tx);
}
