import type { Demand } from '#/modules/payment/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { mayDo, type Dossier } from '../dossier.ts';
import { listJumpTargets } from '../jump-targets.ts';
import { proposerOf } from '../proposer.ts';
import { lawfulDeadline } from '../rules.ts';
import type { Act, Supplement } from '../store/index.ts';
import type { Standing } from './lawful-acts.ts';

interface Known {
  readonly requests: readonly Supplement[];
  readonly demands: readonly Demand[];
  readonly history: readonly Act[];
  /** What the rules of the procedure ask in fees, in đồng. */
  readonly fees: number;
}

/** Gathers what decides about acts besides state and steps. */
export async function standingOf(tx: Tx, dossier: Dossier, known: Known): Promise<Standing> {
  const open = known.requests.find(({ closedAt }) => closedAt === null);
  const isOwing = known.demands.some(({ state }) => state === 'open');
  return {
    request: open === undefined ? 'none' : open.sentAt === null ? 'proposed' : 'sent',
    isExtendable: await isExtendable(tx, dossier),
    hasFees: isOwing || (known.demands.length === 0 && known.fees > 0),
    isOwing,
    proposerId: proposerOf(known.history),
    jumpTargets: mayDo('jump', dossier)
      ? (await listJumpTargets(tx, dossier)).map(({ no }) => no)
      : [],
  };
}

async function isExtendable(tx: Tx, dossier: Dossier): Promise<boolean> {
  if (dossier.variant !== 'NORMAL' || !mayDo('extend', dossier)) return false;
  const longer =
    (await lawfulDeadline(tx, dossier, 'VERIFY')) ?? (await lawfulDeadline(tx, dossier, 'EXTEND'));
  return longer !== undefined;
}
