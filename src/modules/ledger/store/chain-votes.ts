import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** A transaction by which the office votes for a checkpoint on a chain. */
export interface ChainVote {
  readonly place: string;
  readonly nonce: number;
  readonly attempt: number;
  readonly size: number;
  readonly note: string;
  readonly hash: Buffer;
  readonly raw: Buffer;
  readonly gas: number;
  readonly fee: number;
  readonly signedAt: Date;
}

/** How a vote ended; the comment on the column says what each means. */
export type VoteEnd = 'anchored' | 'refused' | 'overtaken' | 'waited' | 'lost';

/** Keeps a vote that is about to be sent. False when another process has one of that number under way. */
export async function insertChainVote(tx: Tx, vote: ChainVote): Promise<boolean> {
  const { place, nonce, attempt, size, note, hash, raw, gas, fee, signedAt } = vote;
  const { rows } = await sql`
    insert into ledger.chain_vote (place, nonce, attempt, size, note, hash, raw, gas, fee, signed_at)
    values (${place}, ${nonce}, ${attempt}, ${size}, ${note}, ${hash}, ${raw}, ${gas}, ${fee}, ${signedAt})
    on conflict do nothing returning 1`.execute(tx);
  return rows.length === 1;
}

/** The attempts of the vote that is under way, the first one first; at most one vote is. */
export async function listOpenVotes(tx: Tx, place: string): Promise<ChainVote[]> {
  const { rows } = await sql<ChainVote>`
    select place, nonce, attempt, size, note, hash, raw, gas, fee, signed_at as "signedAt"
      from ledger.chain_vote where place = ${place} and became is null order by nonce, attempt`.execute(
    tx,
  );
  return rows;
}

/** The attempt that was made last under a number; 0 when there was none. A chain that was reorganised gives numbers again. */
export async function findLastAttempt(tx: Tx, place: string, nonce: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(attempt), 0) as last from ledger.chain_vote
     where place = ${place} and nonce = ${nonce}`.execute(tx);
  return rows[0]!.last;
}

/** Ends the vote that is under way, all its attempts. */
export async function endVotes(tx: Tx, place: string, became: VoteEnd): Promise<void> {
  await sql`
    update ledger.chain_vote set became = ${became} where place = ${place} and became is null`.execute(
    tx,
  );
}
