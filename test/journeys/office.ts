import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll } from 'vitest';
import { testDatabase } from '../database/fixture.ts';
import { testApplication, type TestApplication } from './application.ts';
import { demoCommune } from './commune.ts';
import { Person } from './person.ts';

/** The demo commune at work, on a database of its own. */
export interface Office extends TestApplication {
  readonly web: FastifyInstance;
  /** Where its database is, for other programs. */
  readonly url: string;
  /** Somebody new with a browser. */
  person(): Person;
  /** Somebody signed in to a demo account. */
  signedIn(account: string): Promise<Person>;
  /** Lets jobs run until nothing waits: papers are printed, uploads checked. */
  settle(): Promise<void>;
  /** Runs a job that comes by itself, as its hour has struck. */
  strike(job: string): Promise<void>;
  /** Moves the clock. */
  at(instant: string): void;
}

/** Opens the demo commune for a test file. */
export function demoOffice(): () => Office {
  const database = testDatabase(undefined, demoCommune);
  let office: Office | undefined;
  beforeAll(async () => {
    const running = testApplication(database().programUrl);
    await running.application.seed();
    const web = await running.application.web();
    const run = async (name: string) => {
      const job = running.application.jobs.find((one) => one.name === name);
      if (!job) throw new Error(`no job ${name}`);
      await job.run({});
    };
    office = {
      ...running,
      web,
      url: database().url,
      person: () => new Person(web),
      signedIn: (account) => new Person(web).signIn(account),
      async settle() {
        await run('document.work-off');
        await running.queue.drain();
      },
      strike: run,
      at: (instant) => running.clock.set(new Date(instant)),
    };
  });
  afterAll(async () => {
    await office?.web.close();
    await office?.close();
  });
  return () => {
    if (!office) throw new Error('the office opens in beforeAll');
    return office;
  };
}
