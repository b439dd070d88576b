import type { Tx } from '#/platform/db/index.ts';
import type { Dossier } from './dossier.ts';
import type { OpenStep } from './steps.ts';
import type { Act } from './store/index.ts';

/** A part of an interlinked procedure that now waits for its agency. */
export interface OpenedLeg {
  readonly dossier: Dossier;
  readonly step: OpenStep;
  /** The element of the process. */
  readonly element: string;
  readonly at: Date;
}

/** Whoever carries on with what happens to dossiers, in the transaction in which it happens. */
export interface ActFollower {
  /** Something was done to a dossier, which is given as it is now. */
  acted(tx: Tx, dossier: Dossier, act: Act): Promise<void>;
  legOpened(tx: Tx, leg: OpenedLeg): Promise<void>;
}

const nobody: ActFollower = {
  acted: async () => undefined,
  legOpened: async () => undefined,
};

let follower = nobody;

/** Says who follows. Called once at start-up, for a module below that this one cannot know. Returns the way to take it back. */
export function followActs(whoever: ActFollower): () => void {
  follower = whoever;
  return () => {
    follower = nobody;
  };
}

/** Who follows. */
export function theActFollower(): ActFollower {
  return follower;
}
