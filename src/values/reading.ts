import type { Text } from './text.ts';

/**
 * What became of something that a person typed: the value in its one normal form, or words that say
 * what is wrong and how to mend it. Readers never throw and never change what they cannot understand.
 */
export type Reading<T> = { readonly value: T } | { readonly wrong: Text };

/** Tells a value that was understood from one that was not. */
export function isRead<T>(reading: Reading<T>): reading is { readonly value: T } {
  return 'value' in reading;
}
