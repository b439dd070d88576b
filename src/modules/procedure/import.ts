import type { Tx } from '#/platform/db/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { dayOf, formatDay, type Day } from '#/values/day.ts';
import { newId } from '#/values/id.ts';
import type { Bundle } from './bundle.ts';
import { logVersion } from './ledger-source.ts';
import type { ProcedureLinks } from './links.ts';
import { findVersion, insertVersion, listVersionsOf, lockProcedure } from './store.ts';
import type { Version } from './version.ts';

/** What became of a bundle: `isNew` is false when this very content had been published before. */
export interface Imported {
  readonly version: Version;
  readonly isNew: boolean;
}

/**
 * Publishes a checked bundle. The same content is the same version, for ever. Changed content becomes a new version
 * that is in force from the day which it names, but never from a day before its publication: what was decided under
 * the earlier text stays decided, and running dossiers keep the version that they began with.
 */
export async function importBundle(
  tx: Tx,
  bundle: Bundle,
  by: string,
  at: Date,
  links: Pick<ProcedureLinks, 'onPublish'>,
): Promise<Imported | Refusal> {
  const { slug, effectiveFrom, repealedFrom } = bundle.catalogue;
  const procedureId = await lockProcedure(tx, newId(), slug, at);
  const versions = await listVersionsOf(tx, slug);
  const same = versions.find((version) => version.sha256 === bundle.sha256);
  if (same) return { version: same, isNew: false };

  const from = versions.length === 0 ? effectiveFrom : later(effectiveFrom, dayOf(at));
  if (repealedFrom !== undefined && repealedFrom <= from) {
    return refuse('procedure.repealed-before-effect', {
      repealedFrom: formatDay(repealedFrom),
      effectiveFrom: formatDay(from),
    });
  }
  const id = newId();
  await insertVersion(tx, {
    id,
    procedureId,
    no: (versions[0]?.no ?? 0) + 1,
    sha256: bundle.sha256,
    effectiveFrom: from,
    repealedFrom: repealedFrom ?? null,
    publishedAt: at,
    publishedBy: by,
    artefacts: bundle.artefacts,
  });
  const version = (await findVersion(tx, id))!;
  await logVersion(tx, id);
  await links.onPublish(tx, { version, artefacts: bundle.artefacts }, at);
  return { version, isNew: true };
}

function later(one: Day, other: Day): Day {
  return one > other ? one : other;
}
