import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { ListRead } from '../read-record.ts';

/** So many of the latest are told. */
const most = 50;

/** Lists in which a person stood for others, and work of the machine on their data, the latest first. */
export async function listsOf(tx: Tx, personId: string, now: Date): Promise<ListRead[]> {
  const { rows } = await sql<
    Omit<ListRead, 'unit'> & { unit_vi: string | null; unit_en: string | null }
  >`
    select l.id, l.at, l.role, l.way, l.what, l.people, u.name as unit_vi, u.name_en as unit_en
      from privacy.list_read l left join agency.unit u on u.id = l.unit_id
     where l.person_ids @> array[${personId}::uuid] and l.reader_person_id <> ${personId}
       and (l.visible_from is null or l.visible_from <= ${now})
     order by l.at desc limit ${most}`.execute(tx);
  return rows.map(({ unit_vi: vi, unit_en: en, ...row }) => ({
    ...row,
    unit: vi === null || en === null ? null : { vi, en },
  }));
}
