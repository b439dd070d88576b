import { loadDefinition } from '#/modules/process/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { say, type Lang } from '#/values/text.ts';
import type { DeskRow } from './row.ts';

/** What the open steps of rows are called, by task. Models are compiled once and kept. */
export async function stepNames(
  tx: Tx,
  rows: readonly DeskRow[],
  lang: Lang,
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const { step } of rows) {
    if (!step) continue;
    const model = await loadDefinition(tx, step.definitionId);
    const name = model.byNo.get(step.node)?.name;
    if (name) names.set(step.taskId, say(lang, name));
  }
  return names;
}
