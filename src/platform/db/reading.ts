import { AsyncLocalStorage } from 'node:async_hooks';
import type { Tx } from './tx.ts';

/** By which way somebody reaches data. */
export type Way = 'page' | 'api' | 'file' | 'program' | 'job' | 'command';

/** Who reads in a transaction, and what of the program asked for it. */
export interface Reader {
  readonly way: Way;
  /** The route, job or command as it is declared. */
  readonly what: string;
  readonly accountId: string;
  readonly personId: string;
  /** Whose data is theirs to read without a record: they themselves, and whom they act for. */
  readonly own: readonly string[];
  readonly post?: { readonly unitId: string; readonly role: string } | undefined;
  /** By which mandate they act for another. */
  readonly mandateId?: string | undefined;
}

/** Of whom sealed data was opened (the subject of its key), and in which places. */
export type Opened = ReadonlyMap<string, ReadonlySet<string>>;

/** Writes down at the end of a transaction what was opened in it and has no record yet. */
export type ReadKeeper = (tx: Tx, opened: Opened, reader: Reader) => Promise<void>;

/** What a transaction knows about the reading in it. */
export interface Readings {
  readonly opened: Map<string, Set<string>>;
  readonly recorded: Set<string>;
  reader: Reader | undefined;
}

const known = new WeakMap<Tx, Readings>();
const around = new AsyncLocalStorage<Reader>();

/** Whatever `work` opens in transactions of its own is read by this reader. */
export function readingAs<T>(reader: Reader, work: () => T): T {
  return around.run(reader, work);
}

/** From now on this transaction reads for somebody. */
export function readAs(tx: Tx, reader: Reader): void {
  readingsOf(tx).reader = reader;
}

/** Who reads in this transaction; undefined when the program works by itself. */
export function readerOf(tx: Tx): Reader | undefined {
  return readingsOf(tx).reader;
}

/** Whoever calls has written down that data of these is read; they are subjects of keys. */
export function markRecorded(tx: Tx, subjects: Iterable<string>): void {
  const { recorded } = readingsOf(tx);
  for (const subject of subjects) recorded.add(subject);
}

/** Begins to note what is opened in a transaction. */
export function beginReadings(tx: Tx, opened: Map<string, Set<string>>): void {
  known.set(tx, { opened, recorded: new Set(), reader: around.getStore() });
}

/** What was opened without a record, and is not the reader's own. */
export function unrecorded({ opened, recorded, reader }: Readings): Opened {
  const own = new Set(reader?.own);
  return new Map([...opened].filter(([subject]) => !recorded.has(subject) && !own.has(subject)));
}

export function readingsOf(tx: Tx): Readings {
  const readings = known.get(tx);
  if (!readings) throw new Error('a transaction of no database');
  return readings;
}
