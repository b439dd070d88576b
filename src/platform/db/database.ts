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
  const kysely = new Kysely<DB>({ dialect, plugins: [opening(vault)] });
  const parts: Parts = { config: { dialect }, dialect, driver: dialect.createDriver() };
  return {
    transaction: (work, line) =>
      attempt(
        kysely,
        parts,
        (tx) => {
          vaults.set(tx, vault);
          return line ? narrow(tx, line).then(() => work(tx)) : work(tx);
        },
        3,
      ),
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

/** Opens the sealed columns of every result: no store can forget it, and no statement waits for it. */
function opening(vault: Vault): KyselyPlugin {
  return {
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      const rows = vault.openRows(result.rows);
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

type Parts = Omit<ConstructorParameters<typeof Transaction>[0], 'executor'>;

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
  parts: Parts,
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
    return {
      tx: new Transaction<DB>({
        ...parts,
        executor: executor.withConnectionProvider(provider),
      }) as Tx,
      close: () => void (isClosed = true),
    };
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
