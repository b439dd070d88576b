import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Day } from '#/values/day.ts';
import { isId, newId } from '#/values/id.ts';
import type { Text } from '#/values/text.ts';

/** What data is used for, in the wording of a day. */
export interface Purpose {
  readonly code: string;
  readonly version: number;
  readonly name: Text;
  readonly words: Text;
  readonly legalBasis: string;
  readonly needsConsent: boolean;
}

/** What a person agreed to, in which words. */
export interface Consent {
  readonly id: string;
  readonly purpose: Purpose;
  readonly givenAt: Date;
  readonly withdrawnAt: Date | null;
}

const purpose = sql`jsonb_build_object('code', p.code, 'version', p.version,
  'name', jsonb_build_object('vi', p.name_vi, 'en', p.name_en),
  'words', jsonb_build_object('vi', p.words_vi, 'en', p.words_en),
  'legalBasis', p.legal_basis, 'needsConsent', p.needs_consent) as purpose`;

/** The purposes of a day, each in its latest wording. */
export async function listPurposes(tx: Tx, on: Day): Promise<Purpose[]> {
  const { rows } = await sql<{ purpose: Purpose }>`
    select distinct on (p.code) ${purpose} from rights.purpose p
     where p.from_on <= ${on} order by p.code, p.version desc`.execute(tx);
  return rows.map((row) => row.purpose);
}

/** What a person agreed to, also what they took back, the latest first. */
export async function listConsents(tx: Tx, personId: string): Promise<Consent[]> {
  const { rows } = await sql<Consent>`
    select c.id, c.given_at as "givenAt", c.withdrawn_at as "withdrawnAt", ${purpose}
      from rights.consent c join rights.purpose p on p.code = c.purpose_code and p.version = c.purpose_version
     where c.person_id = ${personId} order by c.given_at desc`.execute(tx);
  return rows;
}

/** A person agrees; twice is once. */
export async function insertConsent(
  tx: Tx,
  personId: string,
  { code, version }: Purpose,
  at: Date,
): Promise<void> {
  await sql`insert into rights.consent (id, person_id, purpose_code, purpose_version, given_at)
    values (${newId()}, ${personId}, ${code}, ${version}, ${at})
    on conflict (person_id, purpose_code) where withdrawn_at is null do nothing`.execute(tx);
}

/** They take it back. False when there was nothing to take back. */
export async function withdrawConsent(
  tx: Tx,
  personId: string,
  id: string,
  at: Date,
): Promise<boolean> {
  if (!isId(id)) return false;
  const { numAffectedRows } = await sql`update rights.consent set withdrawn_at = ${at}
     where id = ${id} and person_id = ${personId} and withdrawn_at is null`.execute(tx);
  return numAffectedRows === 1n;
}
