// The process that sets papers.
import { serveWorkshop } from '#/platform/workshop/index.ts';
import { PapersmithFault } from './fault.ts';
import type { PressOrder, PressResult } from './print-order.ts';
import { createTypesetter } from './typesetter.ts';

const set = createTypesetter();

serveWorkshop(async (order: PressOrder): Promise<PressResult> => {
  try {
    return { pdf: await set(order) };
  } catch (error) {
    if (error instanceof PapersmithFault) return { fault: error.facts };
    throw error;
  }
});
