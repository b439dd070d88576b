import { getUnit } from '#/modules/agency/index.ts';
import { append, type PublicFacts } from '#/modules/ledger/index.ts';
import { findVersion } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { isoInstant } from '#/values/instant.ts';
import type { Dossier } from './dossier.ts';
import type { Act } from './store/index.ts';

/** Writes an act into the public ledger, in its own transaction. `dossier` is as the act left it. */
export async function logAct(tx: Tx, dossier: Dossier, act: Act): Promise<void> {
  await append(tx, {
    kind: 'act',
    subject: dossier.id,
    n: act.seq,
    at: act.at,
    facts: actFacts(act, {
      procedure: await slugOf(tx, dossier),
      unit: (await getUnit(tx, act.unitId ?? dossier.unitId)).key,
      due: dossier.dueAt,
    }),
    document: actDocument(dossier.id, act),
    after: stateOf(dossier),
  });
}

/** What everybody may know of an act. An act of an applicant stands under the unit that received the dossier. */
export function actFacts(
  { verb, toState }: Pick<Act, 'verb' | 'toState'>,
  about: { procedure: string; unit: string; due: Date | null },
): PublicFacts {
  const { procedure, unit, due } = about;
  return { procedure, verb, state: toState, unit, due: due === null ? undefined : isoInstant(due) };
}

/**
 * The dossier as the log commits to it. Who acts for nobody leaves no mark of it, so that what was committed before
 * there were mandates still fits.
 */
export function stateOf({ mandateId, ...rest }: Dossier): object {
  return mandateId === null ? rest : { ...rest, mandateId };
}

/** Everything that is written of an act. */
export function actDocument(dossierId: string, act: Act): Readonly<Record<string, unknown>> {
  return { dossier: dossierId, ...act };
}

/** Addresses of procedures never change. */
const slugs = new Map<string, string>();

async function slugOf(tx: Tx, { versionId }: Dossier): Promise<string> {
  const slug = slugs.get(versionId) ?? (await findVersion(tx, versionId))!.slug;
  slugs.set(versionId, slug);
  return slug;
}
