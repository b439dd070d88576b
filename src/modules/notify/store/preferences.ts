import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Lang } from '#/values/text.ts';
import type { ChannelName } from '../write/template.ts';

/** How a person wants to be told. */
export interface Preference {
  readonly lang: Lang;
  /** By which channels; the first one first. */
  readonly channels: readonly ChannelName[];
  readonly isDigest: boolean;
  readonly muted: readonly string[];
}

/** What a person has chosen; undefined when nothing. */
export async function findPreference(tx: Tx, personId: string): Promise<Preference | undefined> {
  const { rows } = await sql<Preference>`
    select lang, channels, is_digest as "isDigest", muted from notify.preference where person_id = ${personId}`.execute(
    tx,
  );
  return rows[0];
}

export async function putPreference(
  tx: Tx,
  personId: string,
  { lang, channels, isDigest, muted }: Preference,
  at: Date,
): Promise<void> {
  await sql`insert into notify.preference (person_id, lang, channels, is_digest, muted, changed_at)
    values (${personId}, ${lang}, ${channels}, ${isDigest}, ${muted}, ${at})
    on conflict (person_id) do update set lang = excluded.lang, channels = excluded.channels,
      is_digest = excluded.is_digest, muted = excluded.muted, changed_at = excluded.changed_at`.execute(
    tx,
  );
}

/** Switches a topic off for somebody; what else they chose stays. */
export async function addMuted(
  tx: Tx,
  personId: string,
  topic: string,
  usual: readonly ChannelName[],
  at: Date,
): Promise<void> {
  await sql`/* beyond: the link in the mail proves itself */
    insert into notify.preference as p (person_id, lang, channels, is_digest, muted, changed_at)
    values (${personId}, 'vi', ${usual}, false, array[${topic}], ${at})
    on conflict (person_id) do update set changed_at = excluded.changed_at,
      muted = case when ${topic} = any(p.muted) then p.muted else p.muted || ${topic}::text end`.execute(
    tx,
  );
}
