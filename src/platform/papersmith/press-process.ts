// The process that sets papers: it takes one order at a time from its parent and answers it.
// It ends when its parent ends, because the channel between them closes then.
import { PapersmithFault } from './fault.ts';
import type { PressAnswer, PressOrder } from './print-order.ts';
import { createTypesetter } from './typesetter.ts';

const set = createTypesetter();
const papersBetweenCollections = 8;
let papers = 0;

process.on('message', (order: PressOrder) => void answer(order));

async function answer(order: PressOrder): Promise<void> {
  const outcome = await attempt(order);
  // Compiled documents are memory of the compiler, whose size the collector of JavaScript does not see:
  // unless asked, it lets them pile up.
  if (++papers % papersBetweenCollections === 0) globalThis.gc?.();
  process.send?.({ ...outcome, residentBytes: process.memoryUsage.rss() } satisfies PressAnswer);
}

async function attempt(order: PressOrder) {
  try {
    return { pdf: await set(order) };
  } catch (error) {
    if (error instanceof PapersmithFault) return { fault: error.facts };
    return { fault: { message: error instanceof Error ? error.message : String(error) } };
  }
}
