import type { Mount } from '#/platform/module.ts';

/** The public ledger of acts. */
export function mount(): Mount {
  return { name: 'ledger', routes: [] };
}
