import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { sealPlain } from '#/platform/vault/index.ts';
import { newId } from '#/values/id.ts';
import { testDatabase } from '../../../../test/database/fixture.ts';
import { findAccount } from './accounts.ts';
import { findPersonByPersonalId, getPerson } from './persons.ts';

const database = testDatabase('identity');

/** As the migration leaves what stood in columns of its own. */
const moved = (content: object) =>
  Buffer.concat([Buffer.alloc(17), Buffer.from(JSON.stringify(content))]);

test('people from before are sealed at the first start, and found by their number as ever', async () => {
  const [person, account] = [newId(), newId()];
  const facts = { fullName: 'Lê Thị Cũ', personalId: '000180000321', phone: '+84900000321' };
  await database().transaction(async (tx) => {
    await sql`insert into identity.person (id, sealed, created_at) values (${person}, ${moved(facts)}, now())`.execute(
      tx,
    );
    await sql`insert into identity.account (id, person_id, name, sealed, kind, created_at)
      values (${account}, ${person}, ${`unsealed-${account}`}, ${moved({ name: facts.personalId })}, 'citizen', now())`.execute(
      tx,
    );
    expect(await getPerson(tx, person)).toMatchObject(facts);
  });
  expect(await sealPlain((work) => database().transaction(work))).toBe(2);
  await database().transaction(async (tx) => {
    const { rows } = await sql<{ version: number; sealed: Buffer }>`
      select get_byte(sealed, 0) as version, sealed from identity.person where id = ${person}`.execute(
      tx,
    );
    expect(rows[0]!.version).toBe(1);
    expect(rows[0]!.sealed.includes('Cũ')).toBe(false);
    expect(await findPersonByPersonalId(tx, facts.personalId)).toMatchObject({
      id: person,
      ...facts,
    });
    expect(await findAccount(tx, facts.personalId)).toMatchObject({
      id: account,
      name: facts.personalId,
    });
  });
  expect(await sealPlain((work) => database().transaction(work))).toBe(0);
});
