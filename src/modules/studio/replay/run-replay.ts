import { setImmediate as breathe } from 'node:timers/promises';
import { factsOf } from '#/modules/dossier/index.ts';
import {
  compiledVersion,
  compileProcedure,
  type CompiledProcedure,
} from '#/modules/procedure/index.ts';
import type { Services } from '#/platform/module.ts';
import type { Job } from '#/platform/jobs/index.ts';
import {
  countFiled,
  getArtefactsAt,
  insertChanges,
  listFiledAfter,
  lockReplay,
  updateReplay,
  type FiledDossier,
  type ReplayChange,
} from '../store/index.ts';
import { changesOf, judgementOf } from './judgement.ts';
import { replayJobName, type Replay } from './replay.ts';

/** Dossiers of one transaction: enough to be quick, few enough that progress is seen and little is done twice. */
const batchSize = 1000;

/** Between so many dossiers others may use the processor. */
const breath = 20;

/** The job that runs replays. Broken off, it goes on behind the last dossier that it has looked at. */
export function replayJob(services: Pick<Services, 'database' | 'clock' | 'log'>): Job {
  return {
    name: replayJobName,
    async run(payload) {
      const { replayId } = payload as { replayId: string };
      while (await runBatch(services, replayId));
    },
  };
}

/** Looks at the next dossiers. Returns whether there may be more. */
async function runBatch(
  { database, clock, log }: Pick<Services, 'database' | 'clock' | 'log'>,
  replayId: string,
): Promise<boolean> {
  return database.transaction(async (tx) => {
    const replay = await lockReplay(tx, replayId);
    if (!replay || replay.state === 'DONE' || replay.state === 'FAILED') return false;
    const draft = compileProcedure(await getArtefactsAt(tx, replay.draftId, replay.revision));
    if ('faults' in draft) {
      log.warn({ replay: replayId }, 'the rules of a replayed draft do not compile');
      await updateReplay(tx, replayId, {
        ...replay,
        state: 'FAILED',
        endedAt: clock.now(),
        fault: draft.faults[0]?.words ?? '',
      });
      return false;
    }
    const published = await compiledVersion(tx, replay.baseVersionId);
    const total = replay.state === 'WAITING' ? await countFiled(tx, replay) : replay.total;
    const filed = await listFiledAfter(tx, replay, batchSize);
    const { next, changes } = await judgeAll(
      { ...replay, total },
      filed,
      published,
      draft.procedure,
    );
    const isDone = filed.length < batchSize;
    await insertChanges(tx, replayId, changes);
    await updateReplay(tx, replayId, {
      ...next,
      state: isDone ? 'DONE' : 'RUNNING',
      endedAt: isDone ? clock.now() : null,
    });
    return !isDone;
  });
}

/** Judges dossiers by both, and counts. */
async function judgeAll(
  replay: Replay,
  filed: readonly FiledDossier[],
  published: CompiledProcedure,
  draft: CompiledProcedure,
): Promise<{ next: Replay; changes: ReplayChange[] }> {
  const changes: ReplayChange[] = [];
  const count = { fees: 0, deadline: 0, papers: 0, eligibility: 0, broken: 0 };
  let [sumWas, sumNow] = [replay.sumWas, replay.sumNow];
  for (const [at, dossier] of filed.entries()) {
    if (at % breath === 0) await breathe();
    const facts = factsOf(dossier);
    const was = judgementOf(published, facts);
    const now = judgementOf(draft, facts);
    sumWas += was.total;
    sumNow += now.total;
    const kinds = changesOf(was, now);
    if (kinds.length === 0) continue;
    for (const kind of kinds) count[kind] += 1;
    changes.push({ dossierId: dossier.id, code: dossier.code, kinds, was, now });
  }
  const last = filed.at(-1);
  const next = {
    ...replay,
    looked: replay.looked + filed.length,
    changed: replay.changed + changes.length,
    fees: replay.fees + count.fees,
    deadline: replay.deadline + count.deadline,
    papers: replay.papers + count.papers,
    eligibility: replay.eligibility + count.eligibility,
    broken: replay.broken + count.broken,
    sumWas,
    sumNow,
    lastAt: last?.submittedAt ?? replay.lastAt,
    lastId: last?.id ?? replay.lastId,
  };
  return { next, changes };
}
