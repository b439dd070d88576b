import { createPress } from './press.ts';
import type { PrintOrder } from './print-order.ts';

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
  readonly maxResidentBytes?: number | undefined;
}

/** A papersmith with `presses` processes, each started when first needed. Orders wait in line for a free one. */
export function createPapersmith(options: PapersmithOptions = {}): Papersmith {
  const { presses = 1, limitMs = 10_000, maxResidentBytes = 400 * 1024 * 1024 } = options;
  const idle = Array.from({ length: presses }, () => createPress(limitMs, maxResidentBytes));
  const all = [...idle];
  const waiting: ((press: (typeof all)[number]) => void)[] = [];
  return {
    async print(order) {
      const sealedOrder = {
        template: order.template,
        data: JSON.stringify(order.data),
        assets: order.assets ?? {},
        standard: order.standard ?? 'a-2a+ua-1',
      };
      const press =
        idle.pop() ?? (await new Promise<(typeof all)[number]>((go) => waiting.push(go)));
      try {
        return await press.print(sealedOrder);
      } finally {
        const next = waiting.shift();
        if (next) next(press);
        else idle.push(press);
      }
    },
    close() {
      for (const press of all) press.close();
    },
  };
}
