import { hash } from 'node:crypto';
import type { ChainSettings } from '#/platform/config/index.ts';
import type { Services } from '#/platform/module.ts';
import { parseCheckpoint, type Checkpoint } from '../../notes/checkpoint.ts';
import { parseNote } from '../../notes/signed-note.ts';
import {
  endVotes,
  findLastAttempt,
  insertChainVote,
  listOpenVotes,
  type ChainVote,
  type VoteEnd,
} from '../../store/chain-votes.ts';
import type { Anchor, Anchored } from '../anchor.ts';
import { growthFrom } from './growth.ts';
import type { ChainNode, Fee, Vote } from './node.ts';

type Needs = Pick<Services, 'database' | 'clock' | 'log'>;
type Settings = Omit<ChainSettings, 'rpcUrls' | 'key'>;

/**
 * Anchors in a contract on a chain (CheckpointAnchor.sol). A vote is kept before it is sent, under its number in the
 * account: whatever crashes, the same bytes go out again, and the chain takes one of each number. It counts when the
 * contract keeps the checkpoint as of a block that is `confirmations` deep: a chain that is reorganised takes back
 * nothing that we had told, and what it dropped is sent again.
 */
export function chainAnchor(
  { database, clock, log }: Needs,
  settings: Settings,
  open: () => Promise<ChainNode>,
): Anchor {
  const { place, confirmations } = settings;
  let opened: Promise<ChainNode> | undefined;
  return { place, anchor };

  async function anchor(note: string): Promise<Anchored | undefined> {
    opened ??= open().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    const node = await opened;
    const votes = await database.transaction((tx) => listOpenVotes(tx, place));
    return votes.length > 0 ? follow(node, votes) : begin(node, note);
  }

  /** Votes for a checkpoint, unless the contract has it already. */
  async function begin(node: ChainNode, note: string): Promise<Anchored | undefined> {
    const checkpoint = checkpointOf(note);
    const found = await foundAt(node, checkpoint, note);
    if (found) return found;
    const vote = await voteOf(node, checkpoint);
    if (!vote) return undefined;
    const nonce = await node.countAt(await node.block());
    await send(node, note, vote, nonce, await node.gasOf(vote), await offer(node, undefined));
    return undefined;
  }

  /** Looks what became of the vote that is under way. */
  async function follow(
    node: ChainNode,
    votes: readonly ChainVote[],
  ): Promise<Anchored | undefined> {
    const newest = votes.at(-1)!;
    const checkpoint = checkpointOf(newest.note);
    const found = await foundAt(node, checkpoint, newest.note);
    if (found) return found;
    const block = await node.block();
    const settled = settledOf(block);
    const mined = (await Promise.all(votes.map((one) => node.minedOf(one.hash)))).find(
      (one) => one !== undefined,
    );
    if (mined) {
      if (mined.block > settled) return undefined;
      if (!mined.isGood) return end('refused');
      const head = await node.headAt(originOf(checkpoint), settled);
      if (head && head.size > checkpoint.size) return end('overtaken');
      return isPast(votes[0]!.signedAt, settings.patienceHours * 60) ? end('waited') : undefined;
    }
    if ((await node.countAt(settled)) > newest.nonce) return end('lost');
    if (!isPast(newest.signedAt, settings.replaceAfterMinutes)) await node.send(newest.raw);
    else await replace(node, newest, checkpoint);
    return undefined;
  }

  /** Offers more for a vote that no block took. At the limit of the settings the last offer goes out once more. */
  async function replace(node: ChainNode, last: ChainVote, checkpoint: Checkpoint): Promise<void> {
    const fee = await offer(node, BigInt(last.fee));
    if (!fee) return node.send(last.raw);
    const vote = await voteOf(node, checkpoint).catch(() => undefined);
    if (!vote) return node.send(last.raw);
    await send(node, last.note, vote, last.nonce, last.gas, fee);
  }

  /** Keeps a vote, then sends it; in this order, so that a crash in between loses nothing. */
  async function send(
    node: ChainNode,
    note: string,
    vote: Vote,
    nonce: number,
    gas: number,
    fee: Fee | undefined,
  ): Promise<void> {
    if (!fee) throw new Error(`the chain asks for more than ${settings.maxFeeGwei} gwei`);
    const { raw, hash: name } = await node.sign(vote, nonce, gas, fee);
    const isOurs = await database.transaction(async (tx) => {
      const attempt = (await findLastAttempt(tx, place, nonce)) + 1;
      return insertChainVote(tx, {
        place,
        nonce,
        attempt,
        size: vote.size,
        note,
        hash: name,
        raw,
        gas,
        fee: Number(fee.most),
        signedAt: clock.now(),
      });
    });
    if (isOurs) await node.send(raw);
  }

  /**
   * What to offer: what the chain asks for now and, after an offer that was not taken, at least an eighth more, which
   * is what nodes want before they exchange one for another. Undefined when that is beyond the limit.
   */
  async function offer(node: ChainNode, last: bigint | undefined): Promise<Fee | undefined> {
    const asked = await node.fee();
    const most = BigInt(Math.round(settings.maxFeeGwei * 1e9));
    const least = last === undefined ? 0n : last + last / 8n + 1n;
    const wanted = asked.most > least ? asked.most : least;
    if (wanted > most) return undefined;
    const tip = asked.tip === null ? null : wanted - asked.most + asked.tip;
    return { most: wanted, tip };
  }

  /** The vote, with the proof from what the contract keeps. Undefined when it keeps this one, not deep enough yet. */
  async function voteOf(node: ChainNode, checkpoint: Checkpoint): Promise<Vote | undefined> {
    const origin = originOf(checkpoint);
    const head = await node.headAt(origin, await node.block());
    const { size, root } = checkpoint;
    if (!head) return { origin, size, root, proof: [] };
    const grown = await database.transaction((tx) => growthFrom(tx, head, checkpoint));
    if (grown) return head.size === size ? undefined : { origin, size, root, proof: grown };
    log.fatal({ place, kept: head.size, ours: size }, 'the chain keeps another history');
    throw new Error(`the contract keeps a checkpoint of ${head.size} that ours does not continue`);
  }

  /** The checkpoint as the contract keeps it, deep enough to stay. */
  async function foundAt(
    node: ChainNode,
    checkpoint: Checkpoint,
    note: string,
  ): Promise<Anchored | undefined> {
    const settled = settledOf(await node.block());
    const origin = originOf(checkpoint);
    const head = await node.coveringAt(origin, checkpoint.size - 1, settled);
    if (head?.size !== checkpoint.size || !head.root.equals(checkpoint.root)) return undefined;
    // Nodes answer for so many blocks only; where it came to be kept is a convenience, that it is kept is the proof.
    const from = Math.max(0, settled - 5_000);
    const placed = await node
      .placeOf(origin, checkpoint.size, from, settled)
      .catch(() => undefined);
    const { chainId, contract, name, did } = settings;
    const proof = {
      chain: name,
      chainId,
      contract,
      did,
      origin,
      size: head.size,
      root: `0x${head.root.toString('hex')}`,
      at: head.at,
      ...placed,
    };
    return {
      note,
      proof: Buffer.from(JSON.stringify(proof, null, 2)),
      at: head.at,
      settle: (tx) => endVotes(tx, place, 'anchored'),
    };
  }

  async function end(became: VoteEnd): Promise<undefined> {
    log.warn({ place, became }, 'a vote on the chain came to nothing');
    await database.transaction((tx) => endVotes(tx, place, became));
  }

  function settledOf(block: number): number {
    return Math.max(0, block - confirmations);
  }

  function isPast(since: Date, minutes: number): boolean {
    return clock.now().getTime() - since.getTime() > minutes * 60_000;
  }
}

/** Name of a log on the chain: SHA-256 of its origin. */
export function originOf({ origin }: Pick<Checkpoint, 'origin'>): `0x${string}` {
  return `0x${hash('sha256', origin)}`;
}

function checkpointOf(note: string): Checkpoint {
  return parseCheckpoint(parseNote(note)!.text)!;
}
