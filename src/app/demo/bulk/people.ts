import { sql } from 'kysely';
import {
  accountNameKind,
  personalIdKind,
  sealedAccount,
  sealedPerson,
} from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { blindIndexer, makeKeys, type DataKey } from '#/platform/vault/index.ts';
import type { Day } from '#/values/day.ts';
import { instantAt } from '#/values/instant.ts';
import { seededRandom } from '../random.ts';
import { firstMentionedSerial, invent, type Resident } from '../resident.ts';
import { idOf } from './life.ts';
import { bytea, insertRows, settled } from './tables.ts';

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
  // Each load goes on behind the accounts that the ones before have made.
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from identity.account where is_demo and kind = 'citizen'`.execute(tx);
  const first = 2_000 + rows[0]!.n;
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

/** Writes the persons with their accounts, which no password opens. Gives the key of each. */
export async function insertPeople(
  tx: Tx,
  people: People,
  at: Date,
): Promise<ReadonlyMap<string, DataKey>> {
  const blind = await blindIndexer(tx);
  const keys = new Map<string, DataKey>();
  for (let from = 0; from < people.count; from += batch) {
    const size = Math.min(batch, people.count - from);
    const citizens = Array.from({ length: size }, (_, index) => people.citizen(from + index));
    const made = await makeKeys(
      tx,
      citizens.map(({ personId }) => personId),
    );
    for (const [personId, key] of made) keys.set(personId, key);
    const persons = citizens.map(({ personId, resident }) => ({
      id: personId,
      sealed: bytea(sealedPerson.sealUnder(made.get(personId)!, personId, factsOf(resident))),
      personal_id_mac: bytea(blind(personalIdKind, resident.personalId)),
      created_at: at,
    }));
    const accounts = citizens.map(({ personId, accountId, resident: { personalId: name } }) => ({
      id: accountId,
      person_id: personId,
      name: blind(accountNameKind, name).toString('hex'),
      sealed: bytea(sealedAccount.sealUnder(made.get(personId)!, accountId, { name })),
      kind: 'citizen',
      level: 'verified',
      is_demo: true,
      created_at: at,
    }));
    await insertRows(tx, 'identity.person', JSON.stringify(persons));
    await insertRows(tx, 'identity.account', JSON.stringify(accounts));
    await settled(tx);
  }
  return keys;
}

function factsOf(resident: Resident) {
  return { ...resident, nationality: 'Việt Nam', organisationName: null, taxCode: null };
}
