import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';

/**
 * Tells what somebody may do with the papers of an owner (a draft or dossier). This module does not know drafts and
 * dossiers, so whoever does brings the gate along when the application is composed. Asked about a change, the gate locks
 * the owner: its answer holds until the transaction ends.
 */
export type OwnerGate = (
  tx: Tx,
  actor: Actor,
  owner: string,
  matter: Matter,
  change?: Change,
) => Promise<'read' | 'write' | null>;

/** What somebody wants to see: papers that were handed in, letters, the result or its draft, papers for officials only. */
export type Matter = 'papers' | 'letter' | 'result' | 'draft' | 'inner';

/** A change that somebody wants to make. */
export interface Change {
  /** Code of the paper whose files change. */
  readonly paper: string;
}

/** The gate where none was brought: closed. */
export const closedGate: OwnerGate = () => Promise.resolve(null);

/** Refuses who may not see this. That there is something is not told to them. */
export async function checkRead(
  tx: Tx,
  gate: OwnerGate,
  actor: Actor,
  owner: string,
  matter: Matter = 'papers',
): Promise<Refusal | undefined> {
  return (await gate(tx, actor, owner, matter)) === null ? refuse('document.not-found') : undefined;
}

/** Refuses who may not change a paper now. Call it in the transaction of the change: the owner is locked by it. */
export async function checkChange(
  tx: Tx,
  gate: OwnerGate,
  actor: Actor,
  owner: string,
  paper: string,
): Promise<Refusal | undefined> {
  const may = await gate(tx, actor, owner, 'papers', { paper });
  if (may === null) return refuse('document.not-found');
  return may === 'write' ? undefined : refuse('document.read-only');
}
