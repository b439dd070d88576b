import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Day } from '#/values/day.ts';
import { instantAt } from '#/values/instant.ts';
import { searchKey } from '#/values/person-name.ts';
import { seededRandom } from '../random.ts';
import { firstMentionedSerial, invent, type Resident } from '../resident.ts';
import { idOf } from './life.ts';
import { insertRows, settled } from './tables.ts';

/** Somebody who has filed in the demo. */
export interface Citizen {
  readonly resident: Resident;
  readonly personId: string;
  readonly accountId: string;
}

/** All invented citizens of one load; each is made again from their number when needed. */
export interface People {
  readonly count: number;
  citizen(index: number): Citizen;
}

/** Invents so many citizens, with serial numbers that nobody has yet. @throws RangeError when there are not enough */
export async function peopleOf(tx: Tx, count: number, seed: number, today: Day): Promise<People> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(right(personal_id, 6)::int), 1000) as last from identity.person
     where personal_id like '000%' and right(personal_id, 6)::int < ${firstMentionedSerial}`.execute(
    tx,
  );
  const first = Math.max(2_000, rows[0]!.last + 1);
  if (first + count > firstMentionedSerial) {
    throw new RangeError('Đã dùng hết số định danh minh họa. Hãy nạp vào một thư mục dữ liệu mới.');
  }
  const since = instantAt(today, 0).getTime() - 400 * 86_400_000;
  return {
    count,
    citizen(index) {
      const random = seededRandom(seed * 7_919 + index);
      const resident = invent(random, { age: [22, 70], on: today, serial: first + index });
      const at = new Date(since + index);
      return { resident, personId: idOf(at, random), accountId: idOf(at, random) };
    },
  };
}

const batch = 4_000;

/** Writes the persons with their accounts, which no password opens. */
export async function insertPeople(tx: Tx, people: People, at: Date): Promise<void> {
  for (let from = 0; from < people.count; from += batch) {
    const size = Math.min(batch, people.count - from);
    const citizens = Array.from({ length: size }, (_, index) => people.citizen(from + index));
    const persons = citizens.map(({ personId, resident }) => ({
      id: personId,
      full_name: resident.fullName,
      search_name: searchKey(resident.fullName),
      born_on: resident.bornOn,
      sex: resident.sex,
      personal_id: resident.personalId,
      ethnicity: resident.ethnicity,
      nationality: 'Việt Nam',
      address: resident.address,
      phone: resident.phone,
      email: resident.email,
      created_at: at,
    }));
    const accounts = citizens.map(({ personId, accountId, resident }) => ({
      id: accountId,
      person_id: personId,
      name: resident.personalId,
      kind: 'citizen',
      level: 'verified',
      is_demo: true,
      created_at: at,
    }));
    await insertRows(tx, 'identity.person', JSON.stringify(persons));
    await insertRows(tx, 'identity.account', JSON.stringify(accounts));
    await settled(tx);
  }
}
