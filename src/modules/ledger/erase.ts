import type { Tx } from '#/platform/db/index.ts';
import { newId } from '#/values/id.ts';
import { append } from './append.ts';
import { listChainEnds } from './store/chains.ts';
import { deleteOpenings } from './store/leaves.ts';

/**
 * Erases what ties the leaves of a subject to it: salts and link (Law 91/2025/QH15). The leaves stay and say nothing
 * about anybody any more. That it was done stands in the log itself, else it could hide a change.
 */
export async function erase(tx: Tx, kind: string, subject: string, at: Date): Promise<void> {
  const [end] = await listChainEnds(tx, [{ kind, subject }]);
  if (!end) return;
  const leaves = await deleteOpenings(tx, kind, subject);
  await append(tx, {
    kind: 'erasure',
    subject: newId(),
    n: 1,
    at,
    facts: { verb: 'erase', case: end.caseId.toString('base64url'), leaves },
    document: {},
  });
}
