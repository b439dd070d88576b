import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Day } from '#/values/day.ts';
import { isId, newId } from '#/values/id.ts';
import { text } from '#/values/text.ts';
import type { BookingRule, Offer, Service } from '../appointment.ts';
import type { Priority } from '../ticket.ts';

/** The rule of a day. @throws Error before the seed has run */
export async function getRule(tx: Tx, on: Day): Promise<BookingRule> {
  const { rows } = await sql<BookingRule>`
    select ahead_days as "aheadDays", notice_minutes as "noticeMinutes", grace_minutes as "graceMinutes",
           remind_minutes as "remindMinutes", most_open as "mostOpen", keep_days as "keepDays"
      from appointment.rule where valid_from <= ${on} order by valid_from desc limit 1`.execute(tx);
  if (!rows[0]) throw new Error(`No rule for appointments on ${on}`);
  return rows[0];
}

/** Whose turn comes earlier on a day. */
export async function listPriorities(tx: Tx, on: Day): Promise<Priority[]> {
  const { rows } = await sql<Omit<Priority, 'name'> & { vi: string; en: string }>`
    select code, name as vi, name_en as en, ahead_minutes as "aheadMinutes", from_age as "fromAge", source
      from appointment.priority
     where valid_from <= ${on} and (valid_to is null or valid_to > ${on}) order by name`.execute(
    tx,
  );
  return rows.map(({ vi, en, ...rest }) => ({ ...rest, name: text(vi, en) }));
}

type ServiceRow = Omit<Service, 'name'> & { vi: string; en: string };

const serviceColumns = sql`s.id, s.unit_id as "unitId", s.name as vi, s.name_en as en, s.purpose, s.letter`;

/** What people come for on a day, of one unit or of all. */
export async function listServices(tx: Tx, on: Day, unitId?: string): Promise<Service[]> {
  const { rows } = await sql<ServiceRow>`
    select ${serviceColumns} from appointment.service s
     where s.valid_from <= ${on} and (s.valid_to is null or s.valid_to > ${on})
       and (${unitId ?? null}::uuid is null or s.unit_id = ${unitId ?? null}::uuid)
     order by s.unit_id, s.letter`.execute(tx);
  return rows.map(serviceOf);
}

/** A service by id, also one that is no more. */
export async function findService(tx: Tx, id: string): Promise<Service | undefined> {
  if (!isId(id)) return undefined;
  const { rows } = await sql<ServiceRow>`
    select ${serviceColumns} from appointment.service s where s.id = ${id}`.execute(tx);
  return rows.map(serviceOf)[0];
}

function serviceOf({ vi, en, ...rest }: ServiceRow): Service {
  return { ...rest, name: text(vi, en) };
}

/** An offer with its desk and service, as planners read it. */
export interface PlannedOffer extends Offer {
  readonly deskNumber: number;
  readonly unitId: string;
  readonly source: string;
}

/** What the desks of a unit serve: on a day, or from a day on when it is to be planned. */
export async function listOffers(
  tx: Tx,
  { unitId, from, to }: { readonly unitId?: string; readonly from: Day; readonly to: Day },
): Promise<PlannedOffer[]> {
  const { rows } = await sql<PlannedOffer>`
    select o.id, o.desk_id as "deskId", o.service_id as "serviceId", o.minutes, o.weekdays,
           o.is_bookable as "isBookable", o.valid_from as "validFrom", o.valid_to as "validTo", o.source,
           d.number as "deskNumber", d.unit_id as "unitId"
      from appointment.offer o join appointment.desk d on d.id = o.desk_id
     where o.valid_from <= ${to} and (o.valid_to is null or o.valid_to > ${from})
       and (d.valid_to is null or d.valid_to > ${from})
       and (${unitId ?? null}::uuid is null or d.unit_id = ${unitId ?? null}::uuid)
     order by d.unit_id, d.number, o.valid_from`.execute(tx);
  return rows;
}

/** Adds an offer. False when the desk serves this already in that time. */
export async function insertOffer(
  tx: Tx,
  offer: Omit<Offer, 'id'>,
  source: string,
  by: { readonly account: string; readonly at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into appointment.offer
        (id, desk_id, service_id, minutes, weekdays, is_bookable, valid_from, valid_to, source, recorded_by, recorded_at)
    values (${newId()}, ${offer.deskId}, ${offer.serviceId}, ${offer.minutes}, ${offer.weekdays}::int[],
            ${offer.isBookable}, ${offer.validFrom}, ${offer.validTo}, ${source}, ${by.account}, ${by.at})
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** Lets an offer end. False when there is none that lasts longer. */
export async function updateOfferEnd(tx: Tx, id: string, on: Day): Promise<boolean> {
  if (!isId(id)) return false;
  const { numAffectedRows } = await sql`
    update appointment.offer set valid_to = ${on}
     where id = ${id} and valid_from < ${on} and (valid_to is null or valid_to > ${on})`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}
