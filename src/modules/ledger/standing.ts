import type { Tx } from '#/platform/db/index.ts';
import { findAnchorOf } from './store/anchors.ts';
import { findCovering, findPublished } from './store/checkpoints.ts';
import { listOpenings } from './store/leaves.ts';
import { countPending } from './store/pending.ts';
import { listWitnesses } from './store/witnesses.ts';

/** How far the acts of a subject have come: recorded, sealed, witnessed, anchored. */
export interface Standing {
  readonly kind: string;
  readonly subject: string;
  /** Acts that were recorded. */
  readonly recorded: number;
  /** Those that have their place in the log, in order. */
  readonly sealed: readonly { readonly n: number; readonly index: number }[];
  /** When the last of them was sealed. */
  readonly sealedAt: Date | null;
  /** Those who cosigned a checkpoint that covers all of them. */
  readonly witnesses: { readonly signed: number; readonly known: number };
  /** The anchored checkpoint that covers all of them. */
  readonly anchored: { readonly size: number; readonly at: Date } | null;
}

/** How a subject stands in the log. */
export async function standingOf(tx: Tx, kind: string, subject: string): Promise<Standing> {
  const openings = await listOpenings(tx, kind, subject);
  const pending = await countPending(tx, kind, subject);
  const last = Math.max(-1, ...openings.map(({ idx }) => idx));
  const sealing = last < 0 ? undefined : await findCovering(tx, last);
  const published = last < 0 ? undefined : await findPublished(tx);
  const anchor = last < 0 ? undefined : await findAnchorOf(tx, last);
  const isShown = published !== undefined && published.size > last;
  return {
    kind,
    subject,
    recorded: openings.length + pending,
    sealed: openings.map(({ n, idx }) => ({ n, index: idx })),
    sealedAt: sealing?.madeAt ?? null,
    witnesses: {
      signed: isShown ? published.cosignatures.length : 0,
      known: (await listWitnesses(tx)).length,
    },
    anchored: anchor ? { size: anchor.size, at: anchor.at } : null,
  };
}
