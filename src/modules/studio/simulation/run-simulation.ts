import { setImmediate as breathe } from 'node:timers/promises';
import { calendarOf } from '#/modules/agency/index.ts';
import { compileProcess, EngineFault, type CompiledProcess } from '#/modules/process/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Job } from '#/platform/jobs/index.ts';
import type { Services } from '#/platform/module.ts';
import { findSimulation, getArtefactsAt, updateSimulation } from '../store/index.ts';
import { compare, playsOf } from './compare.ts';
import { expectedEvents } from './estimate.ts';
import { officeClock, type OfficeClock } from './office-clock.ts';
import type { Setting } from './setting.ts';
import { simulationJobName, type Simulation } from './simulation.ts';

/** Movements of cases and pieces of other work that a request may wait for. */
const quickly = 30_000;

/** However small it looked: a request waits no longer, in milliseconds. */
const patience = 800;

/** Whether it looks so small that whoever asks can wait for it. */
export function isQuick(setting: Setting): boolean {
  return expectedEvents(setting) * playsOf(setting) <= quickly;
}

/** Plays a small simulation at once, in the transaction that asked for it. False when it took too long after all. */
export async function simulateNow(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { simulation, compiled, clock } = await prepare(tx, id, at);
  const comparing = compare(compiled, simulation.setting, clock);
  const until = performance.now() + patience;
  const outcome = await ended(simulation, comparing, {
    now: () => at,
    goesOn: () => performance.now() < until,
  });
  if (outcome === undefined) return false;
  await updateSimulation(tx, id, outcome);
  return true;
}

/** The job that plays large ones. Broken off, it begins anew and comes to the same. */
export function simulationJob({
  database,
  clock: wall,
}: Pick<Services, 'database' | 'clock'>): Job {
  return {
    name: simulationJobName,
    async run(payload) {
      const { simulationId: id } = payload as { simulationId: string };
      const found = await database.transaction((tx) => findSimulation(tx, id));
      if (!found || found.state === 'DONE' || found.state === 'FAILED') return;
      const { simulation, compiled, clock } = await database.transaction((tx) =>
        prepare(tx, id, wall.now()),
      );
      const comparing = compare(compiled, simulation.setting, clock);
      const outcome = await ended(simulation, comparing, {
        now: () => wall.now(),
        onPlay: (done) =>
          database.transaction((tx) =>
            updateSimulation(tx, id, { ...unfinished, done, endedAt: null }),
          ),
      });
      if (outcome) await database.transaction((tx) => updateSimulation(tx, id, outcome));
    },
  };
}

const unfinished = { state: 'RUNNING', result: null, fault: null } as const;

type Prepared = {
  readonly simulation: Simulation;
  readonly compiled: CompiledProcess;
  readonly clock: OfficeClock;
};

async function prepare(tx: Tx, id: string, now: Date): Promise<Prepared> {
  const simulation = (await findSimulation(tx, id))!;
  const { draftId, revision, office, setting } = simulation;
  const artefacts = await getArtefactsAt(tx, draftId, revision);
  const calendar = await calendarOf(tx, office.unitId, now);
  return {
    simulation,
    compiled: await compileProcess(artefacts['process.bpmn']),
    clock: officeClock(calendar, office.from, setting.days, office.deadline),
  };
}

type Ended = Parameters<typeof updateSimulation>[2];

interface Manner {
  readonly now: () => Date;
  /** Told after each play how many are over. */
  readonly onPlay?: (done: number) => Promise<void>;
  /** Asked now and then; false breaks off. */
  readonly goesOn?: () => boolean;
}

/**
 * Plays to the end and lets others use the processor meanwhile; undefined when it was broken off. A process that cannot
 * go on is told, not thrown.
 */
async function ended(
  { total }: Simulation,
  comparing: ReturnType<typeof compare>,
  { now, onPlay, goesOn = () => true }: Manner,
): Promise<Ended | undefined> {
  let done = 0;
  try {
    while (goesOn()) {
      const turn = comparing.next();
      if (turn.done === true) {
        return { state: 'DONE', done: total, result: turn.value, fault: null, endedAt: now() };
      }
      if (turn.value) {
        done += 1;
        await onPlay?.(done);
      }
      await breathe();
    }
    return undefined;
  } catch (error) {
    if (!(error instanceof EngineFault)) throw error;
    const fault = `${error.element}: ${error.words.vi}`;
    return { state: 'FAILED', done, result: null, fault, endedAt: now() };
  }
}
