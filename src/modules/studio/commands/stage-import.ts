import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { newId } from '#/values/id.ts';
import { readSource } from '../catalogue/read-source.ts';
import { SourceFault } from '../catalogue/source-fault.ts';
import { insertStaged } from '../store/index.ts';

/** Takes a file of the national catalogue in, as far as it can be read; one that cannot is kept with the reason alone. */
export async function stageImport(
  tx: Tx,
  actor: Actor,
  file: { readonly name: string; readonly bytes: Buffer },
): Promise<{ readonly stagedId: string }> {
  const id = newId();
  await insertStaged(tx, {
    id,
    fileName: file.name,
    ...read(file.bytes),
    askedBy: actor.accountId,
    askedByName: actor.name,
    askedAt: actor.at,
  });
  return { stagedId: id };
}

function read(bytes: Buffer) {
  try {
    const source = readSource(bytes);
    return { ...source, body: bytes, fault: null, state: 'STAGED' as const };
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    const nothing = { kind: null, record: null, findings: null, body: Buffer.alloc(0) };
    return { ...nothing, fault: error.words, state: 'REFUSED' as const };
  }
}
