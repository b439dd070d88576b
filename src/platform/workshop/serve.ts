/** What a place of a workshop answers: the result or the bug that prevented it, and how much memory it holds now. */
export type Answer<Result> = ({ readonly result: Result } | { readonly failure: string }) & {
  readonly residentBytes: number;
};

const ordersBetweenCollections = 8;

/**
 * The program of a workshop's process: takes one order at a time from its parent and answers it.
 * The process ends when its parent ends, because the channel between them closes then. It leaves signals to its parent:
 * Ctrl-C and service managers send them to both, and the parent still wants the answer to its last order.
 */
export function serveWorkshop<Order, Result>(work: (order: Order) => Promise<Result>): void {
  let orders = 0;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
  process.on('message', (order: Order) => void answer(order));

  async function answer(order: Order): Promise<void> {
    const outcome = await work(order).then(
      (result) => ({ result }),
      (error: unknown) => ({
        failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
    );
    // Native libraries hold memory whose size the collector of JavaScript does not see: unless asked, it lets it pile up.
    if (++orders % ordersBetweenCollections === 0) globalThis.gc?.();
    process.send?.({
      ...outcome,
      residentBytes: process.memoryUsage.rss(),
    } satisfies Answer<Result>);
  }
}
