import {
  calendarOf,
  findUnitServing,
  isRole,
  officialsOf,
  servedPlaces,
  type UnitCalendar,
  type UnitKind,
} from '#/modules/agency/index.ts';
import { assess, findVersion, type CompiledProcedure } from '#/modules/procedure/index.ts';
import { compileProcess, stepList, type ListedStep, type Node } from '#/modules/process/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { addDays, dayOf } from '#/values/day.ts';
import type { Draft } from '../draft.ts';
import { listMeasuredSteps, measureVolume } from '../store/index.ts';
import { measure, type Measured } from './measure.ts';
import { limits, type PoolSetting, type Setting, type StepSetting } from './setting.ts';
import type { PlayedOffice } from './simulation.ts';

const yearDays = 365;
/** The latest dossiers tell enough, and are read quickly. */
const dossiersLookedAt = 500;

/** What a simulation begins with, and where the figures come from. */
export interface Suggestion {
  readonly setting: Setting;
  readonly office: PlayedOffice;
  /** The steps as they are called, in the order of `setting.steps`. */
  readonly listed: readonly ListedStep[];
  /** Whether the process waits for answers from outside. */
  readonly awaitsNews: boolean;
  /** Dossiers of the procedure filed lately; 0 when the cases per day are a guess. */
  readonly counted: number;
  readonly measured: ReadonlyMap<string, Measured>;
}

/**
 * Proposes a setting for a draft: cases, outcomes and hours as measured in the dossiers of the last year where there
 * are enough, else as the process says; people as they hold posts today.
 */
export async function suggest(
  tx: Tx,
  draft: Pick<Draft, 'baseVersionId'>,
  procedure: CompiledProcedure,
  now: Date,
): Promise<Suggestion | Refusal> {
  const compiled = await compileProcess(procedure.artefacts['process.bpmn']);
  const listed = stepList(compiled);
  const [place] = await servedPlaces(tx);
  const kind = procedure.catalogue.receivingUnit;
  const unit = place === undefined ? undefined : await findUnitServing(tx, kind, place);
  if (place === undefined || unit === undefined || listed.length === 0) {
    return refuse('studio.nothing-to-simulate');
  }
  const calendar = await calendarOf(tx, unit.id, now);
  const since = new Date(now.getTime() - yearDays * 24 * 3_600_000);
  const base =
    draft.baseVersionId === null ? undefined : await findVersion(tx, draft.baseVersionId);
  const volume = base && (await measureVolume(tx, base.procedureId, since, now));
  const steps = base ? await listMeasuredSteps(tx, base.procedureId, since, dossiersLookedAt) : [];
  const measured = measure(steps, calendar);
  const workedDays = daysWorked(calendar, volume?.since ?? now, now);
  const perDay = rounded((volume?.own ?? 0) / workedDays);
  const others = Math.max(0, (volume?.all ?? 0) - (volume?.own ?? 0)) / workedDays;
  const stepSettings = listed.map((step) => stepOf(step, measured.get(step.id)));
  const pools = await poolsOf(tx, { listed, steps: stepSettings, others, place, now });
  return {
    listed,
    awaitsNews: compiled.nodes.some(awaitsNews),
    measured,
    counted: volume?.own ?? 0,
    office: { unitId: unit.id, from: firstDay(calendar, now), deadline: deadlineOf(procedure) },
    setting: {
      seed: 1,
      days: limits.days,
      perDay: perDay > 0 ? Math.min(perDay, limits.perDay) : 5,
      variation: 'some',
      newsHours: 8,
      pools,
      steps: stepSettings,
      vars: varsOf(procedure),
    },
  };
}

function awaitsNews({ kind, trigger }: Node): boolean {
  const isNews = trigger?.type === 'message' || trigger?.type === 'signal';
  return kind === 'catch' && isNews;
}

/** Two digits that count. */
function rounded(value: number): number {
  return Number(value.toPrecision(2));
}

