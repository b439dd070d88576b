import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { text, type Text } from '#/values/text.ts';
import { minuteOfDay } from '#/values/instant.ts';
import type { ReadRecord } from '../read-record.ts';

/** An hour is unusual when a reader opens so many people, and so many times more than in their own ordinary hours. */
const unusual = { people: 10, times: 4 };

/** What is worth asking about in readings, by their id: opened at night, for no case, among unusually many. */
export async function hintsOf(
  tx: Tx,
  reads: readonly ReadRecord[],
): Promise<ReadonlyMap<string, readonly Text[]>> {
  const rushed = await rushedAmong(tx, reads);
  return new Map(
    reads.map((read) => [
      read.id,
      [
        ...(isAtNight(read) ? [words.night] : []),
        ...(isForNoCase(read) ? [words.noCase] : []),
        ...(rushed.has(read.id) ? [words.many] : []),
      ],
    ]),
  );
}

function isAtNight({ at, way }: ReadRecord): boolean {
  const minute = minuteOfDay(at);
  return (way === 'page' || way === 'file') && (minute < 6 * 60 || minute >= 21 * 60);
}

function isForNoCase({ caseNo, subject, way }: ReadRecord): boolean {
  return caseNo === null && way === 'page' && subject.kind === 'person';
}

/** Compares each reader with themselves: people opened in that hour, and in their hours of the month before. */
async function rushedAmong(tx: Tx, reads: readonly ReadRecord[]): Promise<Set<string>> {
  const ids = reads.map(({ id }) => id);
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{
    id: string;
  }>`/* beyond: how much a reader opened is compared, not whose data */
    select r.id from privacy.read_record r
     cross join lateral (
       select count(distinct n.person_id) as people from privacy.read_record n
        where n.reader_account_id = r.reader_account_id
          and n.at between r.at - interval '30 minutes' and r.at + interval '30 minutes') now
     cross join lateral (
       select avg(h.people) as people from (
         select count(distinct b.person_id) as people from privacy.read_record b
          where b.reader_account_id = r.reader_account_id
            and b.at between r.at - interval '30 days' and r.at - interval '30 minutes'
          group by date_trunc('hour', b.at)) h) before
     where r.id = any(${ids}::uuid[]) and now.people >= ${unusual.people}
       and now.people > ${unusual.times} * coalesce(before.people, 1)`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

const words = {
  night: text('Mở vào ban đêm', 'Opened at night'),
  noCase: text('Không gắn với hồ sơ nào', 'For no dossier'),
  many: text(
    'Người này mở dữ liệu của nhiều người bất thường trong giờ đó',
    'Unusually many people were opened by the same reader in that hour',
  ),
};
