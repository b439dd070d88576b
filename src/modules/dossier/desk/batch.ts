import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { approve } from '../commands/approve.ts';
import { forward } from '../commands/forward.ts';
import { claim, handOver, release } from '../commands/hold.ts';
import { register } from '../commands/register.ts';
import { reprintPapers } from '../commands/reprint-papers.ts';
import { attempt } from './attempt-store.ts';

/** What can be done to many dossiers at once: acts that need no words about the single dossier. */
export const batchActs = [
  'claim',
  'forward',
  'approve',
  'register',
  'release',
  'assign',
  'reprint',
] as const;

export type BatchAct = (typeof batchActs)[number];

/** What came of one dossier. */
export interface BatchOutcome {
  readonly code: string;
  readonly refusal: Refusal | undefined;
}

/** So many are done in one go. */
const mostAtOnce = 100;

/**
 * Does an act to each dossier. Every dossier is an attempt of its own, so one that is refused changes nothing about
 * the others. All go in the order of their codes: two batches that meet wait for each other instead of dying in a
 * deadlock.
 */
export async function runBatch(
  tx: Tx,
  actor: Actor,
  batch: { act: BatchAct; codes: readonly string[]; toAccountId?: string | undefined },
): Promise<BatchOutcome[]> {
  const outcomes: BatchOutcome[] = [];
  for (const code of [...new Set(batch.codes)].toSorted().slice(0, mostAtOnce)) {
    const done = await attempt(tx, () => perform(tx, actor, code, batch));
    outcomes.push({ code, refusal: isRefusal(done) ? done : undefined });
  }
  return outcomes;
}

function perform(
  tx: Tx,
  actor: Actor,
  code: string,
  { act, toAccountId = '' }: { act: BatchAct; toAccountId?: string | undefined },
): Promise<object | Refusal> {
  switch (act) {
    case 'claim':
      return claim(tx, actor, { code });
    case 'forward':
      return forward(tx, actor, { code, note: null });
    case 'approve':
      return approve(tx, actor, { code });
    case 'register':
      return register(tx, actor, { code });
    case 'release':
      return release(tx, actor, { code });
    case 'assign':
      return handOver(tx, actor, { code, toAccountId, note: null });
    case 'reprint':
      return reprintPapers(tx, actor, { code });
  }
}
