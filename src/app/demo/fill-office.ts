import { sql } from 'kysely';
import { calendarOf, demoUnits, type UnitCalendar } from '#/modules/agency/index.ts';
import { findProcedureInForce } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Services } from '#/platform/module.ts';
import { addDays, dayOf } from '#/values/day.ts';
import { instantAt } from '#/values/instant.ts';
import { knownApplicant, newApplicant } from './applicant.ts';
import { applications } from './applications/index.ts';
import { hand, type Stage } from './file.ts';
import { openOffice } from './office.ts';
import { momentOf } from './pace.ts';
import { makeSample } from './papers.ts';
import { play, situationOf, type Played } from './play.ts';
import { seededRandom, type Random } from './random.ts';
import { invent } from './resident.ts';
import { smallSet, type Scenario } from './small-set.ts';
import { isClaimed, storyteller, type Move, type Situation } from './story.ts';

/**
 * Fills the offices of a demo that has no dossier yet: some sixty of all procedures and in all states, each brought
 * there by the use cases that people use, in the order of time. All or nothing.
 */
export async function fillOffice(services: Services, tell: (line: string) => void): Promise<void> {
  const { database, clock } = services;
  if (await database.transaction(hasDossiers)) return;
  tell('Đang nạp hồ sơ mẫu…');
  const sample = await makeSample(services);
  await database.transaction(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('chinh-quyen-so demo'))`.execute(tx);
    if (await hasDossiers(tx)) return;
    const stage = { office: await openOffice(tx), sample, now: clock.now() };
    await inOrder(await openings(tx, stage));
  });
}

async function hasDossiers(tx: Tx): Promise<boolean> {
  const { rows } = await sql`select from dossier.dossier limit 1`.execute(tx);
  return rows.length > 0;
}

/** Something that happens at an instant and may lead to something later. */
interface Event {
  readonly at: Date;
  readonly happen: () => Promise<Event | undefined>;
}

/** Lets everything happen in the order of time, so that the numbers of days and registers are as they would have been. */
async function inOrder(events: readonly Event[]): Promise<void> {
  const agenda = [...events];
  while (agenda.length > 0) {
    const next = agenda.reduce((first, event) => (event.at < first.at ? event : first));
    agenda.splice(agenda.indexOf(next), 1);
    const follows = await next.happen();
    if (follows) agenda.push(follows);
  }
}

/** A scenario with what it is played by. */
interface Part {
  readonly scenario: Scenario;
  readonly random: Random;
  readonly calendar: UnitCalendar;
  /** Serial number of the applicant, when that is somebody invented. */
  readonly serial: number;
}

/** The submissions of the scenarios whose procedures exist today. */
async function openings(tx: Tx, stage: Stage): Promise<Event[]> {
  const calendar = await calendarOf(tx, demoUnits.oneStop.id, stage.now);
  const events: Event[] = [];
  for (const [index, scenario] of smallSet.entries()) {
    if (!(await findProcedureInForce(tx, applications[scenario.applies].slug, dayOf(stage.now))))
      continue;
    const part: Part = {
      scenario,
      random: seededRandom(7_001 + index),
      calendar,
      serial: 1_000 + index,
    };
    const at = submissionTime(part, stage.now);
    events.push({ at, happen: () => open(tx, stage, part, at) });
  }
  return events;
}

/** Online at any hour of the day, at the counter in its hours. */
function submissionTime(
  { scenario: { daysAgo, atCounter }, random, calendar }: Part,
  now: Date,
): Date {
  const minute = atCounter ? random.whole(430, 680) : random.whole(400, 1_290);
  const typed = instantAt(addDays(dayOf(now), -daysAgo), minute);
  const at = atCounter ? calendar.addWorkingMinutes(typed, random.whole(1, 30)) : typed;
  return at < now ? at : new Date(now.getTime() - random.whole(10, 300) * 60_000);
}

async function open(tx: Tx, stage: Stage, part: Part, at: Date): Promise<Event | undefined> {
  const { scenario, random, serial } = part;
  const { slug, answer } = applications[scenario.applies];
  const { player, resident, ownerName } =
    scenario.who === undefined
      ? await newApplicant(tx, invent(random, { age: [23, 60], on: dayOf(at), serial }), at)
      : await knownApplicant(tx, stage.office.player(scenario.who));
  const answers = answer(resident, dayOf(at), random);
  const atCounter = scenario.atCounter ?? false;
  const played = await hand(
    tx,
    { slug, applicant: player, ownerName, atCounter, answers, at },
    stage,
  );
  return followUp(tx, stage, part, played, storyteller(scenario.story ?? 'straight'), at);
}

/** The next event of a dossier: undefined when it has ended, or stands where it shall stand now. */
async function followUp(
  tx: Tx,
  stage: Stage,
  part: Part,
  played: Played,
  tell: (situation: Situation) => Move,
  since: Date,
): Promise<Event | undefined> {
  const { scenario, random, calendar } = part;
  const standing = await situationOf(tx, played);
  if (!standing) return undefined;
  const { situation, task, dueAt } = standing;
  const isFree = task.assignee === null && isClaimed(situation);
  const move =
    isFree && (situation !== scenario.until || random.chance(0.4)) ? 'claim' : tell(situation);
  if (move === 'go' && situation === scenario.until) return undefined;
  const moment = momentOf(calendar, since, { move, situation, hours: task.hours, dueAt }, random);
  // What would come too late for the present is done in good time: the set shows states, not slowness.
  const at =
    moment < stage.now
      ? moment
      : new Date(since.getTime() + (stage.now.getTime() - since.getTime()) / 4);
  return {
    at,
    async happen() {
      const refused = await play(tx, played, move, { ...stage, situation, task, at });
      if (refused)
        throw new Error(`${played.code} cannot ${move} at ${situation}: ${refused.refused}`);
      return followUp(tx, stage, part, played, tell, at);
    },
  };
}
