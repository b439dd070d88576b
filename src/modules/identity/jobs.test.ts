import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { stillClock } from '#/platform/clock.ts';
import { testDatabase } from '../../../test/database/fixture.ts';
import { forgetStale } from './jobs.ts';
import { openSession } from './session.ts';
import { findAccount } from './store/accounts.ts';
import { insertFailure } from './store/failures.ts';

const database = testDatabase('identity');

test('at night, sessions that are over and old failures are forgotten, and nothing else', async () => {
  const evening = new Date('2026-07-14T16:00:00+07:00');
  const night = new Date('2026-07-16T03:30:00+07:00');
  await database().transaction(async (tx) => {
    const { id } = (await findAccount(tx, 'he-thong'))!;
    for (const at of [evening, night]) {
      await openSession(tx, id, at);
      await insertFailure(tx, 'someone', at);
    }
  });
  await forgetStale({ database: database(), clock: stillClock(night) }).run({});
  await database().transaction(async (tx) => {
    const { rows } = await sql`
      select (select array_agg(started_at) from identity.session) as sessions,
             (select array_agg(at) from identity.sign_in_failure) as failures`.execute(tx);
    expect(rows).toEqual([{ sessions: [night], failures: [night] }]);
  });
});
