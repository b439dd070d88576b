import type { Mount } from '#/platform/module.ts';
import { refusals } from './refusals.ts';

/** Other modules use the registry through its front door; it has no pages of its own. */
export function mount(): Mount {
  return { name: 'registry', routes: [], refusals };
}
