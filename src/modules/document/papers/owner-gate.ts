import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';

/**
 * Tells what somebody may do with the papers of an owner (a draft or dossier). This module does not know drafts and
 * dossiers, so whoever does brings the gate along when the application is composed.
 */
export type OwnerGate = (
  tx: Tx,
  actor: Actor,
  owner: string,
  matter: Matter,
) => Promise<'read' | 'write' | null>;

/** What somebody wants to see: papers that were handed in, letters, the result or its draft. */
export type Matter = 'papers' | 'letter' | 'result' | 'draft';

/** The gate where none was brought: closed. */
export const closedGate: OwnerGate = () => Promise.resolve(null);

/** Refuses who may not do this. That there is something is not told to those who may not see it. */
export async function checkGate(
  tx: Tx,
  gate: OwnerGate,
  actor: Actor,
  owner: string,
  wish: 'read' | 'write',
  matter: Matter = 'papers',
): Promise<Refusal | undefined> {
  const may = await gate(tx, actor, owner, matter);
  if (may === null) return refuse('document.not-found');
  return wish === 'write' && may !== 'write' ? refuse('document.read-only') : undefined;
}
