import { createHash } from 'node:crypto';
import { seal } from '#/platform/crypto/index.ts';
import { getById } from '#/modules/dossier/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { fromDoing, type LegEvent } from '../event.ts';
import type { Leg } from '../leg.ts';
import { countWaiting, findIncoming, insertIncoming } from '../store/incoming.ts';
import { findLeg, updateReceivedCount } from '../store/legs.ts';
import { applyEvent, type Hearing } from './apply.ts';

/** What the sender is told: it was applied, or it is kept until its turn. */
export interface Taken {
  readonly state: 'applied' | 'waiting';
  /** The code of the dossier here that the part has. */
  readonly code?: string | undefined;
}

/** A message with its text as it came. */
export interface Heard {
  readonly event: LegEvent;
  readonly text: string;
}

/** So many messages of one installation may wait for earlier ones. */
const mostWaiting = 200;

/** Refusals that pass: the message keeps its place and is applied when the dossier goes on. */
const passing: ReadonlySet<string> = new Set(['dossier.leg-paused', 'dossier.supplement-pending']);

/** Whether a message that was refused for this is applied later by itself. */
export function isPassing({ refused }: Refusal): boolean {
  return passing.has(refused);
}

/**
 * Takes a message that is believed: applies it when it is the next in turn, exactly once however often it comes. Early
 * ones give `exchange.early`, to be kept by `hold` in a transaction of its own.
 */
export async function take(
  tx: Tx,
  hearing: Hearing,
  { event, text }: Heard,
): Promise<Taken | Refusal> {
  const { address } = hearing.partner;
  if (event.source !== address) return refuse('exchange.foreign-source');
  const leg = await findLeg(tx, event.legId);
  const known = await findIncoming(tx, address, event.id);
  if (known) {
    if (known.digest !== digestOf(text)) return refuse('exchange.message-differs');
    if (known.state === 'refused')
      return refuse('exchange.not-applied', { code: known.fault ?? '' });
    return { state: known.state, code: await codeOf(tx, leg) };
  }
  const stop = stopOf(hearing, event, leg);
  if (stop) return stop;
  if (event.number > (leg?.received ?? 0) + 1) return early;
  const applied = await applyEvent(tx, hearing, event, leg);
  if (isRefusal(applied)) return applied;
  const isNew = await insertIncoming(tx, {
    ...rowOf(hearing, { event, text }),
    state: 'applied',
    fault: null,
    body: null,
  });
  if (!isNew) return refuse('exchange.message-differs');
  await updateReceivedCount(tx, event.legId, event.number);
  return { state: 'applied', code: applied.code };
}

/** It came before one that it follows. */
const early = refuse('exchange.early');

/** Keeps a message that came early, or whose dossier waits for its applicant. */
export async function hold(
  tx: Tx,
  hearing: Hearing,
  heard: Heard,
  sealKey: Buffer,
  { refused }: Refusal,
): Promise<Taken | Refusal> {
  const { address } = hearing.partner;
  if ((await countWaiting(tx, address)) >= mostWaiting) return refuse('exchange.too-many-waiting');
  const isNew = await insertIncoming(tx, {
    ...rowOf(hearing, heard),
    state: 'waiting',
    fault: refused,
    body: seal(sealKey, heard.text, labelOf(address, heard.event.id)),
  });
  if (isNew) return { state: 'waiting' };
  const known = await findIncoming(tx, address, heard.event.id);
  if (known?.digest !== digestOf(heard.text)) return refuse('exchange.message-differs');
  return { state: known.state === 'applied' ? 'applied' : 'waiting' };
}

/** Whether a refusal is that the message came early. */
export function isEarly(refusal: Refusal): boolean {
  return refusal === early;
}

/** Under what a waiting message is sealed: it opens in its own row only. */
export function labelOf(address: string, id: string): string {
  return `exchange.incoming ${address} ${id}`;
}

/** Why a message cannot be about this part: of somebody else, of the wrong side, over, or passed. */
function stopOf({ partner }: Hearing, event: LegEvent, leg: Leg | undefined): Refusal | undefined {
  if (leg && leg.address !== partner.address) return refuse('exchange.no-such-leg');
  if (event.kind === 'requested') {
    if (leg) return refuse('exchange.leg-known');
    return event.number === 1 ? undefined : refuse('exchange.out-of-turn');
  }
  if (!leg) {
    // What follows a request may overtake it; what answers one of ours cannot.
    const mayComeFirst = !fromDoing.has(event.kind) && event.number > 1;
    return mayComeFirst ? undefined : refuse('exchange.no-such-leg');
  }
  if ((leg.side === 'asked') !== fromDoing.has(event.kind)) return refuse('exchange.no-such-leg');
  if (leg.closedAt !== null) return refuse('exchange.leg-closed');
  return event.number > leg.received ? undefined : refuse('exchange.out-of-turn');
}

function rowOf({ partner, at }: Hearing, { event, text }: Heard) {
  const { id, legId, number, kind } = event;
  return {
    address: partner.address,
    id,
    legId,
    number,
    kind,
    digest: digestOf(text),
    receivedAt: at,
  };
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function codeOf(tx: Tx, leg: Leg | undefined): Promise<string | undefined> {
  return leg?.side === 'doing' ? (await getById(tx, leg.dossierId)).code : undefined;
}
