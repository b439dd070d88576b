import { join } from 'node:path';
import { openWorkshop, WorkshopTimeout } from '#/platform/workshop/index.ts';
import { PapersmithFault } from './fault.ts';
import { nowhere } from './nowhere.ts';
import type { PressOrder, PressResult, PrintOrder } from './print-order.ts';

/** Makes PDFs from Typst templates, outside of this process. */
export interface Papersmith {
  /** The PDF, or PapersmithFault: the template is wrong, its data do not fit, or it took longer than the limit. */
  print(order: PrintOrder): Promise<Uint8Array>;
  /** Ends its processes. Papers still on their way fail. */
  close(): void;
}

interface PapersmithOptions {
  /** How many processes set papers at the same time. */
  readonly presses?: number | undefined;
  readonly limitMs?: number | undefined;
}

/** A papersmith with `presses` processes, each started when first needed. Orders wait in line for a free one. */
export function createPapersmith({
  presses = 1,
  limitMs = 10_000,
}: PapersmithOptions = {}): Papersmith {
  const workshop = openWorkshop<PressOrder, PressResult>({
    program: join(import.meta.dirname, 'press-program.ts'),
    places: presses,
    limitMs,
    maxResidentBytes: 400 * 1024 * 1024,
    environment: sealed,
  });
  return {
    async print({ template, data, assets = {}, standard = 'a-2a+ua-1' }) {
      const order = { template, data: JSON.stringify(data), assets, standard };
      const result = await workshop.work(order).catch((cause: unknown) => {
        if (cause instanceof WorkshopTimeout)
          throw new PapersmithFault({ message: cause.message }, { cause });
        throw cause;
      });
      if ('fault' in result) throw new PapersmithFault(result.fault);
      return result.pdf;
    },
    close: () => workshop.close(),
  };
}

/**
 * Typst fetches packages that a template names. Its HTTP client obeys these variables, and nothing listens on port 9
 * of this machine; local packages would lie below these folders, which do not exist.
 */
const deadEnd = 'http://127.0.0.1:9';
const sealed = {
  HTTPS_PROXY: deadEnd,
  HTTP_PROXY: deadEnd,
  ALL_PROXY: deadEnd,
  HOME: nowhere,
  XDG_DATA_HOME: nowhere,
  XDG_CACHE_HOME: nowhere,
};
