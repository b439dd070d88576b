import {
  Kysely,
  PostgresDialect,
  Transaction,
  type ConnectionProvider,
  type KyselyPlugin,
} from 'kysely';
import pg from 'pg';
import { isRefusal } from '../refusal.ts';
import type { Vault } from '../vault/index.ts';
import { SwiftClient } from './connection.ts';
import { narrow, type Line } from './line.ts';
import { beginReadings, readingsOf, unrecorded, type ReadKeeper } from './reading.ts';
import type { DB } from './tables.ts';
import type { Tx } from './tx.ts';

/** The one way to the data: every statement runs in a transaction made here. */
export interface Database {
  /**
   * Runs `work` in one transaction and commits it. When it returns a refusal, or throws, everything is rolled back.
   * Deadlocks and serialisation failures are tried again (at most three times), so `work` must do nothing but database work.
   * Statements that do not wait for each other (`Promise.all`) go out together and are run in the order of asking.
   * With a `line` it sees only rows of that line from the beginning.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>, line?: Line): Promise<T>;
  /** Who writes down, before each commit, which data of people was opened for somebody without a record of it. */
  keepReads(keeper: ReadKeeper): void;
  /** How many connections are open and idle, and how many transactions wait for one. */
  connections(): Readonly<Record<'open' | 'idle' | 'waiting', number>>;
  /** Waits for running transactions and closes all connections. */
  close(): Promise<void>;
}

/** Opens a pool of connections to a PostgreSQL 15 or newer. What was sealed by the vault comes out of it opened. */
export function openDatabase(url: string, poolSize: number, vault: Vault): Database {
  const pool = new pg.Pool({
    Client: SwiftClient,
    pipeline: true,
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    application_name: 'chinh-quyen-so',
    types: { getTypeParser: parserOf },
  });
  // A connection that breaks while idle is replaced at its next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  const dialect = new PostgresDialect({ pool });
  const kysely = new Kysely<DB>({ dialect });
  const parts: Parts = { config: { dialect }, dialect, driver: dialect.createDriver(), vault };
  let keeper: ReadKeeper | undefined;
  return {
    transaction: (work, line) =>
      attempt(
        kysely,
        parts,
        async (tx) => {
          vaults.set(tx, vault);
          if (line) await narrow(tx, line);
          const outcome = await work(tx);
          if (keeper && !isRefusal(outcome)) await keep(keeper, tx);
          return outcome;
        },
        3,
      ),
    keepReads: (given) => void (keeper = given),
    connections: () => ({
      open: pool.totalCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    close: () => kysely.destroy(),
  };
}

const vaults = new WeakMap<Tx, Vault>();

/** The vault of a transaction's database. */
export function vaultOf(tx: Tx): Vault {
  const vault = vaults.get(tx);
  if (!vault) throw new Error('a transaction of no database');
  return vault;
}

/** No data without a record: what was opened for somebody and nobody wrote down is written down now. */
async function keep(keeper: ReadKeeper, tx: Tx): Promise<void> {
  const readings = readingsOf(tx);
  if (readings.reader === undefined) return;
  const opened = unrecorded(readings);
  if (opened.size > 0) await keeper(tx, opened, readings.reader);
}

/** Opens the sealed columns of every result: no store can forget it, and no statement waits for it. */
function opening(vault: Vault, opened: Map<string, Set<string>>): KyselyPlugin {
  const note = (subject: string, place: string) => {
    const places = opened.get(subject);
    if (places) places.add(place);
    else opened.set(subject, new Set([place]));
  };
  return {
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      const rows = vault.openRows(result.rows, note);
      return rows === result.rows ? result : { ...result, rows };
    },
  };
}

class RollBack extends Error {
  readonly outcome: unknown;
  constructor(outcome: unknown) {
    super('refused');
    this.outcome = outcome;
  }
}

type Parts = Omit<ConstructorParameters<typeof Transaction>[0], 'executor'> & {
  readonly vault: Vault;
};

async function attempt<T>(
  kysely: Kysely<DB>,
  parts: Parts,
  work: (tx: Tx) => Promise<T>,
  tries: number,
): Promise<T> {
  try {
    return await kysely.transaction().execute(async (transaction) => {
      const { tx, close } = await pipelined(transaction, parts);
      const outcome = await work(tx).finally(close);
      if (isRefusal(outcome)) throw new RollBack(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof RollBack) return error.outcome as T;
    if (tries > 1 && isContention(error)) return attempt(kysely, parts, work, tries - 1);
    throw error;
  }
}

/**
 * Kysely lets each statement of a transaction wait for the answer to the one before it; the connection need not. Once
 * closed no statement gets through: one that comes after `rollback` would be kept although all else is taken back.
 */
function pipelined(
  transaction: Transaction<DB>,
  { vault, ...parts }: Parts,
): Promise<{ tx: Tx; close: () => void }> {
  const executor = transaction.getExecutor();
  return executor.provideConnection(async (connection) => {
    let isClosed = false;
    const provider: ConnectionProvider = {
      async provideConnection(use) {
        if (isClosed) throw new Error('the transaction has ended');
        return use(connection);
      },
    };
    const opened = new Map<string, Set<string>>();
    const tx = new Transaction<DB>({
      ...parts,
      executor: executor.withConnectionProvider(provider).withPlugin(opening(vault, opened)),
    }) as Tx;
    beginReadings(tx, opened);
    return { tx, close: () => void (isClosed = true) };
  });
}

/** PostgreSQL's 40001 serialization_failure and 40P01 deadlock_detected. */
function isContention(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return code === '40001' || code === '40P01';
}

const { builtins } = pg.types;

/** Days stay text (YYYY-MM-DD), 64-bit counts become numbers; everything else as `pg` does. */
function parserOf(oid: number, format?: 'text' | 'binary') {
  if (oid === builtins.DATE) return (value: string) => value;
  if (oid === builtins.INT8) return Number;
  return format === 'binary'
    ? pg.types.getTypeParser(oid, 'binary')
    : pg.types.getTypeParser(oid, 'text');
}
