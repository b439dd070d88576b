import type { Tx } from './tx.ts';

const memories = new WeakMap<Tx, Map<string, Promise<unknown>>>();

/**
 * Reads something once in a transaction, however many steps of its work ask for it. For what one transaction should
 * see one of anyway, such as the present day or the version of a data set. `key` begins with the module's name.
 */
export function once<T>(tx: Tx, key: string, read: () => Promise<T>): Promise<T> {
  let memory = memories.get(tx);
  if (!memory) memories.set(tx, (memory = new Map()));
  const known = memory.get(key) as Promise<T> | undefined;
  if (known) return known;
  const reading = read();
  memory.set(key, reading);
  return reading;
}

/** Has it read again: the transaction has changed it itself. */
export function forget(tx: Tx, key: string): void {
  memories.get(tx)?.delete(key);
}
