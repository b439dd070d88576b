import { loadDefinition, type CompiledProcess } from '#/modules/process/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Dossier } from './dossier.ts';
import { getVersionProcess } from './store/index.ts';

/** The process that a dossier runs on: that of its version, unless it was moved to another. */
export async function processOf(
  tx: Tx,
  { definitionId, versionId }: Pick<Dossier, 'definitionId' | 'versionId'>,
): Promise<CompiledProcess> {
  return loadDefinition(tx, definitionId ?? (await getVersionProcess(tx, versionId)));
}
