import type { Tx } from '#/platform/db/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import type { Vars } from '../bpmn/graph.ts';
import { postpone } from '../store/clockwork.ts';
import { lockInstance } from '../store/instances.ts';
import { takeJobRows, takeOutboxRows } from '../store/jobs.ts';
import { parseTaskId, taskIdOf } from '../task.ts';
import { advance, type Circumstances, type Held, holdTokens, type Moved } from './advance.ts';

/** A service task that a worker has taken. `jobId` is the idempotency key of whatever it does outside. */
export interface TakenJob {
  readonly jobId: string;
  readonly instanceId: string;
  readonly name: string;
  readonly subject: string;
  readonly tries: number;
  readonly item: unknown;
  readonly vars: Vars;
}

/**
 * Takes jobs of these names for `leaseSeconds`. Commit, act outside any transaction, then call `finishJob`. A job
 * that is not finished in time is given out again.
 */
export async function takeJobs(
  tx: Tx,
  wanted: { names: readonly string[]; at: Date; limit: number; leaseSeconds?: number | undefined },
): Promise<readonly TakenJob[]> {
  const until = new Date(wanted.at.getTime() + (wanted.leaseSeconds ?? 300) * 1000);
  const rows = await takeJobRows(tx, wanted.names, wanted.at, until, wanted.limit);
  return rows.map(({ token, ...row }) => ({ ...row, jobId: taskIdOf(row.instanceId, token) }));
}

/** Ends a job: with its results, or with an error code for the model to catch. Also while the instance is suspended. */
export async function finishJob(
  tx: Tx,
  job: { jobId: string; vars?: Vars | undefined; error?: string | undefined } & Circumstances,
): Promise<Moved | Refusal> {
  const held = await holdJob(tx, job.jobId);
  if (!held) return refuse('process.job-gone');
  const { token, ...instance } = held;
  return job.error === undefined
    ? advance(tx, instance, { type: 'complete', token, outcome: null, vars: job.vars ?? {} }, job)
    : advance(tx, instance, { type: 'fail', token, code: job.error }, job);
}

/** Puts a job off that could not be done now, and keeps why. */
export async function postponeJob(
  tx: Tx,
  { jobId, until, fault }: { jobId: string; until: Date; fault: string },
): Promise<{ until: Date } | Refusal> {
  const held = await holdJob(tx, jobId);
  if (!held) return refuse('process.job-gone');
  await postpone(tx, { instanceId: held.instance.id, token: held.token }, until, fault);
  return { until };
}

async function holdJob(
  tx: Tx,
  jobId: string,
): Promise<(Held & { readonly token: number }) | undefined> {
  const name = parseTaskId(jobId);
  const instance = name && (await lockInstance(tx, name.instanceId));
  if (!instance?.isOpen) return undefined;
  const held = await holdTokens(tx, instance);
  const isThere = held.tokens.some(({ id, kind }) => id === name!.token && kind === 'job');
  return isThere ? { ...held, token: name!.token } : undefined;
}

/** A message that a process sent. `messageId` is the same however often it is handed on. */
export interface SentMessage {
  readonly messageId: string;
  readonly instanceId: string;
  readonly subject: string;
  readonly name: string;
}

/** Takes the messages that processes sent, oldest first; whoever calls hands them on in the same transaction. */
export async function takeSentMessages(
  tx: Tx,
  { at, limit }: { at: Date; limit: number },
): Promise<readonly SentMessage[]> {
  const rows = await takeOutboxRows(tx, 'message', at, limit);
  return rows.map(({ instanceId, token, subject, name }) => ({
    messageId: taskIdOf(instanceId, token),
    instanceId,
    subject,
    name,
  }));
}
