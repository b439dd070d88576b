import { setImmediate as breathe } from 'node:timers/promises';
import { calendarOf } from '#/modules/agency/index.ts';
import { compileProcess, EngineFault, type CompiledProcess } from '#/modules/process/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Job } from '#/platform/jobs/index.ts';
import type { Services } from '#/platform/module.ts';
import { findSimulation, getArtefactsAt, updateSimulation } from '../store/index.ts';
import { compare, playsOf } from './compare.ts';
import { officeClock, type OfficeClock } from './office-clock.ts';
import type { Setting } from './setting.ts';
import { simulationJobName, type Simulation } from './simulation.ts';

/** Movements of cases that a request may wait for: a fraction of a second. */
const quickly = 30_000;

/** Whether it is so small that whoever asks can wait for it. */
export function isQuick(setting: Setting): boolean {
  const { days, perDay, steps } = setting;
  return days * perDay * (steps.length + 1) * 3 * playsOf(setting) <= quickly;
}

/** Plays a small simulation at once, in the transaction that asked for it. */
export async function simulateNow(tx: Tx, id: string, at: Date): Promise<void> {
  const { simulation, compiled, clock } = await prepare(tx, id, at);
  const comparing = compare(compiled, simulation.setting, clock);
  await updateSimulation(tx, id, await ended(simulation, comparing, at));
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
      const outcome = await ended(
        simulation,
        comparing,
        () => wall.now(),
        (done) =>
          database.transaction((tx) =>
            updateSimulation(tx, id, { ...unfinished, done, endedAt: null }),
          ),
      );
      await database.transaction((tx) => updateSimulation(tx, id, outcome));
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

/** Plays to the end and lets others use the processor meanwhile. A process that cannot go on is told, not thrown. */
async function ended(
  { total }: Simulation,
  comparing: ReturnType<typeof compare>,
  at: Date | (() => Date),
  onPlay?: (done: number) => Promise<void>,
): Promise<Ended> {
  const endedAt = () => (at instanceof Date ? at : at());
  let done = 0;
  try {
    for (let turn = comparing.next(); ; turn = comparing.next()) {
      if (turn.done === true) {
        return { state: 'DONE', done: total, result: turn.value, fault: null, endedAt: endedAt() };
      }
      if (turn.value) {
        done += 1;
        await onPlay?.(done);
      }
      await breathe();
    }
  } catch (error) {
    if (!(error instanceof EngineFault)) throw error;
    const fault = `${error.element}: ${error.words.vi}`;
    return { state: 'FAILED', done, result: null, fault, endedAt: endedAt() };
  }
}
