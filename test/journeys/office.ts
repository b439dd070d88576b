import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll } from 'vitest';
import { testDatabase } from '../database/fixture.ts';
import { testApplication, type TestApplication } from './application.ts';
import { Person } from './person.ts';

/** The demo commune at work, on a database of its own. */
export interface Office extends TestApplication {
  readonly web: FastifyInstance;
  /** Somebody new with a browser. */
  person(): Person;
  /** Somebody signed in to a demo account. */
  signedIn(account: string): Promise<Person>;
  /** Lets jobs run until nothing waits: papers are printed, uploads checked. */
  settle(): Promise<void>;
  /** Moves the clock. */
  at(instant: string): void;
}

/** Opens the demo commune for a test file. */
export function demoOffice(): () => Office {
  const database = testDatabase();
  let office: Office | undefined;
  beforeAll(async () => {
    const running = testApplication(database().url);
    await running.application.seed();
    const web = await running.application.web();
    office = {
      ...running,
      web,
      person: () => new Person(web),
      signedIn: (account) => new Person(web).signIn(account),
      settle: async () => void (await running.queue.drain()),
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
