import { sql } from 'kysely';
import { listTimedWaits } from '#/modules/process/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { answerTimeOf } from '../../clock.ts';
import { pausesOf } from '../../pauses.ts';
import type { Act } from '../../store/index.ts';
import type { Clockwork, Timed } from '../moves.ts';

/** The next open dossiers in the order of ids, of some units or of all. */
export async function listOpenIds(
  tx: Tx,
  unitIds: readonly string[] | null,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`/* beyond: deadlines of an office */
    select id from dossier.dossier
     where (ended_at is null or state in ('RESOLVED', 'REFUSED_RESULT'))
       and id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000')
       and (${unitIds}::uuid[] is null or unit_ids && ${unitIds}::uuid[])
     order by id limit ${limit}`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Everything with a clock in the dossiers of ids, in the order of ids. */
export async function listClockworks(tx: Tx, ids: readonly string[]): Promise<Clockwork[]> {
  if (ids.length === 0) return [];
  const dossiers = await listTimed(tx, ids);
  const acts = Map.groupBy(await listPauseActs(tx, ids), ({ dossierId }) => dossierId);
  const requests = new Map((await listRequests(tx, ids)).map((one) => [one.dossierId, one]));
  const waits = Map.groupBy(await listTimedWaits(tx, ids), ({ subject }) => subject);
  const clockworks: Clockwork[] = [];
  for (const dossier of dossiers) {
    const request = requests.get(dossier.id);
    clockworks.push({
      dossier,
      pauses: pausesOf(acts.get(dossier.id) ?? []),
      request: request
        ? { ...request, allowance: await answerTimeOf(tx, dossier.versionId) }
        : null,
      waits: waits.get(dossier.id) ?? [],
    });
  }
  return clockworks;
}

type Request = Omit<NonNullable<Clockwork['request']>, 'allowance'> & {
  readonly dossierId: string;
};

async function listTimed(tx: Tx, ids: readonly string[]): Promise<Timed[]> {
  const { rows } = await sql<Timed>`/* beyond: deadlines of an office */
    select id, code, version_id as "versionId", unit_id as "unitId", unit_ids as "unitIds", variant, deadline,
           submitted_at as "submittedAt", accept_due_at as "acceptDueAt", accepted_at as "acceptedAt",
           due_at as "dueAt", paused_at as "pausedAt", overdue_at as "overdueAt",
           reappointed_at as "reappointedAt", ended_at as "endedAt"
      from dossier.dossier where id = any(${ids}::uuid[]) order by id`.execute(tx);
  return rows;
}

async function listPauseActs(
  tx: Tx,
  ids: readonly string[],
): Promise<(Pick<Act, 'at' | 'fromState' | 'toState'> & { dossierId: string })[]> {
  const { rows } = await sql<
    Pick<Act, 'at' | 'fromState' | 'toState'> & { dossierId: string }
  >`/* beyond: deadlines of an office */
    select dossier_id as "dossierId", at, from_state as "fromState", to_state as "toState" from dossier.act
     where dossier_id = any(${ids}::uuid[])
       and (from_state in ('SUPPLEMENT_REQUIRED', 'PAYMENT_REQUIRED', 'CONFIRMING')
         or to_state in ('SUPPLEMENT_REQUIRED', 'PAYMENT_REQUIRED', 'CONFIRMING'))
     order by dossier_id, seq`.execute(tx);
  return rows;
}

async function listRequests(tx: Tx, ids: readonly string[]): Promise<Request[]> {
  const { rows } = await sql<Request>`/* beyond: deadlines of an office */
    select dossier_id as "dossierId", id, sent_at as "sentAt", answer_due_at as "answerDueAt" from dossier.supplement
     where dossier_id = any(${ids}::uuid[]) and sent_at is not null and closed_at is null`.execute(
    tx,
  );
  return rows;
}
