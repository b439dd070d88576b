import type { Tx } from '#/platform/db/index.ts';

/** Told in the transaction in which the last open demand of a dossier was paid or waived. */
export type SettledListener = (tx: Tx, dossierId: string, at: Date) => Promise<void>;

const listeners = new Set<SettledListener>();

/** Registers who is told that a dossier owes nothing any more. Returns the way to take it back. */
export function onSettled(listener: SettledListener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Tells everyone who registered, one after the other: they share the transaction. */
export async function announceSettled(tx: Tx, dossierId: string, at: Date): Promise<void> {
  for (const listener of listeners) await listener(tx, dossierId, at);
}
