import { sql, type RawBuilder } from 'kysely';
import { sealedPerson } from '#/modules/identity/index.ts';
import type { Tx, Way } from '#/platform/db/index.ts';
import type { Actor, Post } from '#/platform/http/index.ts';
import { sealedColumn } from '#/platform/vault/index.ts';
import { dayOf } from '#/values/day.ts';
import { newId } from '#/values/id.ts';
import type { Text } from '#/values/text.ts';
import type { ReadRecord, ReadSubject } from '../read-record.ts';

/** Going to and fro within this time is one reading. */
export const sameReadingMinutes = 15;

interface NewReads {
  readonly actor: Actor;
  readonly post: Post | undefined;
  readonly personIds: readonly string[];
  readonly subject: ReadSubject;
  readonly purpose: Text;
  readonly way: Way;
  readonly program: string | undefined;
  readonly caseNo: string | undefined;
  readonly legalBasis: string;
  /** Who has a record of the same reader and subject since then gets no further one. */
  readonly since: Date;
}

/** What was read, under the key of whom it tells about. */
const sealedLabel = sealedColumn<Pick<ReadSubject, 'label'>>({
  table: 'privacy.read_record',
  column: 'sealed',
  key: ['id'],
  subject: 't.person_id',
  gone: { label: '(đã xóa)' },
});

/** When people are told of a reading in a role, as SQL: null for at once. */
export function delayOf(role: string | undefined, at: Date): RawBuilder<unknown> {
  return sql`(select ${at}::timestamptz + make_interval(days => max(d.days)) from privacy.delay_rule d
    where d.role = ${role ?? null} and ${dayOf(at)}::date between d.from_on and coalesce(d.until_on, 'infinity'))`;
}

/** Writes one record per person. */
export async function insertReads(tx: Tx, reads: NewReads): Promise<void> {
  const { actor, post, personIds, subject, purpose, since, way, legalBasis } = reads;
  const ids = personIds.map(newId);
  const sealed = await Promise.all(
    personIds.map((personId, place) =>
      sealedLabel.seal(tx, personId, ids[place]!, { label: subject.label }),
    ),
  );
  await sql`
    insert into privacy.read_record
      (id, at, person_id, reader_account_id, reader_person_id, unit_id, role,
       subject_kind, subject_id, sealed, purpose, way, program, case_no, legal_basis, mandate_id, visible_from)
    select fresh.id, ${actor.at}, fresh.person_id, ${actor.accountId}, ${actor.personId},
           ${post?.unitId ?? null}::uuid, ${post?.role ?? null},
           ${subject.kind}, ${subject.id}, fresh.sealed, ${JSON.stringify(purpose)}::jsonb,
           ${way}, ${reads.program ?? null}, ${reads.caseNo ?? null}, ${legalBasis},
           ${actor.actingFor?.mandateId ?? null}::uuid, ${delayOf(post?.role, actor.at)}
      from unnest(${ids}::uuid[], ${personIds}::uuid[], ${sealed}::bytea[]) as fresh (id, person_id, sealed)
     where not exists (
       select from privacy.read_record r
        where r.subject_id = ${subject.id} and r.reader_account_id = ${actor.accountId}
          and r.person_id = fresh.person_id and r.at > ${since})`.execute(tx);
}

/** Which part of a list, and what of it may be told by now. */
export interface Cut {
  readonly limit: number;
  readonly offset: number;
  readonly now: Date;
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
}

/** One page of the reads of a person's data by others, the latest first, and how many there are in all. */
export async function listReads(
  tx: Tx,
  personId: string,
  { limit, offset, now, from, until }: Cut,
): Promise<{ reads: ReadRecord[]; total: number }> {
  const byOthers = sql`r.person_id = ${personId} and r.reader_person_id <> ${personId}
    and r.at >= coalesce(${from ?? null}::timestamptz, '-infinity') and r.at < coalesce(${until ?? null}::timestamptz, 'infinity')
    and (r.visible_from is null or r.visible_from <= ${now})`;
  const reads = await select(tx, byOthers, sql`limit ${limit} offset ${offset}`);
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from privacy.read_record r where ${byOthers}`.execute(tx);
  return { reads, total: rows[0]!.n };
}

/** Everyone who opened a subject, the latest first. */
export function listReadsOn(tx: Tx, subjectId: string): Promise<ReadRecord[]> {
  return select(tx, sql`r.subject_id = ${subjectId}`, sql``);
}

interface Row {
  id: string;
  at: Date;
  person_id: string;
  subject_kind: string;
  subject_id: string;
  label: string;
  purpose: Text;
  reader_name: string;
  role: string | null;
  unit_vi: string | null;
  unit_en: string | null;
  way: Way;
  program: string | null;
  case_no: string | null;
  legal_basis: string | null;
  mandate_id: string | null;
}

async function select(
  tx: Tx,
  which: RawBuilder<unknown>,
  cut: RawBuilder<unknown>,
): Promise<ReadRecord[]> {
  const { rows } = await sql<Row>`
    select r.id, r.at, r.person_id, r.subject_kind, r.subject_id, ${sealedLabel.read('r')}, r.purpose, r.role,
           r.way, r.program, r.case_no, r.legal_basis, r.mandate_id,
           ${sealedPerson.pick('reader', { reader_name: 'fullName' })}, u.name as unit_vi, u.name_en as unit_en
      from privacy.read_record r
      join identity.person reader on reader.id = r.reader_person_id
      left join agency.unit u on u.id = r.unit_id
     where ${which} order by r.at desc, r.id desc ${cut}`.execute(tx);
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    personId: row.person_id,
    subject: { kind: row.subject_kind, id: row.subject_id, label: row.label },
    purpose: row.purpose,
    readerName: row.reader_name,
    role: row.role,
    unit:
      row.unit_vi === null || row.unit_en === null ? null : { vi: row.unit_vi, en: row.unit_en },
    way: row.way,
    program: row.program,
    caseNo: row.case_no,
    legalBasis: row.legal_basis,
    mandateId: row.mandate_id,
  }));
}

/** When the first reading was recorded; undefined before. */
export async function firstRead(tx: Tx): Promise<Date | undefined> {
  const { rows } = await sql<{
    at: Date;
  }>`/* beyond: since when there are records is the same for all */
    select at from privacy.read_record order by at limit 1`.execute(tx);
  return rows[0]?.at;
}
