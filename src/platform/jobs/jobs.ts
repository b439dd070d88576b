import { CompiledQuery } from 'kysely';
import { PgBoss } from 'pg-boss';
import { newId } from '#/values/id.ts';
import { readingAs, type Tx } from '../db/index.ts';
import { systemAccountId } from '../http/actor.ts';
import type { Log } from '../log.ts';

/** Work that is done apart from any request. It may run twice after a crash, so it must be idempotent. */
export interface Job {
  readonly name: string;
  run(payload: unknown): Promise<void>;
  /** Cron line in Vietnam's time for work that comes by itself. */
  readonly schedule?: string;
  /** Tries after the first, each after a longer pause (default 5). */
  readonly retries?: number;
  /** Jobs of this name at once in one process (default 1). */
  readonly concurrency?: number;
  /** After so long it counts as hanging and is tried again (default 5). */
  readonly minutes?: number;
}

/** The queue. Jobs are born in the transaction of the act that needs them, or not at all. */
export interface Jobs {
  /**
   * Puts a job into the queue when `tx` commits.
   * `key`: of several waiting jobs with one key only the first stays. `after`: not before this instant.
   */
  enqueue(
    tx: Tx,
    name: string,
    payload: object,
    options?: { key?: string; after?: Date },
  ): Promise<void>;
}

/** The queue of one process, with the means to work it off. */
export interface JobQueue extends Jobs {
  /** Makes the queues. Call once before `enqueue`. */
  open(jobs: readonly Job[]): Promise<void>;
  /** Begins to work jobs off. */
  work(): Promise<void>;
  /** Works off everything that is due now, in this call: for tests. Returns how many jobs ran. */
  drain(): Promise<number>;
  /** Lets running jobs end and stops. */
  close(): Promise<void>;
}

/** Makes or renews the tables of the queue: those who work with it need not own them. */
export async function installQueue(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, max: 1, supervise: false, schedule: false });
  boss.on('error', () => undefined);
  await boss.start();
  await boss.stop({ graceful: false });
}

/** Opens the queue on a database (pg-boss, schema `pgboss`). */
export function openJobs(url: string, log: Log): JobQueue {
  const boss = new PgBoss({
    connectionString: url,
    max: 4,
    application_name: 'chinh-quyen-so jobs',
  });
  boss.on('error', (err: unknown) => log.error({ err }, 'jobs'));
  let known: readonly Job[] = [];

  async function open(jobs: readonly Job[]): Promise<void> {
    known = jobs;
    await boss.start();
    for (const job of jobs) {
      await boss.createQueue(job.name, {
        // `short`: of waiting jobs with one singleton key only the first stays.
        policy: 'short',
        retryLimit: job.retries ?? 5,
        retryDelay: 2,
        retryBackoff: true,
        expireInSeconds: (job.minutes ?? 5) * 60,
      });
    }
  }

  async function work(): Promise<void> {
    for (const job of known) {
      const options = {
        batchSize: 1,
        pollingIntervalSeconds: 1,
        localConcurrency: job.concurrency ?? 1,
      };
      await boss.work<object>(job.name, options, async ([item]) => {
        if (item) await runOne(job, item.data);
      });
      if (job.schedule) await boss.schedule(job.name, job.schedule, {}, { tz: 'Asia/Ho_Chi_Minh' });
    }
  }

  async function runOne(job: Job, payload: unknown): Promise<void> {
    try {
      await runAsReader(job, payload);
    } catch (err) {
      log.error({ err, job: job.name }, 'job failed');
      throw err;
    }
  }

  async function drain(): Promise<number> {
    let count = 0;
    for (let found = true; found;) {
      found = false;
      for (const job of known) {
        for (const item of (await boss.fetch<object>(job.name, { batchSize: 20 })) ?? []) {
          found = true;
          count += 1;
          await runAsReader(job, item.data);
          await boss.complete(job.name, item.id);
        }
      }
    }
    return count;
  }

  async function enqueue(
    tx: Tx,
    name: string,
    payload: object,
    options: { key?: string; after?: Date } = {},
  ): Promise<void> {
    const db = {
      executeSql: async (text: string, values: unknown[] = []) => ({
        rows: [...(await tx.executeQuery(CompiledQuery.raw(text, values))).rows],
      }),
    };
    await boss.send(name, payload, {
      db,
      singletonKey: options.key ?? newId(),
      ...(options.after === undefined ? {} : { startAfter: options.after }),
    });
  }

  return {
    open,
    work,
    drain,
    enqueue,
    close: () => boss.stop({ graceful: true, timeout: 20_000 }),
  };
}

/** What a job opens of people is told to them as read by it. */
function runAsReader(job: Job, payload: unknown): Promise<void> {
  const id = systemAccountId;
  const reader = { way: 'job', what: job.name, accountId: id, personId: id, own: [] } as const;
  return readingAs(reader, () => job.run(payload));
}
