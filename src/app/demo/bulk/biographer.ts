import { findProcedureInForce, type CompiledProcedure } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { tokenMaker, type DataKey } from '#/platform/vault/index.ts';
import { dayOf, type Day } from '#/values/day.ts';
import { applications } from '../applications/index.ts';
import { seededRandom } from '../random.ts';
import type { Course } from './course.ts';
import type { Life } from './life.ts';
import type { Planned } from './numbering.ts';
import type { People } from './people.ts';
import { render } from './template.ts';
import { firstClocks, nextClocks, stepDue, type Clocks } from './timeline.ts';

interface Sources {
  readonly all: readonly Planned[];
  readonly people: People;
  readonly keys: ReadonlyMap<string, DataKey>;
  readonly numbers: readonly Int32Array[];
  readonly seed: number;
  readonly now: Date;
}

/** Puts dossiers into words: gives the rows of those from one place to another, by table, as texts of JSON arrays. */
export async function biographer(
  tx: Tx,
  { all, people, keys, numbers, seed, now }: Sources,
): Promise<(from: number, to: number) => Promise<Map<string, string>>> {
  const procedures = await proceduresOf(tx, all, dayOf(now));
  const token = await tokenMaker(tx);
  const seenUntil = new Date(now.getTime() - 7 * 86_400_000);
  return async (from, to) => {
    const texts = new Map<string, string>();
    const placements = new Set<string>();
    for (let index = from; index < to; index += 1) {
      const { course, times } = all[index]!;
      const life = await lifeOf(index);
      for (const [table, templates] of course.snapshots[times.length - 1]!) {
        for (const template of templates) {
          const row = render(template, life);
          if (table === 'process.placement') placements.add(row);
          else texts.set(table, `${texts.get(table) ?? ''},${row}`);
        }
      }
    }
    const shared = ['process.placement', `,${[...placements].join(',')}`] as const;
    return new Map([shared, ...texts].map(([table, text]) => [table, `[${text.slice(1)}]`]));
  };

  async function lifeOf(index: number): Promise<Life> {
    const { course, times } = all[index]!;
    const random = seededRandom(seed * 15_485_863 + index);
    const { resident, personId, accountId } = people.citizen(random.whole(0, people.count - 1));
    const answers = applications[course.script.applies].answer(resident, dayOf(times[0]!), random);
    const clocks = await clocksOf(tx, course, times);
    return {
      random,
      times,
      instants: times.map((time) => time.toISOString()),
      clocks,
      stepDues: await stepDuesOf(tx, course, times, clocks.at(-1)!),
      numbers: numbers[index]!,
      seenUntil,
      accountId,
      personId,
      key: keys.get(personId)!,
      token,
      applicantName: resident.fullName,
      answers: JSON.stringify(answers),
      abstract: abstractOf(procedures.get(course)!, answers, resident.fullName),
      made: new Map(),
    };
  }
}

async function clocksOf(
  tx: Tx,
  { unitId, works }: Course,
  times: readonly Date[],
): Promise<Clocks[]> {
  const clocks = [await firstClocks(tx, unitId, times[0]!)];
  for (let move = 1; move < times.length; move += 1) {
    clocks.push(await nextClocks(tx, unitId, clocks[move - 1]!, works[move - 1]!, times[move]!));
  }
  return clocks;
}

async function stepDuesOf(
  tx: Tx,
  { dues }: Course,
  times: readonly Date[],
  clocks: Clocks,
): Promise<Map<number, Date>> {
  const found = new Map<number, Date>();
  for (const [token, { opened, unitId, allowance, isCut }] of dues[times.length - 1]!) {
    const whole = await stepDue(tx, unitId, clocks, times[opened]!, allowance);
    found.set(token, isCut && clocks.dueAt! < whole ? clocks.dueAt! : whole);
  }
  return found;
}

/** Trích yếu, as a dossier makes it when it is filed. */
function abstractOf(
  { catalogue }: CompiledProcedure,
  answers: Readonly<Record<string, unknown>>,
  owner: string,
): string {
  const about = catalogue.about === undefined ? undefined : answers[catalogue.about];
  return `${catalogue.shortName.vi}: ${typeof about === 'string' && about !== '' ? about : owner}`;
}

async function proceduresOf(
  tx: Tx,
  all: readonly Planned[],
  now: Day,
): Promise<Map<Course, CompiledProcedure>> {
  const found = new Map<Course, CompiledProcedure>();
  for (const course of new Set(all.map((planned) => planned.course))) {
    const { slug } = applications[course.script.applies];
    const procedure = await findProcedureInForce(tx, slug, now);
    if (procedure) found.set(course, procedure.procedure);
  }
  return found;
}
