import type { Tx } from '#/platform/db/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { leafHash, type Hash } from './merkle/hash.ts';
import { consistencyRanges, inclusionRanges } from './merkle/proof.ts';
import { formatReceipt } from './receipts/receipt.ts';
import { findPublished, type StoredCheckpoint } from './store/checkpoints.ts';
import { listBodies } from './store/leaves.ts';
import { tileReader } from './store/tiles.ts';
import { hashesOf } from './tiles/tile-hashes.ts';

/** The checkpoint that everybody sees, with the signatures of the log and of all witnesses that signed it. */
export function signedNote({ note, cosignatures }: StoredCheckpoint): string {
  return note + cosignatures.map(({ line }) => `${line}\n`).join('');
}

/** The published checkpoint. */
export async function getPublished(tx: Tx): Promise<StoredCheckpoint | Refusal> {
  return (await findPublished(tx)) ?? refuse('ledger.not-open');
}

/** A leaf with the proof that it stands in the published log. */
export interface Proof {
  readonly index: number;
  readonly body: Buffer;
  readonly leafHash: Hash;
  readonly inclusion: readonly Hash[];
  readonly checkpoint: StoredCheckpoint;
}

/** Proves that a leaf stands in the published log. */
export async function prove(tx: Tx, index: number): Promise<Proof | Refusal> {
  const checkpoint = await findPublished(tx);
  const [body] = await listBodies(tx, index, index + 1);
  if (!body) return refuse('ledger.no-such-entry');
  if (!checkpoint || checkpoint.size <= index) return refuse('ledger.not-sealed');
  const inclusion = await hashesOf(inclusionRanges(index, checkpoint.size), tileReader(tx));
  return { index, body, leafHash: leafHash(body), inclusion, checkpoint };
}

/** Proves that the log of one size is the beginning of that of another, both published. */
export async function proveGrowth(tx: Tx, from: number, to: number): Promise<Hash[] | Refusal> {
  const size = (await findPublished(tx))?.size ?? 0;
  if (from > to || to > size) return refuse('ledger.no-such-size', { size: String(size) });
  return hashesOf(consistencyRanges(from, to), tileReader(tx));
}

/** What opens the commitment of a leaf, for whom it concerns. */
export interface Opened {
  readonly salt: Buffer;
  readonly document: Readonly<Record<string, unknown>>;
  readonly after: Buffer | null;
}

/** The receipt of a leaf: one file that is checked without us. The leaf itself and what opens it stand in its extra line. */
export function receiptOf(proof: Proof, opened?: Opened): string {
  const open = opened && {
    salt: opened.salt.toString('base64url'),
    document: opened.document,
    after: opened.after?.toString('hex') ?? null,
  };
  return formatReceipt({
    extra: Buffer.from(JSON.stringify({ leaf: proof.body.toString(), open })),
    index: proof.index,
    proof: proof.inclusion,
    checkpoint: signedNote(proof.checkpoint),
  });
}
