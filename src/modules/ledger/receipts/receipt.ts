import type { Hash } from '../merkle/hash.ts';
import { isIncluded } from '../merkle/verify.ts';
import { openCheckpoint, type OpenedCheckpoint } from '../notes/verify.ts';
import type { Policy } from './policy.ts';

/** Proof that an entry stands in the log, to be checked without the log (C2SP tlog-proof). */
export interface Receipt {
  /** Not authenticated: what one needs besides to make the entry anew. */
  readonly extra?: Buffer | undefined;
  readonly index: number;
  readonly proof: readonly Hash[];
  /** The signed checkpoint, letter by letter. */
  readonly checkpoint: string;
}

const head = 'c2sp.org/tlog-proof@v1';

export function formatReceipt({ extra, index, proof, checkpoint }: Receipt): string {
  const lines = [
    head,
    ...(extra === undefined ? [] : [`extra ${extra.toString('base64')}`]),
    `index ${index}`,
    ...proof.map((hash) => hash.toString('base64')),
  ];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

/** Reads a receipt; undefined when it is none. Says nothing about whether it holds. */
export function parseReceipt(text: string): Receipt | undefined {
  const gap = text.indexOf('\n\n');
  const lines = text.slice(0, Math.max(gap, 0)).split('\n');
  if (gap < 0 || lines.shift() !== head) return undefined;
  const extra = lines[0]?.startsWith('extra ') ? bytesOf(lines.shift()!.slice(6)) : undefined;
  const index = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? '')?.[1];
  const proof = lines.map(bytesOf);
  if (index === undefined || !proof.every((hash) => hash?.length === 32)) return undefined;
  return { extra, index: Number(index), proof: proof as Hash[], checkpoint: text.slice(gap + 2) };
}

function bytesOf(encoded: string): Buffer | undefined {
  const bytes = Buffer.from(encoded, 'base64');
  return bytes.toString('base64') === encoded ? bytes : undefined;
}

/** What a check of a receipt found. */
type ReceiptCheck =
  | ({ readonly holds: true; readonly witnesses: readonly string[] } & OpenedCheckpoint)
  | { readonly holds: false; readonly because: 'checkpoint' | 'log' | 'inclusion' | 'quorum' };

/** Checks a receipt against the hash of the entry and a policy. Needs nothing from the log. */
export function checkReceipt(receipt: Receipt, leaf: Hash, policy: Policy): ReceiptCheck {
  const known = [...policy.logs, ...policy.witnesses];
  const opened = openCheckpoint(
    receipt.checkpoint,
    known.map(({ key }) => key),
  );
  if (!opened) return { holds: false, because: 'checkpoint' };
  const { checkpoint, verified } = opened;
  const isSigned = ({ key }: { key: unknown }) => verified.some((one) => one.key === key);
  if (!policy.logs.some((log) => log.name === checkpoint.origin && isSigned(log)))
    return { holds: false, because: 'log' };
  if (!isIncluded(leaf, receipt.index, checkpoint.size, receipt.proof, checkpoint.root))
    return { holds: false, because: 'inclusion' };
  const witnesses = policy.witnesses.filter(isSigned).map(({ name }) => name);
  if (!policy.isQuorum(new Set(witnesses))) return { holds: false, because: 'quorum' };
  return { holds: true, witnesses, ...opened };
}
