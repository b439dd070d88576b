import { sql } from 'kysely';
import type { Database } from '#/platform/db/index.ts';

/** A kind of copy of this installation: everything, what was committed since, and a trial of putting it back. */
export type BackupKind = 'full' | 'log' | 'drill';

/** How the last copies of each kind went. */
export interface BackupRecord {
  readonly kind: BackupKind;
  readonly triedAt: Date;
  readonly goodAt: Date | null;
  readonly fault: string | null;
  readonly bytes: number | null;
}

/** Runs a copy and writes down how it went, also when it did not. */
export async function recorded<T extends { readonly goodAt: Date; readonly bytes?: number }>(
  database: Database,
  kind: BackupKind,
  work: () => Promise<T | undefined>,
): Promise<T | undefined> {
  try {
    const done = await work();
    if (done) await note(database, kind, done.goodAt, null, done.bytes ?? null);
    return done;
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    await note(database, kind, null, words.slice(0, 500), null).catch(() => undefined);
    throw error;
  }
}

function note(
  database: Database,
  kind: BackupKind,
  goodAt: Date | null,
  fault: string | null,
  bytes: number | null,
): Promise<unknown> {
  return database.transaction((tx) =>
    sql`insert into platform.backup as b (kind, tried_at, good_at, fault, bytes)
        values (${kind}, now(), ${goodAt}, ${fault}, ${bytes})
        on conflict (kind) do update set tried_at = excluded.tried_at, fault = excluded.fault,
          good_at = coalesce(excluded.good_at, b.good_at), bytes = coalesce(excluded.bytes, b.bytes)`.execute(
      tx,
    ),
  );
}

export async function listBackups(database: Database): Promise<BackupRecord[]> {
  const { rows } = await database.transaction((tx) =>
    sql<BackupRecord>`select kind, tried_at as "triedAt", good_at as "goodAt", fault, bytes
                        from platform.backup order by kind`.execute(tx),
  );
  return rows;
}
