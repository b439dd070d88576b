import type { Refusal } from '#/platform/refusal.ts';
import { fill, type Text } from '#/values/text.ts';
import { refusals } from '../../refusals.ts';

/** Why something was refused, when that is one of this module's refusals; undefined for those of others. */
export function refusalWords({ refused, facts = {} }: Refusal): Text | undefined {
  const table: Readonly<Record<string, { readonly words: Text }>> = refusals;
  const entry = table[refused];
  return entry && fill(entry.words, facts);
}
