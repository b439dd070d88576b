import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Day } from '#/values/day.ts';
import type { Offer, Partner, Served } from '../partner.ts';

const span = `id, valid_from as "validFrom", valid_to as "validTo", source`;
const partners = sql.raw(`${span}, name, address, key_id as "keyId", public_key as "publicKey"`);
const serveds = sql.raw(`${span}, unit_id as "unitId", address`);
const offers = sql.raw(`${span}, procedure_code as "procedureCode", step, slug`);

const holds = (on: Day) => sql`valid_from <= ${on} and (valid_to is null or valid_to > ${on})`;

interface Entry {
  readonly by: string;
  readonly at: Date;
}

/** The partner whose key this is on a day. */
export async function findPartnerByKey(
  tx: Tx,
  keyId: string,
  on: Day,
): Promise<Partner | undefined> {
  const { rows } = await sql<Partner>`
    select ${partners} from exchange.partner where key_id = ${keyId} and ${holds(on)} limit 1`.execute(
    tx,
  );
  return rows[0];
}

/** The partners of an address on a day; two while one key replaces another. */
export async function listPartnersAt(tx: Tx, address: string, on: Day): Promise<Partner[]> {
  const { rows } = await sql<Partner>`
    select ${partners} from exchange.partner where address = ${address} and ${holds(on)}
    order by valid_from desc, recorded_at desc`.execute(tx);
  return rows;
}

export async function listPartners(tx: Tx): Promise<Partner[]> {
  const { rows } = await sql<Partner>`
    select ${partners} from exchange.partner order by valid_to desc nulls first, name, recorded_at desc limit 500`.execute(
    tx,
  );
  return rows;
}

export async function insertPartner(tx: Tx, partner: Partner, { by, at }: Entry): Promise<void> {
  const { id, name, address, keyId, publicKey, validFrom, source } = partner;
  await sql`
    insert into exchange.partner (id, name, address, key_id, public_key, valid_from, source, recorded_by, recorded_at)
    values (${id}, ${name}, ${address}, ${keyId}, ${publicKey}, ${validFrom}, ${source}, ${by}, ${at})`.execute(
    tx,
  );
}

/** Ends a partner: `to` is the first day on which it is believed no more. False when it has ended before. */
export async function updatePartnerEnd(tx: Tx, id: string, to: Day, by: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update exchange.partner set valid_to = greatest(${to}::date, valid_from), ended_by = ${by}
    where id = ${id} and valid_to is null`.execute(tx);
  return numAffectedRows === 1n;
}

/** Who serves a unit elsewhere on a day. */
export async function findServed(tx: Tx, unitId: string, on: Day): Promise<Served | undefined> {
  const { rows } = await sql<Served>`
    select ${serveds} from exchange.served where unit_id = ${unitId} and ${holds(on)}
    order by valid_from desc, recorded_at desc limit 1`.execute(tx);
  return rows[0];
}

export async function listServed(tx: Tx): Promise<Served[]> {
  const { rows } = await sql<Served>`
    select ${serveds} from exchange.served order by valid_to desc nulls first, recorded_at desc limit 500`.execute(
    tx,
  );
  return rows;
}

export async function insertServed(tx: Tx, served: Served, { by, at }: Entry): Promise<void> {
  const { id, unitId, address, validFrom, source } = served;
  await sql`
    insert into exchange.served (id, unit_id, address, valid_from, source, recorded_by, recorded_at)
    values (${id}, ${unitId}, ${address}, ${validFrom}, ${source}, ${by}, ${at})`.execute(tx);
}

/** Ends it. False when it has ended before. */
export async function updateServedEnd(tx: Tx, id: string, to: Day): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update exchange.served set valid_to = greatest(${to}::date, valid_from) where id = ${id} and valid_to is null`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}

/** By which procedure a part is done here on a day. */
export async function findOffer(
  tx: Tx,
  procedureCode: string,
  step: string,
  on: Day,
): Promise<Offer | undefined> {
  const { rows } = await sql<Offer>`
    select ${offers} from exchange.offer
    where procedure_code = ${procedureCode} and step = ${step} and ${holds(on)}
    order by valid_from desc, recorded_at desc limit 1`.execute(tx);
  return rows[0];
}

export async function listOffers(tx: Tx): Promise<Offer[]> {
  const { rows } = await sql<Offer>`
    select ${offers} from exchange.offer order by valid_to desc nulls first, recorded_at desc limit 500`.execute(
    tx,
  );
  return rows;
}

export async function insertOffer(tx: Tx, offer: Offer, { by, at }: Entry): Promise<void> {
  const { id, procedureCode, step, slug, validFrom, source } = offer;
  await sql`
    insert into exchange.offer (id, procedure_code, step, slug, valid_from, source, recorded_by, recorded_at)
    values (${id}, ${procedureCode}, ${step}, ${slug}, ${validFrom}, ${source}, ${by}, ${at})`.execute(
    tx,
  );
}

/** Ends it. False when it has ended before. */
export async function updateOfferEnd(tx: Tx, id: string, to: Day): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update exchange.offer set valid_to = greatest(${to}::date, valid_from) where id = ${id} and valid_to is null`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}
