import { erasePerson } from '#/modules/dossier/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { systemAccountId, systemActor } from '#/platform/http/index.ts';
import type { Job } from '#/platform/jobs/index.ts';
import type { Services } from '#/platform/module.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { addDays, dayOf } from '#/values/day.ts';
import { instantAt } from '#/values/instant.ts';
import { deleteOver, insertRun, listOver, listRules, type Rule } from './store/retention.ts';

/**
 * Counts what is over its time by each rule of the day, and unless it is only a rehearsal removes it. People are not
 * removed row by row: their keys are destroyed, unless the law keeps something.
 */
export async function runRetention(
  database: Services['database'],
  { at, isDry, by }: { readonly at: Date; readonly isDry: boolean; readonly by: string },
): Promise<void> {
  for (const rule of await database.transaction((tx) => listRules(tx, dayOf(at)))) {
    const over = await database.transaction((tx) => listOver(tx, rule.code, endOf(rule, at)));
    let done = 0;
    for (const id of isDry ? [] : over)
      done += Number(await database.transaction((tx) => remove(tx, rule, id, at)));
    const held = isDry ? 0 : over.length - done;
    await database.transaction((tx) =>
      insertRun(tx, { at, code: rule.code, isDry, found: over.length, done, held, by }),
    );
  }
}

/** Every night. */
export function retentionJob({ database, clock }: Services): Job {
  return {
    name: 'rights.retention',
    schedule: '40 2 * * *',
    run: () => runRetention(database, { at: clock.now(), isDry: false, by: systemAccountId }),
  };
}

function endOf({ days }: Rule, at: Date): Date {
  return instantAt(addDays(dayOf(at), -days), 0);
}

/** @returns whether it was removed */
async function remove(tx: Tx, { code, legalBasis }: Rule, id: string, at: Date): Promise<boolean> {
  if (code !== 'closed-person') return deleteOver(tx, code, id);
  const by = systemActor(at).name;
  return !isRefusal(await erasePerson(tx, id, { by, why: legalBasis, at }));
}
