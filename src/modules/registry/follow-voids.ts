import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';

/** Told, in the transaction, that an entry was voided: what was issued about its subject no longer stands. */
export type VoidFollower = (tx: Tx, actor: Actor, subject: string) => Promise<void>;

const nobody: VoidFollower = () => Promise.resolve();
let follower = nobody;

/** Says who follows voided entries. Called once at start-up by the application. Returns the way to take it back. */
export function followVoids(whoever: VoidFollower): () => void {
  follower = whoever;
  return () => {
    follower = nobody;
  };
}

/** Who follows voided entries. */
export function theVoidFollower(): VoidFollower {
  return follower;
}
