import { entryOf } from '#/platform/http/index.ts';
import type { Refusal } from '#/platform/refusal.ts';
import { fill, say } from '#/values/text.ts';
import type { Application } from '../application.ts';
import { refusalTable } from '../refusals.ts';

/** What a refusal says to the operator, from the one table of all refusals. */
export function refusalLine(refusal: Refusal, { mounts }: Application): string {
  const { words } = entryOf(refusal, refusalTable(mounts));
  return say('vi', fill(words, refusal.facts ?? {}));
}
