import { createPrivateKey, createPublicKey, randomBytes, type KeyObject } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';

/** What this witness must never forget: its key, and the last checkpoint of each log that it cosigned. */
export interface Store {
  readonly secret: KeyObject;
  readonly publicKey: Buffer;
  latest(origin: string): Stored | undefined;
  /** Replaces the latest checkpoint if it is still that of the size `old`; false when it is not. On disk when it returns. */
  replace(origin: string, old: number, next: Stored): boolean;
  close(): void;
}

export interface Stored {
  readonly size: number;
  readonly root: Buffer;
  /** The checkpoint with the lines of the log and of this witness. */
  readonly note: string;
}

/** Opens the file, making it and a new key when it is not there. */
export function openStore(file: string): Store {
  const database = new DatabaseSync(file);
  database.exec(`
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma busy_timeout = 5000;
    create table if not exists identity (only integer primary key check (only = 1), seed blob not null) strict;
    create table if not exists log (origin text primary key, size integer not null, root blob not null, note text not null) strict;
  `);
  database
    .prepare('insert into identity (only, seed) values (1, ?) on conflict do nothing')
    .run(randomBytes(32));
  const { seed } = database.prepare('select seed from identity').get() as { seed: Uint8Array };
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  const secret = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const find = database.prepare('select size, root, note from log where origin = ?');
  const insert = database.prepare(
    'insert into log (origin, size, root, note) values (?, ?, ?, ?) on conflict do nothing',
  );
  const update = database.prepare(
    'update log set size = ?, root = ?, note = ? where origin = ? and size = ?',
  );
  return {
    secret,
    publicKey: createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-32),
    latest(origin) {
      const row = find.get(origin) as { size: number; root: Uint8Array; note: string } | undefined;
      return row && { ...row, root: Buffer.from(row.root) };
    },
    replace(origin, old, { size, root, note }) {
      const changed =
        update.run(size, root, note, origin, old).changes ||
        (old === 0 && insert.run(origin, size, root, note).changes);
      return Number(changed) === 1;
    },
    close: () => database.close(),
  };
}
