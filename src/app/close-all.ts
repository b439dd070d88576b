/** How to close one thing that was opened. */
export type Close = () => void | Promise<void>;

/**
 * Closes things one after the other, in the order given: one that fails keeps none of the others open.
 * @throws what failed; AggregateError when more than one did.
 */
export async function closeAll(closers: Iterable<Close>): Promise<void> {
  const faults: unknown[] = [];
  for (const close of closers) {
    try {
      await close();
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length === 1) throw faults[0];
  if (faults.length > 1) throw new AggregateError(faults, `${faults.length} things did not close`);
}
