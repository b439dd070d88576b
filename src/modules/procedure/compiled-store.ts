import { lookupsOf } from '#/modules/agency/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { noLookups, type Lookups } from '#/platform/form/index.ts';
import { dayOf, type Day } from '#/values/day.ts';
import { compileProcedure, type CompiledProcedure } from './compiled.ts';
import { findInForce, getArtefacts } from './store.ts';
import type { Version } from './version.ts';

/** Versions never change, so what was compiled stays right; the least recently used are let go. */
const kept = new Map<string, CompiledProcedure>();
const mostKept = 300;

/** Compiled forms outlive the lists that they offer (new wards, new ministries), so they look today's up through this. */
let lists: Lookups = noLookups;
const currentLists: Lookups = { options: (list, within) => lists.options(list, within) };

/** The compiled procedure of a version, from memory when it was used lately. The version must exist. */
export async function compiledVersion(tx: Tx, versionId: string): Promise<CompiledProcedure> {
  lists = await lookupsOf(tx, dayOf(new Date()));
  const procedure = kept.get(versionId) ?? compile(versionId, await getArtefacts(tx, versionId));
  kept.delete(versionId);
  kept.set(versionId, procedure);
  const oldest = kept.keys().next();
  if (kept.size > mostKept && !oldest.done) kept.delete(oldest.value);
  return procedure;
}

/** The version of a procedure that is in force on a day, compiled; undefined when there is none. */
export async function findProcedureInForce(
  tx: Tx,
  slug: string,
  on: Day,
): Promise<{ version: Version; procedure: CompiledProcedure } | undefined> {
  const version = await findInForce(tx, slug, on);
  return version && { version, procedure: await compiledVersion(tx, version.id) };
}

function compile(
  versionId: string,
  artefacts: Parameters<typeof compileProcedure>[0],
): CompiledProcedure {
  const outcome = compileProcedure(artefacts, currentLists);
  if ('faults' in outcome) throw new Error(`published version ${versionId} does not compile`);
  return outcome.procedure;
}
