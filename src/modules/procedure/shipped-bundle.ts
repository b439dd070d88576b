import { join } from 'node:path';
import { readArtefacts, type Artefacts } from './artefacts.ts';
import { checkBundle, type Bundle } from './bundle.ts';
import type { CatalogueFacts } from './catalogue.ts';
import { faultLine } from './fault.ts';
import { noLinks } from './links.ts';
import { shippedProcedures } from './seed.ts';

/** The artefacts of a procedure that comes with the program. */
export async function shippedArtefacts(slug: string): Promise<Artefacts> {
  const read = await readArtefacts(join(shippedProcedures, slug));
  if ('faults' in read) throw new Error(read.faults.map(faultLine).join('\n'));
  return read.artefacts;
}

/** The same as a checked bundle; a mark, or changed facts, make it another edition. */
export async function shippedBundle(
  slug: string,
  mark = '',
  changes: Partial<CatalogueFacts> = {},
): Promise<Bundle> {
  const artefacts = await shippedArtefacts(slug);
  const facts = JSON.parse(artefacts['procedure.json']) as CatalogueFacts;
  const confidence = `${facts.confidence} ${mark}`.trim();
  const changed = mark !== '' || Object.keys(changes).length > 0;
  const outcome = await checkBundle(
    changed
      ? { ...artefacts, 'procedure.json': JSON.stringify({ ...facts, ...changes, confidence }) }
      : artefacts,
    noLinks,
  );
  if ('faults' in outcome) throw new Error(outcome.faults.map(faultLine).join('\n'));
  return outcome.bundle;
}
