import { seedDemoUnits, seedReferenceData } from '#/modules/agency/index.ts';
import { createAccount } from '#/modules/identity/index.ts';
import type { Database, Tx } from '#/platform/db/index.ts';
import type { Actor, Post } from '#/platform/http/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { newId } from '#/values/id.ts';
import { demoHalls, seedDemoHalls } from './demo.ts';
import { seedRules } from './store/seed.ts';

/** The hall of the demo ward in a test's database. */
export async function openHall(database: Database, at: Date): Promise<void> {
  await database.transaction(async (tx: Tx) => {
    await seedReferenceData(tx, at);
    await seedDemoUnits(tx, at);
    await seedRules(tx, at);
    await seedDemoHalls(tx, at);
  });
}

/** A citizen with an account. */
export async function citizen(database: Database, at: Date): Promise<Actor> {
  return someone(database, 'citizen', [], at);
}

/** An official of the service centre. */
export async function official(database: Database, at: Date): Promise<Actor> {
  return someone(
    database,
    'official',
    [{ unitId: demoHalls.oneStop.unitId, role: 'TIEP_NHAN' }],
    at,
  );
}

async function someone(
  database: Database,
  kind: 'citizen' | 'official',
  posts: readonly Post[],
  at: Date,
): Promise<Actor> {
  const person = { fullName: 'Nguyễn Thị Bình' };
  const created = await database.transaction((tx) =>
    createAccount(tx, { name: newId(), kind, person, at }),
  );
  if (isRefusal(created)) throw new Error(created.refused);
  return { ...created, kind, name: person.fullName, posts, isVerified: true, at, lang: 'vi' };
}
