import { httpRefusals } from '#/platform/http/index.ts';
import type { Mount } from '#/platform/module.ts';
import type { RefusalTable } from '#/platform/refusal.ts';

/** The one table of all refusals: code → status → words. @throws Error when two modules use one code. */
export function refusalTable(mounts: readonly Mount[]): RefusalTable {
  const table: Record<string, RefusalTable[string]> = { ...httpRefusals };
  for (const { name, refusals = {} } of mounts) {
    for (const [code, entry] of Object.entries(refusals)) {
      if (code in table) throw new Error(`module ${name} repeats the refusal code ${code}`);
      table[code] = entry;
    }
  }
  return table;
}
