import type { Hash } from '../merkle/hash.ts';

/** The state of a log: whoever signs it says that its first `size` entries have this root. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
}

/** The text of a checkpoint, without signatures (C2SP tlog-checkpoint). */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${root.toString('base64')}\n`;
}

/** Reads the text of a checkpoint; undefined when it is none. Further lines are allowed and ignored. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const [origin, digits, encoded, ...rest] = text.split('\n');
  if (!origin || !digits || !encoded || rest.at(-1) !== '') return undefined;
  if (!/^(0|[1-9]\d{0,15})$/.test(digits)) return undefined;
  const size = Number(digits);
  const root = Buffer.from(encoded, 'base64');
  if (!Number.isSafeInteger(size) || root.length !== 32 || root.toString('base64') !== encoded)
    return undefined;
  return { origin, size, root };
}
