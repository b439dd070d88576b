import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { blindIndex, blindIndexes } from '#/platform/vault/index.ts';
import type { Day } from '#/values/day.ts';
import { isId } from '#/values/id.ts';
import type { Appointment, AppointmentState, Guest } from '../appointment.ts';
import type { Kept } from '../slots.ts';
import { guestPhoneKind, sealedGuest } from './sealed.ts';

const columns = sql`a.id, a.unit_id as "unitId", a.service_id as "serviceId", a.desk_id as "deskId", a.on_day as "on",
  a.starts_at as "startsAt", a.ends_at as "endsAt", a.code, a.person_id as "personId",
  a.procedure_slug as "procedureSlug", a.dossier_code as "dossierCode", a.state, a.moved_to as "movedTo"`;

/**
 * Whoever books in this unit waits until the transaction ends: of two that want the same place the second sees that the
 * first has it.
 */
export async function lockUnit(tx: Tx, unitId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`appointment ${unitId}`}, 0))`.execute(
    tx,
  );
}

/** The times that are kept between two days. */
export async function listKept(tx: Tx, unitId: string, from: Day, to: Day): Promise<Kept[]> {
  const { rows } =
    await sql<Kept>`/* beyond: which times are taken is for all to know, by whom is not asked */
    select desk_id as "deskId", starts_at as "startsAt", ends_at as "endsAt" from appointment.appointment
     where unit_id = ${unitId} and on_day between ${from} and ${to} and state in ('BOOKED', 'ARRIVED')`.execute(
      tx,
    );
  return rows;
}

/** The codes that arrivals of a day may say. */
export async function listCodes(tx: Tx, unitId: string, on: Day): Promise<Set<string>> {
  const { rows } = await sql<{
    code: string;
  }>`/* beyond: a code must differ from those of others, which are not shown */
    select code from appointment.appointment
     where unit_id = ${unitId} and on_day = ${on} and state in ('BOOKED', 'ARRIVED')`.execute(tx);
  return new Set(rows.map(({ code }) => code));
}

/** How many appointments to come somebody holds, by account or by telephone. */
export async function countHeld(
  tx: Tx,
  holder: { readonly personId: string } | { readonly phone: string },
  now: Date,
): Promise<number> {
  const whose =
    'personId' in holder
      ? sql`person_id = ${holder.personId}`
      : sql`phone_index = any (${await blindIndexes(tx, guestPhoneKind, holder.phone)})`;
  const { rows } = await sql<{
    n: number;
  }>`/* beyond: how many one telephone holds is counted for the office */
    select count(*) as n from appointment.appointment
     where ${whose} and state = 'BOOKED' and ends_at > ${now}`.execute(tx);
  return rows[0]!.n;
}

/** What is kept besides the appointment itself. */
export interface Secrets {
  readonly guest: Guest | null;
  readonly secretHash: Buffer | null;
}

/** Keeps a new appointment. The database refuses a second one at the same desk and time. */
export async function insertAppointment(
  tx: Tx,
  made: Omit<Appointment, 'state' | 'movedTo'>,
  { guest, secretHash }: Secrets,
  at: Date,
): Promise<void> {
  const subject = made.personId ?? made.id;
  const sealed = guest && (await sealedGuest.seal(tx, subject, made.id, { guest }));
  const phone = guest && (await blindIndex(tx, guestPhoneKind, guest.phone));
  await sql`/* beyond: a visitor without an account keeps a time too */
    insert into appointment.appointment
      (id, unit_id, service_id, desk_id, on_day, starts_at, ends_at, code, person_id, subject_id, sealed, phone_index,
       secret_hash, procedure_slug, dossier_code, state, booked_at)
    values (${made.id}, ${made.unitId}, ${made.serviceId}, ${made.deskId}, ${made.on}, ${made.startsAt}, ${made.endsAt},
            ${made.code}, ${made.personId}, ${subject}, ${sealed}, ${phone}, ${secretHash}, ${made.procedureSlug},
            ${made.dossierCode}, 'BOOKED', ${at})`.execute(tx);
}

/** An appointment of the person who is signed in, held until the transaction ends. */
export async function lockOwn(
  tx: Tx,
  id: string,
  personId: string,
): Promise<Appointment | undefined> {
  if (!isId(id)) return undefined;
  const { rows } = await sql<Appointment>`
    select ${columns} from appointment.appointment a where a.id = ${id} and a.person_id = ${personId} for update`.execute(
    tx,
  );
  return rows[0];
}

/** An appointment by the secret in its address, held until the transaction ends. */
export async function lockBySecret(tx: Tx, hash: Buffer): Promise<Appointment | undefined> {
  const { rows } =
    await sql<Appointment>`/* beyond: found by the secret that only its holder knows */
    select ${columns} from appointment.appointment a where a.secret_hash = ${hash} for update`.execute(
      tx,
    );
  return rows[0];
}

/** How a guest is reached; undefined after the time of keeping. */
export async function findGuest(tx: Tx, id: string): Promise<Guest | undefined> {
  const { rows } = await sql<{
    guest: Guest;
  }>`/* beyond: asked for whoever brought the secret of this appointment */
    select ${sealedGuest.read('a')} from appointment.appointment a
     where a.id = ${id} and a.sealed is not null`.execute(tx);
  return rows[0]?.guest;
}

/** What somebody booked, the next first, then what is over. */
export async function listOwn(tx: Tx, personId: string, most: number): Promise<Appointment[]> {
  const { rows } = await sql<Appointment>`
    select ${columns} from appointment.appointment a
     where a.person_id = ${personId} and a.state <> 'MOVED'
     order by (a.state = 'BOOKED') desc, a.starts_at desc limit ${most}`.execute(tx);
  return rows;
}

/** The appointment of a unit and day by what is said on arrival. */
export async function findByCode(
  tx: Tx,
  { unitId, on, code }: Pick<Appointment, 'unitId' | 'on' | 'code'>,
): Promise<Appointment | undefined> {
  const { rows } =
    await sql<Appointment>`/* beyond: at the kiosk nobody is signed in; the code was said */
    select ${columns} from appointment.appointment a
     where a.unit_id = ${unitId} and a.on_day = ${on} and a.code = ${code} and a.state in ('BOOKED', 'ARRIVED')
       for update`.execute(tx);
  return rows[0];
}

/** The first appointment of a person in a unit on a day. */
export async function findOfPerson(
  tx: Tx,
  { unitId, on, personId }: Pick<Appointment, 'unitId' | 'on' | 'personId'>,
): Promise<Appointment | undefined> {
  const { rows } =
    await sql<Appointment>`/* beyond: at the kiosk nobody is signed in; the card was shown */
    select ${columns} from appointment.appointment a
     where a.unit_id = ${unitId} and a.on_day = ${on} and a.person_id = ${personId} and a.state in ('BOOKED', 'ARRIVED')
     order by a.starts_at limit 1 for update`.execute(tx);
  return rows[0];
}

/** Ends an appointment that is still to come. False when it has ended before. */
export async function updateState(
  tx: Tx,
  id: string,
  state: Exclude<AppointmentState, 'BOOKED' | 'MOVED'>,
  at: Date,
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`/* beyond: the use case has looked whose it is; guests have no account */
    update appointment.appointment set state = ${state}, ended_at = ${at}
     where id = ${id} and state = 'BOOKED'`.execute(tx);
  return numAffectedRows === 1n;
}

/** Notes what stands in the place of an appointment that was given back for it. */
export async function updateReplaced(tx: Tx, id: string, movedTo: string): Promise<void> {
  await sql`/* beyond: the use case has looked whose it is; guests have no account */
    update appointment.appointment set state = 'MOVED', moved_to = ${movedTo} where id = ${id}`.execute(
    tx,
  );
}

/** Whom a unit expects on a day, with how guests are reached. */
export async function listOfDay(
  tx: Tx,
  unitId: string,
  on: Day,
): Promise<(Appointment & { readonly guest: Guest | null })[]> {
  const { rows } = await sql<Appointment & { guest?: Guest | null }>`
    select ${columns}, ${sealedGuest.read('a')} from appointment.appointment a
     where a.unit_id = ${unitId} and a.on_day = ${on} and a.state <> 'MOVED' order by a.starts_at, a.code`.execute(
    tx,
  );
  return rows.map((row) => ({ ...row, guest: row.guest ?? null }));
}
