import { createZstdCompress } from 'node:zlib';
import type pg from 'pg';
import { Readable } from 'node:stream';
import { BackupFault } from './backup-fault.ts';
import { connected, readCluster } from './cluster.ts';
import { addToList, readList } from './ledger-of-files.ts';
import { walFile, walList, type BackupPlace } from './place.ts';
import { sealFor } from './sealed-stream.ts';
import { endOf, isSegment, numberAt, numberOf } from './segments.ts';
import { writeWhole } from './whole-file.ts';

const slot = 'cqs_backup';

/** Makes PostgreSQL keep its log from now on until it was copied: at most as much as `max_slot_wal_keep_size` allows. */
export async function keepLog(url: string): Promise<void> {
  await connected(url, (client) =>
    client.query(
      `select pg_create_physical_replication_slot($1, true)
        where not exists (select from pg_replication_slots where slot_name = $1)`,
      [slot],
    ),
  );
}

/** What was copied now. */
export interface Pulled {
  readonly segments: number;
  /** Everything that was committed before this instant is in the backup. */
  readonly through: Date;
}

/**
 * Copies what was written to the log since the last time: the current segment is ended, and every finished one is read
 * through the connection, compressed and sealed. Undefined when another process is just doing it.
 * @throws BackupFault when PostgreSQL no longer has a segment that was not copied yet
 */
export async function pullLog(url: string, place: BackupPlace): Promise<Pulled | undefined> {
  await keepLog(url);
  return connected(url, async (client) => {
    const { rows: locks } = await client.query<{ mine: boolean }>(
      `select pg_try_advisory_lock(hashtext('cqs backup')) as mine`,
    );
    if (!locks[0]!.mine) return undefined;
    const through = await endSegment(client);
    const names = await finishedSegments(client);
    const known = await readList(walList(place.dir), place.keys);
    const cluster = await readCluster(client);
    const segments = { bytes: cluster.segmentBytes };
    const fresh = names.filter((name) => !known.has(name));
    for (const name of fresh) {
      const path = walFile(place.dir, name);
      const written = await writeWhole(path, sealedSegment(client, name, segments.bytes, place));
      const isLast = name === fresh.at(-1);
      await addToList(walList(place.dir), place.keys, [
        { name, ...written, through: isLast ? through.toISOString() : '-' },
      ]);
    }
    const last = names.at(-1);
    if (last !== undefined)
      await client.query('select pg_replication_slot_advance($1, $2::pg_lsn)', [
        slot,
        endOf(segments, last),
      ]);
    return { segments: fresh.length, through };
  });
}

/**
 * A commit is written that recovery "up to this instant" can stop behind: without any later commit PostgreSQL would not know
 * that the instant was reached.
 */
async function endSegment(client: pg.Client): Promise<Date> {
  const { rows } = await client.query<{ at: Date }>('select clock_timestamp() as at');
  await client.query(
    `insert into platform.backup (kind, tried_at) values ('log', clock_timestamp())
      on conflict (kind) do update set tried_at = excluded.tried_at`,
  );
  await client.query('select pg_switch_wal()');
  return rows[0]!.at;
}

/** Segments that are whole and not copied according to the slot. */
async function finishedSegments(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{
    name: string;
    current: string;
    restart: string | null;
    lost: boolean;
  }>(
    `select w.name, pg_walfile_name(pg_current_wal_insert_lsn()) as current, s.restart_lsn::text as restart,
            s.wal_status = 'lost' as lost
       from pg_replication_slots s, pg_ls_waldir() w where s.slot_name = $1 order by w.name`,
    [slot],
  );
  const { segmentBytes } = await readCluster(client);
  const segments = { bytes: segmentBytes };
  const { current = '', restart, lost } = rows[0] ?? { restart: null, lost: true };
  if (lost || restart === null) {
    await client.query('select pg_drop_replication_slot($1)', [slot]);
    throw new BackupFault('wal-gone', { segment: restart ?? '?' });
  }
  const from = numberAt(segments, restart);
  return rows
    .map(({ name }) => name)
    .filter((name) => isSegment(name) && name.slice(0, 8) === current.slice(0, 8))
    .filter((name) => numberOf(segments, name) >= from && name < current);
}

const pieceBytes = 4 * 1024 * 1024;

function sealedSegment(
  client: pg.Client,
  name: string,
  bytes: number,
  { recipients }: BackupPlace,
): AsyncGenerator<Buffer> {
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let from = 0; from < bytes; from += pieceBytes) {
      const { rows } = await client.query<{ piece: Buffer }>(
        `select pg_read_binary_file('pg_wal/' || $1, $2, $3) as piece`,
        [name, from, pieceBytes],
      );
      yield rows[0]!.piece;
    }
  }
  return sealFor(recipients.data, compressed(pieces()));
}

/** Zstandard (RFC 8878) at its fastest useful level: a segment that is mostly empty shrinks to nothing. */
export function compressed(content: AsyncIterable<Uint8Array>): AsyncIterable<Buffer> {
  const plain = Readable.from(content, { objectMode: false });
  const packed = createZstdCompress();
  plain.once('error', (error) => packed.destroy(error));
  return plain.pipe(packed) as AsyncIterable<Buffer>;
}
