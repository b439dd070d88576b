import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Tx } from '#/platform/db/index.ts';
import { systemAccountId } from '#/platform/http/index.ts';
import type { Log } from '#/platform/log.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { hashArtefacts, readArtefacts } from './artefacts.ts';
import { checkBundle } from './bundle.ts';
import { faultLine } from './fault.ts';
import { importBundle } from './import.ts';
import type { ProcedureLinks } from './links.ts';
import { listVersionsOf } from './store.ts';

/** Where the procedures that come with the program lie, one folder each. */
export const shippedProcedures = fileURLToPath(new URL('../../../procedures/', import.meta.url));

/**
 * Publishes the procedures that come with the program. Known content is skipped without being checked again, and so
 * is a procedure whose last version was published by a person: an update of the program never overrides an office.
 * A faulty folder is reported and left out; it must not keep the office closed.
 */
export async function seedProcedures(
  tx: Tx,
  links: ProcedureLinks,
  log: Log,
  at: Date,
): Promise<void> {
  for (const slug of await foldersIn(shippedProcedures)) {
    const read = await readArtefacts(join(shippedProcedures, slug));
    if ('faults' in read) {
      log.warn({ slug, faults: read.faults.map(faultLine) }, 'procedure is not complete');
      continue;
    }
    const versions = await listVersionsOf(tx, slug);
    const sha256 = hashArtefacts(read.artefacts);
    if (versions.some((version) => version.sha256 === sha256)) continue;
    if (versions[0] && versions[0].publishedBy !== systemAccountId) continue;
    const outcome = await checkBundle(read.artefacts, links);
    if ('faults' in outcome) {
      log.warn({ slug, faults: outcome.faults.map(faultLine) }, 'procedure is faulty');
      continue;
    }
    const imported = await importBundle(tx, outcome.bundle, systemAccountId, at, links);
    if (isRefusal(imported)) log.warn({ slug, refused: imported.refused }, 'procedure was refused');
    else log.info({ slug, no: imported.version.no }, 'procedure was published');
  }
}

/** Names of the folders in a folder, in order. */
export async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}
