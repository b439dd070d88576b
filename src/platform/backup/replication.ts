import pg from 'pg';
import { PassThrough } from 'node:stream';
import { once } from 'node:events';
import { BackupFault } from './backup-fault.ts';

/** Where a base backup begins and ends in the log. */
export interface Reach {
  readonly startedAt: string;
  readonly endedAt: string;
}

/**
 * A copy of the whole cluster as PostgreSQL itself streams it (protocol 3, 54.4 BASE_BACKUP): a tar file with the log that
 * makes it consistent. Works alike for the server that comes along and for any other whose account may replicate.
 */
export interface BaseCopy {
  readonly tar: AsyncIterable<Buffer>;
  /** Known once the tar was read to its end. */
  readonly reach: Promise<Reach>;
}

/** Begins a base backup. @throws BackupFault for a cluster with tablespaces of its own */
export async function copyBase(url: string, label: string): Promise<BaseCopy> {
  const client = new pg.Client({ connectionString: url, replication: 'true' } as pg.ClientConfig);
  client.on('error', () => undefined);
  await client.connect();
  const tar = new PassThrough({ highWaterMark: 1 << 20 });
  const reach = new Promise<Reach>((resolve, reject) => {
    const text = `BASE_BACKUP (LABEL '${label.replaceAll("'", '')}', CHECKPOINT 'fast', WAL true, MANIFEST 'no')`;
    client.query(new BaseBackup(text, tar, resolve, reject));
  });
  const ended = reach.then(
    () => tar.end(),
    (error: Error) => tar.destroy(error),
  );
  const end = () => client.end().catch(() => undefined);
  void ended.then(end, end);
  return { tar: tar as AsyncIterable<Buffer>, reach };
}

interface Wire {
  query(text: string): void;
  readonly stream: { pause(): void; resume(): void };
}

/** The answer is three tables with the copied bytes between them: where it starts, the tablespaces, where it ends. */
class BaseBackup implements pg.Submittable {
  readonly #text: string;
  readonly #tar: PassThrough;
  readonly #done: (reach: Reach) => void;
  readonly #failed: (error: Error) => void;
  readonly #rows: string[][] = [];
  #tables = 0;
  #archives = 0;
  #isWaiting = false;
  #error: Error | undefined;

  constructor(
    text: string,
    tar: PassThrough,
    done: (reach: Reach) => void,
    failed: (error: Error) => void,
  ) {
    this.#text = text;
    this.#tar = tar;
    this.#done = done;
    this.#failed = failed;
  }

  submit(connection: unknown): void {
    (connection as Wire).query(this.#text);
  }

  handleRowDescription(): void {
    this.#tables += 1;
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    this.#rows[this.#tables] = [...(this.#rows[this.#tables] ?? []), fields[0] ?? ''];
  }

  /** Each message begins with what it is: n(ew archive), d(ata), p(rogress). */
  handleCopyData({ chunk }: { chunk: Buffer }, wire: Wire): void {
    const kind = String.fromCharCode(chunk[0]!);
    if (kind === 'n') this.#archives += 1;
    if (kind !== 'd' || this.#archives !== 1) return;
    // The driver writes what comes next over these bytes: whoever keeps them keeps a copy.
    if (this.#tar.write(Buffer.from(chunk.subarray(1))) || this.#tar.destroyed) return;
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    wire.stream.pause();
    const go = () => {
      this.#isWaiting = false;
      wire.stream.resume();
    };
    void once(this.#tar, 'drain').then(go, go);
  }

  handleCommandComplete(): void {}

  handlePortalSuspended(): void {}

  handleEmptyQuery(): void {}

  handleError(error: Error): void {
    this.#error = error;
    this.#failed(error);
  }

  handleReadyForQuery(): void {
    if (this.#error) return;
    const [start, end] = [this.#rows[1]?.[0], this.#rows.at(-1)?.[0]];
    if (this.#archives > 1) this.#failed(new BackupFault('tablespaces'));
    else if (start === undefined || end === undefined) this.#failed(new Error('no base backup'));
    else this.#done({ startedAt: start, endedAt: end });
  }
}
