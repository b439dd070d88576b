import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Edge } from '../merkle/edge.ts';
import { decodeEdge, encodeEdge } from '../merkle/edge-bytes.ts';

/** The log as it stands. */
export interface LogState {
  readonly origin: string;
  readonly vkeys: readonly string[];
  readonly openedAt: Date;
  readonly edge: Edge;
  /** C2SP tlog-policy, without the line of the log. */
  readonly policy: string;
  readonly leader: string | null;
  /** Whether the leader gave a sign of life lately. */
  readonly isLed: boolean;
  readonly frozenAt: Date | null;
}

interface Row {
  origin: string;
  vkeys: string[];
  opened_at: Date;
  size: number;
  edge: Buffer;
  policy: string;
  leader: string | null;
  is_led: boolean;
  frozen_at: Date | null;
}

const leaseSeconds = 4;

const select = sql`
  select origin, vkeys, opened_at, size, edge, policy, leader, frozen_at,
         coalesce(leader_seen_at > now() - make_interval(secs => ${leaseSeconds}), false) as is_led
    from ledger.log`;

/** Opens the log; whoever comes second changes nothing. Returns whether it was opened now. */
export async function insertLog(
  tx: Tx,
  log: Pick<LogState, 'origin' | 'vkeys' | 'openedAt'>,
): Promise<boolean> {
  const { rows } = await sql`
    insert into ledger.log (origin, vkeys, opened_at)
    values (${log.origin}, ${log.vkeys}::text[], ${log.openedAt})
    on conflict do nothing returning 1`.execute(tx);
  return rows.length === 1;
}

export async function findLog(tx: Tx): Promise<LogState | undefined> {
  const { rows } = await sql<Row>`${select}`.execute(tx);
  return rows[0] && toState(rows[0]);
}

/**
 * The log, held until the transaction ends; undefined when another process holds it at this moment, or it is not open.
 * The advisory lock keeps others from waiting in a line.
 */
export async function lockLog(tx: Tx): Promise<LogState | undefined> {
  const { rows: locks } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('chinh-quyen-so ledger')) as mine`.execute(tx);
  if (!locks[0]!.mine) return undefined;
  const { rows } = await sql<Row>`${select} for update`.execute(tx);
  return rows[0] && toState(rows[0]);
}

export async function updateEdge(tx: Tx, edge: Edge): Promise<void> {
  await sql`
    update ledger.log set size = ${edge.size}, edge = ${encodeEdge(edge)}, leader_seen_at = now()`.execute(
    tx,
  );
}

/** Lets a transaction see one state of the database throughout. Must be its first statement. */
export async function setSnapshot(tx: Tx): Promise<void> {
  await sql`set transaction isolation level repeatable read, read only`.execute(tx);
}

/** A sign of life, and with it who leads. It may be lost in a crash, so nobody waits for the disk. */
export async function updateLeader(tx: Tx, leader: string): Promise<void> {
  await sql`set local synchronous_commit = off`.execute(tx);
  await sql`update ledger.log set leader = ${leader}, leader_seen_at = now()`.execute(tx);
}

export async function updatePolicy(tx: Tx, policy: string): Promise<void> {
  await sql`update ledger.log set policy = ${policy} where policy <> ${policy}`.execute(tx);
}

export async function updateFrozen(tx: Tx, at: Date | null): Promise<void> {
  await sql`update ledger.log set frozen_at = ${at}`.execute(tx);
}

function toState(row: Row): LogState {
  return {
    origin: row.origin,
    vkeys: row.vkeys,
    openedAt: row.opened_at,
    edge: decodeEdge(row.size, row.edge),
    policy: row.policy,
    leader: row.leader,
    isLed: row.is_led,
    frozenAt: row.frozen_at,
  };
}
