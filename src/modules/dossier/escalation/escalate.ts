import { loadDefinition, stepList } from '#/modules/process/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { systemActor } from '#/platform/http/index.ts';
import { dayOf } from '#/values/day.ts';
import { record } from '../case.ts';
import { allowanceOf, calendarsOf } from '../step-clock.ts';
import { insertBadge, lockById } from '../store/index.ts';
import { rungsReached, type Ladder, type Level } from './ladder.ts';
import { findWatched, getLadder, insertEscalation, type WatchedStep } from './store.ts';

/** The rungs of the ladder that a step has come to and that nobody was told of. */
export async function untold(
  tx: Tx,
  step: WatchedStep,
  ladder: Ladder,
  now: Date,
): Promise<number[]> {
  const calendars = await calendarsOf(tx, step, now);
  const model = stepList(await loadDefinition(tx, step.definitionId)).find(
    ({ no }) => no === step.node,
  );
  const allowance = model ? allowanceOf(model, step) : null;
  const minutes = allowance?.unit === 'WORKING_HOUR' ? allowance.qty * 60 : null;
  const calendar = calendars(step.stepUnitId ?? step.unitId);
  const { openedAt, dueAt, told } = step;
  return rungsReached(ladder.rungs, { openedAt, dueAt, minutes }, calendar, now).filter(
    (rung) => !told.includes(rung),
  );
}

const badges = { holder: 'due-soon', head: 'escalated', leader: 'escalated' } as const;

/**
 * Tells of a step whoever the ladder names: once per rung and step, written down, in the history and as news at the
 * desk. Who is told nothing of it any more: a step that is done, or whose clock stands still.
 */
export async function escalate(
  tx: Tx,
  { dossierId, instanceId, token }: WatchedStep,
  at: Date,
): Promise<Level[]> {
  const dossier = await lockById(tx, dossierId);
  const step = await findWatched(tx, { instanceId, token });
  if (!step) return [];
  const ladder = await getLadder(tx, dayOf(at));
  const told: Level[] = [];
  for (const rung of await untold(tx, step, ladder, at)) {
    const { tells } = ladder.rungs[rung - 1]!;
    if (await insertEscalation(tx, { step, rung, tells, ladderId: ladder.id, at }))
      told.push(tells);
  }
  if (told.length === 0) return [];
  const model = stepList(await loadDefinition(tx, step.definitionId)).find(
    ({ no }) => no === step.node,
  );
  await record(
    tx,
    systemActor(at),
    { dossier, step: undefined },
    {
      verb: 'escalate',
      facts: { step: model?.name.vi, tells: told, stepDueAt: step.dueAt, ladder: ladder.source },
    },
  );
  for (const level of new Set(told)) await insertBadge(tx, dossierId, badges[level], at);
  return told;
}
