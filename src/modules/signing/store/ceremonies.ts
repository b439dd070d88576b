import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** A key was put to use or taken back before witnesses. */
export interface Ceremony {
  readonly certificateId: string;
  readonly n: number;
  readonly kind: 'activated' | 'revoked';
  readonly heldAt: Date;
  readonly place: string;
  readonly ledBy: string;
  readonly witnesses: readonly string[];
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

const columns = sql`
  certificate_id as "certificateId", n, kind, held_at as "heldAt", place, led_by as "ledBy", witnesses,
  recorded_by as "recordedBy", recorded_at as "recordedAt"`;

/** Keeps it as the next one of its certificate. */
export async function insertCeremony(tx: Tx, one: Omit<Ceremony, 'n'>): Promise<Ceremony> {
  const { rows } = await sql<Ceremony>`
    insert into signing.ceremony (certificate_id, n, kind, held_at, place, led_by, witnesses, recorded_by, recorded_at)
    select ${one.certificateId}, coalesce(max(n), 0) + 1, ${one.kind}, ${one.heldAt}, ${one.place}, ${one.ledBy},
           ${[...one.witnesses]}::text[], ${one.recordedBy}, ${one.recordedAt}
      from signing.ceremony where certificate_id = ${one.certificateId}
    returning ${columns}`.execute(tx);
  return rows[0]!;
}

export async function listCeremoniesOf(tx: Tx, certificateId: string): Promise<Ceremony[]> {
  const { rows } = await sql<Ceremony>`
    select ${columns} from signing.ceremony where certificate_id = ${certificateId} order by n`.execute(
    tx,
  );
  return rows;
}

/** Ceremonies after a place, in the order of certificate and number. */
export async function listCeremoniesAfter(
  tx: Tx,
  after: Pick<Ceremony, 'certificateId' | 'n'>,
  limit: number,
): Promise<Ceremony[]> {
  const { rows } = await sql<Ceremony>`
    select ${columns} from signing.ceremony where (certificate_id, n) > (${after.certificateId}::uuid, ${after.n}::int)
     order by certificate_id, n limit ${limit}`.execute(tx);
  return rows;
}
