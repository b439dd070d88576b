import { listVersions, publishedOn, type CatalogueFacts } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Day } from '#/values/day.ts';

/** What lists and counters need to know of a procedure in force. */
export interface KnownProcedure extends Pick<
  CatalogueFacts,
  'slug' | 'shortName' | 'receivingUnit' | 'channels'
> {
  readonly procedureId: string;
}

let kept: { readonly key: string; readonly procedures: readonly KnownProcedure[] } | undefined;

/** The procedures in force on a day. Their texts are read again only when a version was published or the day changed. */
export async function knownProcedures(tx: Tx, on: Day): Promise<readonly KnownProcedure[]> {
  const versions = await listVersions(tx);
  const key = `${on} ${versions.map(({ id }) => id).join()}`;
  if (kept?.key !== key) {
    const published = await publishedOn(tx, on);
    const procedures = published.map(({ version, facts }) => ({
      procedureId: version.procedureId,
      slug: facts.slug,
      shortName: facts.shortName,
      receivingUnit: facts.receivingUnit,
      channels: facts.channels,
    }));
    kept = { key, procedures };
  }
  return kept.procedures;
}
