import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Outcome, Report } from '../channels/channel.ts';
import type { Course } from '../deliver/course.ts';
import type { ChannelName } from '../write/template.ts';

/** Writes down what came of a try, and how the message goes on. */
export async function updateCourse(
  tx: Tx,
  {
    id,
    attemptId,
    parts,
    at,
  }: {
    readonly id: string;
    readonly attemptId: string | null;
    readonly parts?: number | undefined;
    readonly at: Date;
  },
  outcome: Outcome,
  course: Course,
): Promise<void> {
  const code = outcome.kind === 'sent' ? null : outcome.code;
  await sql`/* unanswered */ update notify.attempt set ended_at = ${at}, outcome = ${outcome.kind}, code = ${code}
     where message_id = ${id} and ended_at is null and (${attemptId}::uuid is null or id = ${attemptId})`.execute(
    tx,
  );
  if (course.state === 'sent')
    await sql`update notify.message set state = 'sent', sent_at = ${at}, provider_ref = ${course.ref}, fault = null,
      parts = ${parts ?? null}, lease_until = null where id = ${id} and state = 'handing'`.execute(
      tx,
    );
  else if (course.state === 'waiting')
    await sql`update notify.message set state = 'waiting', channel = ${course.channel}, channels = ${course.channels},
      attempt = ${course.attempt}, due_at = ${course.dueAt}, fault = ${code}, lease_until = null where id = ${id}`.execute(
      tx,
    );
  else
    await sql`update notify.message set state = ${course.state}, completed_at = ${at}, fault = ${code}, lease_until = null
      where id = ${id}`.execute(tx);
}

/** After so many failures in a row a provider is left in peace. */
const mostFailures = 5;
const restMs = 30_000;

/** Notes whether a provider answers; after some failures in a row nobody asks it for a while. */
export async function updateChannel(
  tx: Tx,
  name: ChannelName,
  isAway: boolean,
  at: Date,
): Promise<void> {
  if (!isAway) {
    await sql`/* unanswered */ update notify.channel set failures = 0, rest_until = null
       where name = ${name} and failures > 0`.execute(tx);
    return;
  }
  const restUntil = new Date(at.getTime() + restMs);
  await sql`/* unanswered */ update notify.channel set failures = failures + 1,
      rest_until = case when failures + 1 >= ${mostFailures} then ${restUntil}::timestamptz else rest_until end
    where name = ${name}`.execute(tx);
}

/** What a provider told later. Gives the message when there is one that waits for it. */
export async function updateReported(
  tx: Tx,
  { channel, ref, state, code }: Omit<Report, 'isAddressDead'>,
  at: Date,
): Promise<{ id: string; serviceId: string | null } | undefined> {
  const { rows } = await sql<{ id: string; serviceId: string | null }>`
    update notify.message set state = ${state}, completed_at = ${at}, fault = ${state === 'failed' ? code : null}
     where provider_ref = ${ref} and channel = ${channel} and state = 'sent'
    returning id, service_id as "serviceId"`.execute(tx);
  return rows[0];
}

/** A mail that was sent came back. */
export async function updateBounced(
  tx: Tx,
  id: string,
  code: string,
  at: Date,
): Promise<{ id: string; serviceId: string | null } | undefined> {
  const { rows } = await sql<{ id: string; serviceId: string | null }>`
    update notify.message set state = 'failed', completed_at = ${at}, fault = ${code}
     where id = ${id} and channel = 'mail' and state in ('sent', 'delivered', 'handing')
    returning id, service_id as "serviceId"`.execute(tx);
  return rows[0];
}
