import { sql } from 'kysely';
import { findProcedureInForce } from '#/modules/procedure/index.ts';
import type { Database, Tx } from '#/platform/db/index.ts';
import { addDays, dayOf } from '#/values/day.ts';
import { instantAt } from '#/values/instant.ts';
import { applications, type ApplicationName } from '../applications/index.ts';
import type { Stage } from '../file.ts';
import { openOffice } from '../office.ts';
import { stories, type StoryName } from '../story.ts';
import { courseOf, type Course } from './course.ts';
import { record, type Script } from './recording.ts';

/** Plays every script once and takes it back: what stays are the courses. Scripts that the rules do not allow are left out. */
export async function rehearse(
  database: Database,
  { sample, now }: Omit<Stage, 'office'>,
): Promise<Course[]> {
  const courses: Course[] = [];
  for (const script of await database.transaction((tx) => scriptsOf(tx, now))) {
    await database.transaction(async (tx) => {
      const stage = { office: await openOffice(tx), sample, now };
      const constants = await constantIds(tx);
      const recording = await record(tx, stage, script, beginningOf(now));
      if (recording) courses.push(await courseOf(tx, recording, constants));
      return { refused: 'demo.only-a-rehearsal' };
    });
  }
  return courses;
}

/**
 * The usual courses of all procedures that exist today; of the unusual ones each procedure has a quarter, so that every
 * story is told by some. At the counter only the ordinary one is told.
 */
async function scriptsOf(tx: Tx, now: Date): Promise<Script[]> {
  const scripts: Script[] = [];
  for (const [place, applies] of applicationNames.entries()) {
    if (!(await findProcedureInForce(tx, applications[applies].slug, dayOf(now)))) continue;
    const told = storyNames.filter((story, index) => usual.has(story) || (index + place) % 4 === 0);
    for (const story of told) scripts.push({ applies, story, atCounter: false });
    scripts.push({ applies, story: 'straight', atCounter: true });
  }
  return scripts;
}

/** Kinds that are met; the others are told one by one, in the small set. */
const applicationNames = (Object.keys(applications) as ApplicationName[]).filter(
  (name) => applications[name].perMille > 0,
);
const storyNames = Object.keys(stories) as StoryName[];
const usual: ReadonlySet<StoryName> = new Set(['straight', 'askedAtOnce']);

/** Half a year ago, on a morning. */
function beginningOf(now: Date): Date {
  return instantAt(addDays(dayOf(now), -182), 545);
}

/** Ids that stand for the same in all dossiers. */
async function constantIds(tx: Tx): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from agency.unit union all select id from procedure.procedure union all select id from procedure.version
    union all select id from process.definition
    union all select p.id from identity.person p join identity.account a on a.person_id = p.id where a.kind <> 'citizen'
    union all select id from identity.account where kind <> 'citizen'`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}
