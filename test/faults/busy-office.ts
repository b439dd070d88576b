import { sql } from 'kysely';
import { completeTask } from '#/modules/process/index.ts';
import { correlateMessage } from '#/modules/process/commands/correlate.ts';
import { fireDueTimers } from '#/modules/process/commands/tick.ts';
import { startAt } from '#/modules/process/sketch/office.ts';
import type { Database, Tx } from '#/platform/db/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { newId } from '#/values/id.ts';

/** Work side by side, a warning that does not stop it, and an answer from outside or its absence. */
export const permit = `
  start S
  user Receive
  and Split
  user Appraise
  on Warn host=Traffic after=PT1S beside
  user Hurry
  end Warned
  user Traffic
  and Join
  first Wait
  catch Reply message=reply
  catch Late after=PT3S
  xor Meet
  user Approve
  end E
  S -> Receive -> Split -> Appraise -> Join
  Warn -> Hurry -> Warned
  Split -> Traffic -> Join
  Join -> Wait
  Wait -> Reply -> Meet
  Wait -> Late -> Meet
  Meet -> Approve -> E`;

const mostOpen = 60;

/** An office in which everything happens at once. Each deed gives whether there was something to do. */
export interface BusyOffice {
  /** Starts a case unless so many are open that a queue would grow. */
  start(): Promise<boolean>;
  /** Completes some step that waits; `tell` hears of it once it is kept. */
  completeOne(tell: (taskId: string) => void): Promise<boolean>;
  fireTimers(): Promise<boolean>;
  answerOne(): Promise<boolean>;
}

/** The people and clocks of an office on a database. */
export function busyOffice(database: Database, definitionId: string): BusyOffice {
  const inOwn = <T>(work: (tx: Tx) => Promise<T>) => database.transaction(work);
  return {
    start: () =>
      inOwn(async (tx) => {
        if ((await countOpen(tx)) >= mostOpen) return false;
        await startAt(tx, definitionId, { at: new Date() });
        return true;
      }),
    async completeOne(tell) {
      const taskId = await inOwn((tx) => someWait(tx, 1));
      if (taskId === undefined) return false;
      const done = await inOwn((tx) =>
        completeTask(tx, { taskId: taskId.id, outcome: 'done', by: newId(), at: new Date() }),
      );
      if (!isRefusal(done)) tell(taskId.id);
      return true;
    },
    async fireTimers() {
      const { moved } = await inOwn((tx) => fireDueTimers(tx, new Date(), {}, 20));
      return moved.length > 0;
    },
    async answerOne() {
      const wait = await inOwn((tx) => someWait(tx, 2));
      if (wait === undefined) return false;
      const { subject } = wait;
      const message = { name: 'reply', correlation: subject, messageId: `reply ${subject}` };
      await inOwn((tx) => correlateMessage(tx, { ...message, body: null, at: new Date() }));
      return true;
    },
  };
}

async function countOpen(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from process.instance where status = 0`.execute(tx);
  return rows[0]!.n;
}

/** Any wait of a kind: 1 for people, 2 for messages. */
async function someWait(
  tx: Tx,
  kind: number,
): Promise<{ id: string; subject: string } | undefined> {
  const { rows } = await sql<{ id: string; subject: string }>`
    select instance_id || '.' || id as id, subject from process.token
    where kind = ${kind} order by random() limit 1`.execute(tx);
  return rows[0];
}
