import { sql, type RawBuilder } from 'kysely';
import type { RowPlace } from '#/modules/ledger/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Dossier } from '../dossier.ts';
import type { Act } from './acts.ts';
import { listAsTheyAre } from './dossiers.ts';
import { sealedAct } from './sealed.ts';

/** An act with what its leaf says besides, as the database has it now. */
export interface LoggedAct {
  readonly act: Act;
  readonly dossier: Dossier;
  readonly procedure: string;
  readonly unit: string;
  readonly isLast: boolean;
}

/** The next acts after a place, by dossier and number. */
export async function listLoggedActs(
  tx: Tx,
  after: RowPlace | null,
  limit: number,
): Promise<LoggedAct[]> {
  const { subject, n } = after ?? { subject: '00000000-0000-0000-0000-000000000000', n: 0 };
  return select(tx, sql`(a.dossier_id, a.seq) > (${subject}::uuid, ${n}::int)`, limit);
}

/** One act of a dossier. */
export async function findLoggedAct(
  tx: Tx,
  { subject, n }: RowPlace,
): Promise<LoggedAct | undefined> {
  const [found] = await select(tx, sql`a.dossier_id = ${subject} and a.seq = ${n}`, 1);
  return found;
}

interface Row extends Act {
  dossierId: string;
  procedure: string;
  unit: string;
  isLast: boolean;
}

async function select(tx: Tx, which: RawBuilder<unknown>, limit: number): Promise<LoggedAct[]> {
  const { rows } = await sql<Row>`
    select a.dossier_id as "dossierId", a.seq, a.verb, a.at, a.account_id as "accountId",
           a.unit_id as "unitId", a.role, a.from_state as "fromState", a.to_state as "toState", ${sealedAct.readDamaged('a')},
           p.slug as procedure, coalesce(u.key, home.key) as unit,
           not exists (select from dossier.act later where later.dossier_id = a.dossier_id and later.seq > a.seq) as "isLast"
      from dossier.act a
      join dossier.dossier d on d.id = a.dossier_id
      join procedure.version v on v.id = d.version_id
      join procedure.procedure p on p.id = v.procedure_id
      join agency.unit home on home.id = d.unit_id
      left join agency.unit u on u.id = a.unit_id
     where ${which}
     order by a.dossier_id, a.seq limit ${limit}`.execute(tx);
  const dossiers = await listAsTheyAre(tx, [...new Set(rows.map(({ dossierId }) => dossierId))]);
  const byId = new Map(dossiers.map((dossier) => [dossier.id, dossier]));
  return rows.map(({ dossierId, procedure, unit, isLast, ...act }) => ({
    act,
    dossier: byId.get(dossierId)!,
    procedure,
    unit,
    isLast,
  }));
}
