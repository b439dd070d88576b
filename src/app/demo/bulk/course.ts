import { getUnit } from '#/modules/agency/index.ts';
import { clock } from '#/modules/dossier/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Allowance } from '#/values/deadline.ts';
import { compilerOf, type TableTemplate } from './compile.ts';
import type { Take } from './life.ts';
import type { Beat, Recording, Script } from './recording.ts';
import type { Row, Rows } from './tables.ts';
import { firstClocks, nextClocks, stepDue, type Clocks, type ClockWork } from './timeline.ts';

/** A recorded course, ready to be lived by others. */
export interface Course {
  readonly script: Script;
  readonly unitId: string;
  readonly beats: readonly Beat[];
  readonly works: readonly ClockWork[];
  readonly takes: readonly Take[];
  /** After the submission and after each move: when open steps are due, by token; and all rows. */
  readonly dues: readonly ReadonlyMap<number, TokenDue>[];
  readonly snapshots: readonly (readonly TableTemplate[])[];
}

/** Makes a course of a recording. @throws Error when the recording holds an instant that cannot be explained */
export async function courseOf(
  tx: Tx,
  recording: Recording,
  constants: ReadonlySet<string>,
): Promise<Course> {
  const { script, unitId, beats, takes } = recording;
  const versionId = dossierRow(recording.rows[0]!)['version_id'] as string;
  const works = worksOf(recording, await clock.answerTimeOf(tx, versionId));
  const clocks = await replay(tx, recording, works);
  const unit = await getUnit(tx, unitId);
  const compile = compilerOf(recording, clocks, constants, [unit.nationalCode, unit.legacyCode]);
  const dues: ReadonlyMap<number, TokenDue>[] = [];
  for (let at = 0; at < recording.rows.length; at += 1)
    dues.push(await tokenDues(tx, recording, clocks, at));
  const snapshots = recording.rows.map((rows, at) => compile(rows, at));
  return { script, unitId, beats, works, takes, dues, snapshots };
}

function dossierRow(rows: Rows): Row {
  return rows['dossier.dossier'][0]!;
}

/** What each move did to the clocks, seen from what it changed. */
function worksOf({ rows }: Recording, answer: Allowance): ClockWork[] {
  return rows.slice(1).map((after, index) => {
    const [was, is] = [dossierRow(rows[index]!), dossierRow(after)];
    const began = (column: string) => was[column] === null && is[column] !== null;
    return {
      accepts: began('accepted_at'),
      pauses: is['paused_at'] !== null && is['paused_at'] !== was['paused_at'],
      resumes:
        was['paused_at'] !== null &&
        is['paused_at'] !== was['paused_at'] &&
        (is['ended_at'] === null || is['due_at'] !== was['due_at']),
      asks: sent(after) > sent(rows[index]!) ? answer : null,
      extends: was['variant'] !== is['variant'],
      apologises: began('reappointed_at'),
      allowance: is['deadline'] as Allowance,
    };
  });
}

function sent(rows: Rows): number {
  return rows['dossier.supplement'].filter((row) => row['sent_at'] !== null).length;
}

/** The clocks of the recording, worked out again; they must be what the dossier had. */
async function replay(
  tx: Tx,
  { script, unitId, times, rows }: Recording,
  works: readonly ClockWork[],
): Promise<Clocks[]> {
  const clocks = [await firstClocks(tx, unitId, times[0]!)];
  for (const [index, work] of works.entries())
    clocks.push(await nextClocks(tx, unitId, clocks[index]!, work, times[index + 1]!));
  for (const [index, each] of clocks.entries()) {
    const row = dossierRow(rows[index]!);
    for (const [column, name] of clockColumns) {
      const [expected, found] = [row[column] as string | null, each[name]];
      if ((expected === null ? null : Date.parse(expected)) === (found?.getTime() ?? null))
        continue;
      throw new Error(
        `${script.applies}, ${script.story}: ${column} after ${index} moves cannot be explained: ${expected} is not ${found?.toISOString()}`,
      );
    }
  }
  return clocks;
}

const clockColumns = [
  ['accept_due_at', 'acceptDueAt'],
  ['first_due_at', 'firstDueAt'],
  ['due_at', 'dueAt'],
  ['reappointed_at', 'reappointedAt'],
] as const;

/** When the open steps of a snapshot are due: by when they were opened and how much time they have. */
export interface TokenDue {
  readonly opened: number;
  /** The unit that does the step: its calendar counts. */
  readonly unitId: string;
  readonly allowance: Allowance;
  /** Whether the dossier's own due date comes before the end of this time. */
  readonly isCut: boolean;
}

async function tokenDues(
  tx: Tx,
  { script, unitId, times, rows, allowances }: Recording,
  clocks: readonly Clocks[],
  at: number,
): Promise<Map<number, TokenDue>> {
  const found = new Map<number, TokenDue>();
  for (const token of rows[at]!['process.token']) {
    if (token['due_at'] === null) continue;
    const opened = times.findIndex(
      (time) => time.getTime() === Date.parse(token['created_at'] as string),
    );
    const doing = (token['unit_id'] ?? unitId) as string;
    // What waits for the silence of a step is due with it.
    const step = (id: unknown) => allowances[at]!.get(id as number);
    for (const each of step(token['id']) ?? step(token['parent']) ?? []) {
      const whole = await stepDue(tx, doing, clocks[at]!, times[opened]!, each);
      const due = Date.parse(token['due_at'] as string);
      const isCut = whole.getTime() > due && clocks[at]!.dueAt?.getTime() === due;
      if (whole.getTime() === due || isCut)
        found.set(token['id'] as number, { opened, unitId: doing, allowance: each, isCut });
    }
    if (!found.has(token['id'] as number))
      throw new Error(
        `${script.applies}, ${script.story}: an open step's due_at after ${at} moves cannot be explained`,
      );
  }
  return found;
}