function daysWorked(calendar: UnitCalendar, since: Date, until: Date): number {
  const [from, to] = [dayOf(since), dayOf(until)];
  let count = 0;
  for (let on = from; on <= to; on = addDays(on, 1)) {
    if (on >= calendar.first && calendar.isWorkingDay(on)) count += 1;
  }
  return Math.max(count, 1);
}

/** The year that is played is the last one: its holidays are known. */
function firstDay(calendar: UnitCalendar, now: Date) {
  const yearAgo = addDays(dayOf(now), -yearDays);
  return yearAgo < calendar.first ? calendar.first : yearAgo;
}

function stepOf(step: ListedStep, measured: Measured | undefined): StepSetting {
  const stated = step.hours ?? 1;
  const hours = measured?.hours === undefined ? stated : Math.min(stated, measured.hours);
  const { acts } = step;
  return {
    id: step.id,
    pool: step.role ?? '',
    kind: step.kind,
    hours: Math.min(limits.mostHours, Math.max(0.05, rounded(hours))),
    outcomes: measured?.outcomes(acts) ?? guessedOutcomes(acts),
  };
}

/** Without a history most cases go on as they should: the first outcome is the way forward. */
function guessedOutcomes(acts: readonly string[]): Record<string, number> {
  if (acts.length < 2) return Object.fromEntries(acts.map((act) => [act, 100]));
  const rest = Math.floor(10 / (acts.length - 1));
  return Object.fromEntries(
    acts.map((act, no) => [act, no === 0 ? 100 - rest * (acts.length - 1) : rest]),
  );
}

interface Office {
  readonly listed: readonly ListedStep[];
  readonly steps: readonly StepSetting[];
  /** Dossiers of other procedures in a day. */
  readonly others: number;
  readonly place: string;
  readonly now: Date;
}

async function poolsOf(tx: Tx, office: Office): Promise<PoolSetting[]> {
  const { listed, steps, others, place, now } = office;
  const pools: PoolSetting[] = [];
  for (const role of new Set(listed.map((step) => step.role ?? ''))) {
    const unit = listed.find((step) => (step.role ?? '') === role)?.unit ?? null;
    const home = unit === null ? undefined : await findUnitServing(tx, unit as UnitKind, place);
    const holders = home && isRole(role) ? await officialsOf(tx, home.id, role, now) : [];
    const people = Math.min(limits.people, Math.max(1, holders.length));
    const hours = steps
      .filter(({ pool }) => pool === role)
      .reduce((sum, one) => sum + one.hours, 0);
    const otherWork = Math.min(80, Math.round((100 * others * hours) / (people * 8)));
    pools.push({ id: role, role, unit, people, otherWork });
  }
  return pools;
}

/** The deadline of the first example that the rules judge. */
function deadlineOf(procedure: CompiledProcedure): PlayedOffice['deadline'] {
  for (const { given } of procedure.examples) {
    try {
      const { qty, unit, cutoff } = assess(procedure, { ...given, variant: 'NORMAL' }).deadline;
      if (qty > 0) return { qty, unit, cutoff };
    } catch {
      // The page Check tells what is wrong with this example; the next one may do.
    }
  }
  return null;
}

/** What conditions may look at, as in the first example. */
function varsOf(procedure: CompiledProcedure): Setting['vars'] {
  const given = procedure.examples[0]?.given;
  const answers = given?.answers ?? {};
  return {
    ...Object.fromEntries(
      Object.entries(answers).filter(([, value]) => typeof value !== 'object' || value === null),
    ),
    channel: given?.channel ?? procedure.catalogue.channels[0],
    variant: 'NORMAL',
    proposal: null,
    feeDue: isFeeDue(procedure),
  };
}

function isFeeDue(procedure: CompiledProcedure): boolean {
  const given = procedure.examples[0]?.given;
  try {
    return given !== undefined && assess(procedure, { ...given, variant: 'NORMAL' }).fees.total > 0;
  } catch {
    return false;
  }
}
