import { calendarOf } from '#/modules/agency/index.ts';
import { listOpenTasks } from '#/modules/process/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { dayOf } from '#/values/day.ts';
import type { Allowance } from '#/values/deadline.ts';
import { newApplicant } from '../applicant.ts';
import { applications, type ApplicationName } from '../applications/index.ts';
import { hand, type Stage } from '../file.ts';
import { momentOf } from '../pace.ts';
import { play, situationOf } from '../play.ts';
import { seededRandom } from '../random.ts';
import { invent } from '../resident.ts';
import { isClaimed, storyteller, type Move, type Situation, type StoryName } from '../story.ts';
import type { Take } from './life.ts';
import { counterKey, listCounters, readRows, type Rows } from './tables.ts';

/** A way from submission to the end, chosen before it is played. */
export interface Script {
  readonly applies: ApplicationName;
  readonly story: StoryName;
  readonly atCounter: boolean;
}

/** A move of a recording. */
export interface Beat {
  readonly move: Move;
  readonly situation: Situation;
  readonly hours: number | null;
}

/** A dossier that was really played, with all its rows after each move. */
export interface Recording {
  readonly script: Script;
  readonly unitId: string;
  /** When it was submitted, and when each move was made. */
  readonly times: readonly Date[];
  readonly beats: readonly Beat[];
  /** The rows after the submission and after each move. */
  readonly rows: readonly Rows[];
  readonly takes: readonly Take[];
  /** After the submission and after each move: the times that open steps may have been given, by token. */
  readonly allowances: readonly ReadonlyMap<number, readonly Allowance[]>[];
  readonly applicant: {
    readonly accountId: string;
    readonly personId: string;
    readonly name: string;
  };
}

const mostMoves = 24;

/** The name of whoever applies while it is recorded: no other text contains it. */
const nobody = 'Người Nộp Ghi Hình';

/**
 * Plays a script from an instant on and keeps what it leaves in the tables; undefined when the procedure does not know
 * such a turn. The caller rolls the transaction back.
 */
export async function record(
  tx: Tx,
  stage: Stage,
  script: Script,
  from: Date,
): Promise<Recording | undefined> {
  const random = seededRandom(42);
  const { slug, answer } = applications[script.applies];
  const resident = {
    ...invent(random, { age: [30, 40], on: dayOf(from), serial: 1 }),
    fullName: nobody,
  };
  const { player, ownerName } = await newApplicant(tx, resident, from);
  const times = [atOddMoment(from, 0)];
  const counters = await counting(tx);
  const handing = {
    slug,
    applicant: player,
    ownerName,
    atCounter: script.atCounter,
    at: times[0]!,
  };
  const played = await hand(
    tx,
    { ...handing, answers: answer(resident, dayOf(from), random) },
    stage,
  );
  const takes = await counters(0);
  const rows = [await readRows(tx, played.id)];
  const unitId = rows[0]!['dossier.dossier'][0]!['unit_id'] as string;
  const calendar = await calendarOf(tx, unitId, from);
  const allowances = [await allowancesOf(tx, played.id)];
  const beats: Beat[] = [];
  const tell = storyteller(script.story);
  for (
    let standing = await situationOf(tx, played);
    standing;
    standing = await situationOf(tx, played)
  ) {
    if (beats.length >= mostMoves) throw new Error(`${slug} does not end`);
    const { situation, task, dueAt } = standing;
    const move = task.assignee === null && isClaimed(situation) ? 'claim' : tell(situation);
    const moment = momentOf(
      calendar,
      times.at(-1)!,
      { move, situation, hours: task.hours, dueAt },
      random,
    );
    const at = atOddMoment(moment, times.length);
    const refused = await play(tx, played, move, { ...stage, situation, task, at });
    if (refused?.refused === 'dossier.no-extension') return undefined;
    if (refused) throw new Error(`${slug} cannot ${move} at ${situation}: ${refused.refused}`);
    beats.push({ move, situation, hours: task.hours });
    times.push(at);
    takes.push(...(await counters(beats.length)));
    rows.push(await readRows(tx, played.id));
    allowances.push(await allowancesOf(tx, played.id));
  }
  const applicant = { accountId: player.accountId, personId: player.personId, name: ownerName };
  return { script, unitId, times, beats, rows, takes, allowances, applicant };
}

/** Milliseconds make every instant of a recording one of its kind; odd ones are written alike by everybody. */
function atOddMoment(at: Date, place: number): Date {
  return new Date(Math.floor(at.getTime() / 1000) * 1000 + 101 + 2 * place);
}

/** Tells, each time that it is asked, which counters have moved since. */
async function counting(tx: Tx): Promise<(beat: number) => Promise<Take[]>> {
  let before = await lastNumbers(tx);
  return async (beat) => {
    const now = await lastNumbers(tx);
    const moved = [...now].filter(([key, last]) => last !== (before.get(key) ?? 0));
    before = now;
    return moved.map(([key]) => {
      const [book = '', scope = '', period = ''] = key.split('|');
      return { beat, book, scope, each: period.length === 4 ? 'year' : 'day' };
    });
  };
}

async function lastNumbers(tx: Tx): Promise<Map<string, number>> {
  return new Map((await listCounters(tx)).map((counter) => [counterKey(counter), counter.last]));
}

/** The times that open steps were given, in the ordinary course and in the extended one, by token. */
async function allowancesOf(tx: Tx, dossierId: string): Promise<Map<number, readonly Allowance[]>> {
  const tasks = await listOpenTasks(tx, dossierId);
  return new Map(
    tasks.map(({ taskId, hours, hoursExtended, due }) => [
      Number(taskId.split('.').at(-1)),
      due === null
        ? [hours, hoursExtended]
            .filter((qty) => qty !== null)
            .map((qty): Allowance => ({ qty, unit: 'WORKING_HOUR' }))
        : [due],
    ]),
  );
}
