import type { Pdu } from 'smpp';
import type { Outcome } from './channel.ts';

/** Command statuses of SMPP 3.4, 5.1.3. */
const status = {
  queueFull: 0x14,
  invalidDestination: 0x0b,
  invalidSender: 0x0a,
  systemError: 0x08,
  throttled: 0x58,
} as const;

/** How long the network wants to be left in peace when it was asked too fast. */
const throttleMs = 5_000;

/** What an answer to submit_sm means. */
export function outcomeOfStatus(found: number): Outcome {
  const code = `0x${found.toString(16).padStart(8, '0')}`;
  if (found === status.throttled || found === status.queueFull)
    return { kind: 'later', code, afterMs: throttleMs };
  if (found === status.systemError) return { kind: 'later', code, isAway: true };
  return { kind: 'refused', code, isAddressDead: found === status.invalidDestination };
}

/**
 * A delivery receipt: by TLV (5.3.2.12, 5.3.2.35) where the network sends them, else by the text of appendix B, which
 * networks write alike.
 */
export function readReceipt(pdu: Pdu, message: string) {
  // Bits 5–2 of esm_class: 0001 is a receipt of the network (5.2.12).
  if (((pdu.esm_class ?? 0) & 0x3c) !== 0x04) return undefined;
  const ref = pdu.receipted_message_id ?? /\bid:(\S+)/i.exec(message)?.[1];
  const stat = pdu.message_state ?? states[/\bstat:(\w+)/i.exec(message)?.[1]?.toUpperCase() ?? ''];
  if (ref === undefined || stat === undefined) return undefined;
  const state =
    stat === 2 ? ('delivered' as const) : failing.has(stat) ? ('failed' as const) : undefined;
  return state && { ref, state, code: `state ${stat}` };
}

/** Message states of 5.2.28, as receipts abbreviate them. */
const states: Readonly<Record<string, number>> = {
  ENROUTE: 1,
  DELIVRD: 2,
  EXPIRED: 3,
  DELETED: 4,
  UNDELIV: 5,
  ACCEPTD: 6,
  UNKNOWN: 7,
  REJECTD: 8,
};

const failing: ReadonlySet<number> = new Set([3, 4, 5, 8]);
