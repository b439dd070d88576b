import { parseVkey, type VerifierKey } from '../../notes/key.ts';
import type { Checkpoint } from '../../notes/checkpoint.ts';
import { openCheckpoint } from '../../notes/verify.ts';
import { isConsistent } from '../../merkle/verify.ts';
import { originOf } from './chain-anchor.ts';
import type { ChainNode } from './node.ts';

/** A log as everybody can read it. */
export interface PublicLog {
  /** The published checkpoint with its signatures. */
  checkpoint(): Promise<string>;
  /** The proof that the log of one size is the beginning of that of another. */
  growth(from: number, to: number): Promise<readonly Buffer[]>;
}

export type Confirmation =
  | { readonly is: 'nothing' }
  | { readonly is: 'confirmed'; readonly size: number; readonly transaction: string };

/**
 * What another agency does: looks at the checkpoint that the office voted for, proves from public data alone that it
 * continues what the contract keeps and is part of the log that the office shows, and votes for it.
 * @throws Error when it is not, or would cost more than `maxFee` wei for a unit of gas.
 */
export async function confirmOpenVote(
  node: ChainNode,
  log: PublicLog,
  vkey: string,
  maxFee: bigint,
): Promise<Confirmation> {
  const key = parseVkey(vkey);
  if (!key) throw new Error('the key of the log cannot be read');
  const origin = originOf({ origin: key.name });
  const voted = await node.openVote(origin);
  if (!voted) return { is: 'nothing' };
  const shown = openedBy(key, await log.checkpoint());
  if (shown.size < voted.size)
    throw new Error(`the log shows ${shown.size} entries, the vote is for ${voted.size}`);
  const block = await node.block();
  const head = await node.headAt(origin, block);
  const proof = head ? await log.growth(head.size, voted.size) : [];
  if (head && !isConsistent(head, voted, proof))
    throw new Error('the vote does not continue what the contract keeps');
  if (!isConsistent(voted, shown, await log.growth(voted.size, shown.size)))
    throw new Error('the vote is for another log than the one that is shown');
  const vote = { origin, ...voted, proof };
  const gas = await node.gasOf(vote);
  const fee = await node.fee();
  if (fee.most > maxFee) throw new Error('the chain asks for more than --max-fee');
  const { raw, hash } = await node.sign(vote, await node.countAt(block), gas, fee);
  await node.send(raw);
  return { is: 'confirmed', size: voted.size, transaction: `0x${hash.toString('hex')}` };
}

function openedBy(key: VerifierKey, note: string): Checkpoint {
  const opened = openCheckpoint(note, [key]);
  if (!opened || opened.verified.length === 0 || opened.checkpoint.origin !== key.name)
    throw new Error('the checkpoint is not signed by that key');
  return opened.checkpoint;
}

/** The log of an office at its public address. */
export function publicLogAt(address: string): PublicLog {
  const base = new URL(address).origin;
  return {
    checkpoint: () => read(`${base}/ledger/checkpoint`),
    async growth(from, to) {
      const body = await read(`${base}/api/v1/ledger/consistency?from=${from}&to=${to}`);
      const { consistency } = JSON.parse(body) as { consistency: readonly string[] };
      return consistency.map((one) => Buffer.from(one, 'base64'));
    },
  };
}

async function read(url: string): Promise<string> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(15_000) });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return await answer.text();
}
