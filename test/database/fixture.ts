import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { moduleOrder, type ModuleName } from '#/app/order.ts';
import {
  admitToProgram,
  migrate,
  openDatabase,
  readMigrations,
  type Database,
  type Tx,
} from '#/platform/db/index.ts';
import { installQueue } from '#/platform/jobs/index.ts';
import { sealPlain } from '#/platform/vault/index.ts';
import { testVault } from './vault.ts';

const sourceRoot = fileURLToPath(new URL('../../src', import.meta.url));

/** A database of one's own, cloned from a migrated template. */
export interface TestDatabase extends Database {
  readonly url: string;
  /** The same for an account that owns nothing, as pages and jobs work; of databases with all modules. */
  readonly programUrl: string;
}

/** What a template holds besides the schema: filled in once, cloned by every file that asks for the same. */
export interface Content {
  /** Changes whenever `fill` would write something else. */
  readonly key: string;
  /** Writes it into a migrated database; leaves no connection open. */
  fill(url: string): Promise<void>;
}

/**
 * Gives a test file its own database with the schema of all modules up to and including `upTo`
 * (all when omitted), and with `content` when given; drops it afterwards. Call it at the top level of the file.
 */
export function testDatabase(upTo?: ModuleName, content?: Content): () => TestDatabase {
  let database: TestDatabase | undefined;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const last = upTo === undefined ? moduleOrder.length : moduleOrder.indexOf(upTo) + 1;
    const template = await templateOf(moduleOrder.slice(0, last), content);
    const name = `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
    await administer((client) => client.query(`create database ${name} template ${template}`));
    const url = urlOf(name);
    database = { ...openDatabase(url, 8, testVault()), url, programUrl: programUrlOf(name) };
    drop = async () => {
      await administer((client) => client.query(`drop database ${name} with (force)`));
    };
  });
  afterAll(async () => {
    await database?.close();
    await drop?.();
  });
  return () => {
    if (!database) throw new Error('the test database is opened by beforeAll');
    return database;
  };
}

/** Runs `work` in a transaction that is always rolled back, and gives what it returned. */
export async function rolledBack<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  const box: { value?: T } = {};
  await database.transaction(async (tx) => {
    box.value = await work(tx);
    return { refused: 'test.rolled-back' };
  });
  return box.value as T;
}

function urlOf(name: string): string {
  const url = new URL(inject('databaseServer'));
  url.pathname = `/${name}`;
  return url.href;
}

const programAccount = 'cqs_test_app';

function programUrlOf(name: string): string {
  const url = new URL(urlOf(name));
  url.username = url.password = programAccount;
  return url.href;
}

async function administer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: inject('databaseServer') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** What the migrations themselves have written is sealed as at the first start of an installation. */
async function sealed(url: string): Promise<void> {
  const database = openDatabase(url, 1, testVault());
  await sealPlain((work) => database.transaction(work));
  await database.close();
}

/** The template for these modules and content; made by the first file that asks, under a lock. */
async function templateOf(modules: readonly ModuleName[], content?: Content): Promise<string> {
  const migrations = readMigrations(sourceRoot, modules);
  const parts = [...migrations.map((step) => step.name + step.sha256), content?.key ?? ''];
  const name = `template_${createHash('sha256').update(parts.join()).digest('hex').slice(0, 16)}`;
  await administer(async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('template'))`);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount) return;
    const draft = `${name}_draft`;
    await client.query(`drop database if exists ${draft} with (force)`);
    await client.query(`create database ${draft}`);
    await migrate(urlOf(draft), migrations);
    await sealed(urlOf(draft));
    if (modules.length === moduleOrder.length) {
      await installQueue(urlOf(draft));
      await admitToProgram(client, programAccount, programAccount);
    }
    await content?.fill(urlOf(draft));
    await client.query(`alter database ${draft} rename to ${name}`);
  });
  return name;
}
