import { sql } from 'kysely';
import { Gauge, type Registry } from 'prom-client';
import type { Database } from '#/platform/db/index.ts';

/** One number of a gauge, with what tells it apart from the others. */
interface Reading {
  readonly gauge: GaugeName;
  readonly kind: string;
  readonly value: number;
}

/** What the installation tells of itself besides its processes; the same at every node. Names end in their unit. */
const gauges = {
  cqs_jobs: 'Jobs of each queue that wait, run or were given up (state)',
  cqs_job_oldest_seconds: 'How long the oldest job of each queue is due and not begun',
  cqs_ledger_pending: 'Acts without a place in the public ledger yet',
  cqs_ledger_lag_seconds: 'How long the oldest of them waits',
  cqs_ledger_frozen: '1 when a witness knows another history and nothing is signed',
  cqs_anchor_age_seconds: 'Since when the ledger was not made known outside, by place',
  cqs_backup_age_seconds:
    'How far back the last good backup reaches, by kind; absent before the first',
  cqs_backup_failed: '1 when the last try to back up went wrong, by kind',
  cqs_messages_stuck: 'Messages that failed or may not have gone out, by channel',
  cqs_database_bytes: 'Size of the database',
  cqs_log_kept_bytes: 'Log of the database that is kept for backups and replicas',
} as const;

type GaugeName = keyof typeof gauges;

const gaugeNames = Object.keys(gauges) as GaugeName[];

/**
 * Registers the gauges, and gives what sets them all by one question to the database: to be called before each scrape.
 * `cqs_up` is 0 when it does not answer.
 */
export function registerGauges(registry: Registry, database: Database): () => Promise<void> {
  const registers = [registry];
  const made = new Map(
    gaugeNames.map((name) => [
      name,
      new Gauge({ name, help: gauges[name], labelNames: ['kind', 'state'], registers }),
    ]),
  );
  const pool = new Gauge({
    name: 'cqs_database_connections',
    help: 'Connections of this process (state): open, idle, and requests that wait for one',
    labelNames: ['state'],
    registers,
  });
  const up = new Gauge({ name: 'cqs_up', help: '1 when the database answers', registers });
  return async () => {
    const readings = await read(database).catch(() => undefined);
    up.set(readings ? 1 : 0);
    for (const gauge of made.values()) gauge.reset();
    for (const { gauge, kind, value } of readings ?? []) {
      const [what = '', state] = kind.split('|');
      const labels = { ...(what === '' ? {} : { kind: what }), ...(state ? { state } : {}) };
      made.get(gauge)?.set(labels, value);
    }
    for (const [state, count] of Object.entries(database.connections())) pool.set({ state }, count);
  };
}

async function read(database: Database): Promise<readonly Reading[]> {
  return database.transaction(async (tx) => {
    const age = (instant: string) => sql.raw(`extract(epoch from now() - ${instant})::float8`);
    const { rows } = await sql<Reading>`
      select 'cqs_jobs' as gauge, name || '|' || case state when 'failed' then 'failed' when 'active' then 'active' else 'waiting' end as kind, count(*)::float8 as value
        from pgboss.job where state in ('created', 'retry', 'active', 'failed') group by 2
      union all select 'cqs_job_oldest_seconds', name, ${age('min(start_after)')}
        from pgboss.job where state in ('created', 'retry') and start_after <= now() group by name
      union all select 'cqs_ledger_pending', '', count(*) from ledger.pending
      union all select 'cqs_ledger_lag_seconds', '', coalesce(${age('min(entered_at)')}, 0) from ledger.pending
      union all select 'cqs_ledger_frozen', '', (frozen_at is not null)::int from ledger.log
      union all select 'cqs_anchor_age_seconds', place, ${age('max(at)')} from ledger.anchor group by place
      union all select 'cqs_backup_age_seconds', kind, ${age('good_at')} from platform.backup where good_at is not null
      union all select 'cqs_backup_failed', kind, (fault is not null)::int from platform.backup
      union all select 'cqs_messages_stuck', channel, count(*) from notify.message
        where state in ('failed', 'dead', 'unknown') and created_at > now() - interval '1 day' group by channel
      union all select 'cqs_database_bytes', '', pg_database_size(current_database())
      union all select 'cqs_log_kept_bytes', '', coalesce(max(pg_current_wal_lsn() - restart_lsn), 0) from pg_replication_slots`.execute(
      tx,
    );
    return rows;
  });
}
