import { deployDefinition } from '#/modules/process/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { insertVersionProcess } from './store/index.ts';

/** Deploys the process of a newly published version of a procedure, for the dossiers that will follow it. */
export async function bindProcess(
  tx: Tx,
  published: { readonly versionId: string; readonly slug: string; readonly bpmn: string },
  at: Date,
): Promise<void> {
  const { definitionId } = await deployDefinition(tx, {
    key: published.slug,
    xml: published.bpmn,
    at,
  });
  await insertVersionProcess(tx, published.versionId, definitionId);
}
