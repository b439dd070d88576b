import { sql } from 'kysely';
import { applications, type ApplicationName } from '#/app/demo/applications/index.ts';
import { seededRandom } from '#/app/demo/random.ts';
import { invent } from '#/app/demo/resident.ts';
import { createAccount, openSession } from '#/modules/identity/index.ts';
import { findProcedureInForce } from '#/modules/procedure/index.ts';
import { sealedDraft } from '#/modules/dossier/index.ts';
import type { Database } from '#/platform/db/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { dayOf } from '#/values/day.ts';
import { newId } from '#/values/id.ts';

/** Somebody who is signed in and has applications that only wait to be sent. */
export interface ReadyApplicant {
  readonly session: string;
  readonly accountId: string;
  /** Addresses to post to. */
  readonly drafts: string[];
}

/** Makes applicants with so many complete drafts each. */
export async function readyApplicants(
  database: Database,
  applies: ApplicationName,
  count: number,
  draftsEach: number,
): Promise<ReadyApplicant[]> {
  const at = new Date();
  const { slug, answer } = applications[applies];
  return database.transaction(async (tx) => {
    const found = await findProcedureInForce(tx, slug, dayOf(at));
    if (!found) throw new Error(`no procedure ${slug} is in force`);
    const { version } = found;
    const applicants: ReadyApplicant[] = [];
    for (let index = 0; index < count; index += 1) {
      const random = seededRandom(index + 1);
      const person = invent(random, { age: [25, 60], on: dayOf(at), serial: 590_000 + index });
      const account = await createAccount(tx, {
        name: person.personalId,
        kind: 'citizen',
        person,
        isDemo: true,
        at,
      });
      if (isRefusal(account)) throw new Error(account.refused);
      const { accountId } = account;
      const ids = Array.from({ length: draftsEach }, newId);
      const sealed = await Promise.all(
        ids.map((id) => {
          const answers = answer(person, dayOf(at), random);
          return sealedDraft.seal(tx, account.personId, id, { answers, typed: {} });
        }),
      );
      await sql`
        insert into dossier.draft (id, account_id, procedure_id, version_id, subject, sealed, revision, created_at, saved_at)
        select id, ${accountId}, ${version.procedureId}, ${version.id}, 'lần ' || n, sealed, 1, ${at}, ${at}
          from unnest(${ids}::uuid[], ${sealed}::bytea[]) with ordinality as ready (id, sealed, n)`.execute(
        tx,
      );
      const session = await openSession(tx, accountId, at);
      applicants.push({ session, accountId, drafts: ids.map((id) => `/nop/${slug}/${id}/nop`) });
    }
    return applicants;
  });
}
