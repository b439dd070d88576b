import type { Tx } from '#/platform/db/index.ts';
import type { Job } from '#/platform/jobs/index.ts';
import type { Services } from '#/platform/module.ts';
import { dayOf } from '#/values/day.ts';
import { escalate, untold } from './escalate.ts';
import { getLadder, listWatched, type WatchedStep } from './store.ts';

const batch = 500;

/** No step is told of earlier than this before it is due. */
const horizonMs = 60 * 24 * 3_600_000;

/** Climbs the ladder: tells of steps that near their due time or have passed it, one transaction a step. */
export function escalationJob({ database, clock, log }: Services): Job {
  return {
    name: 'dossier.escalate',
    schedule: '*/5 * * * *',
    async run() {
      const at = clock.now();
      let after: WatchedStep | null = null;
      do {
        const { due, last } = await database.transaction((tx) => nextDue(tx, at, after));
        for (const step of due) await attempt(step, at);
        after = last;
      } while (after);
    },
  };

  /** One step that cannot be told of must not hold up the others; it is tried again at the next run. */
  async function attempt(step: WatchedStep, at: Date): Promise<void> {
    try {
      await database.transaction((tx) => escalate(tx, step, at));
    } catch (err) {
      log.error({ err, dossier: step.dossierId }, 'step could not be escalated');
    }
  }
}

async function nextDue(
  tx: Tx,
  at: Date,
  after: WatchedStep | null,
): Promise<{ due: WatchedStep[]; last: WatchedStep | null }> {
  const ladder = await getLadder(tx, dayOf(at));
  const before = new Date(at.getTime() + horizonMs);
  const steps = await listWatched(tx, { before, rungs: ladder.rungs.length, after, limit: batch });
  const due: WatchedStep[] = [];
  for (const step of steps) if ((await untold(tx, step, ladder, at)).length > 0) due.push(step);
  return { due, last: steps.length === batch ? steps.at(-1)! : null };
}
