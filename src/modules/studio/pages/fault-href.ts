import type { BundleFault } from '#/modules/procedure/index.ts';
import { partOf, placeHref } from './places.ts';
import type { Bench } from './workbench.ts';

/** Where a fault is mended. */
export function faultHref({ draft }: Pick<Bench, 'draft'>, fault: BundleFault): string {
  return placeHref(draft.id, partOf(fault)?.path ?? 'kiem-tra');
}
