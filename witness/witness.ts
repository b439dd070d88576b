import { hash, sign } from 'node:crypto';
import { continues, isEmptyRoot } from './consistency.ts';
import { isSignedBy, keyId, readCheckpoint, type Checkpoint, type Key } from './note.ts';
import type { Store } from './store.ts';

export interface Answer {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422;
  readonly type: string;
  readonly body: string;
}

/** A witness of C2SP tlog-witness: it signs what continues all that it signed before, and nothing else. */
export interface Witness {
  readonly vkey: string;
  addCheckpoint(body: string): Answer;
  /** The last checkpoint of a log that it cosigned, by the hexadecimal SHA-256 of its origin. */
  checkpoint(originHash: string): Answer;
}

const cosignatureType = 4;

export function createWitness(
  name: string,
  logs: readonly Key[],
  store: Store,
  now: () => number = Date.now,
): Witness {
  const id = keyId(name, cosignatureType, store.publicKey);
  const typed = Buffer.concat([Buffer.from([cosignatureType]), store.publicKey]);
  return {
    vkey: `${name}+${id.toString('hex')}+${typed.toString('base64')}`,
    addCheckpoint,
    checkpoint(originHash) {
      const log = logs.find((one) => hash('sha256', one.name, 'hex') === originHash);
      const stored = log && store.latest(log.name);
      return stored ? plain(200, stored.note) : plain(404, 'no such checkpoint\n');
    },
  };

  function addCheckpoint(body: string): Answer {
    const request = readRequest(body);
    if (!request) return plain(400, 'not a request\n');
    const { old, proof, checkpoint, note } = request;
    const keys = logs.filter((log) => log.name === checkpoint.origin);
    if (keys.length === 0) return plain(404, 'unknown log\n');
    if (!isSignedBy(checkpoint, keys)) return plain(403, 'not signed by the log\n');
    if (old > checkpoint.size) return plain(400, 'old size above the size of the checkpoint\n');
    const known = store.latest(checkpoint.origin) ?? { size: 0, root: Buffer.alloc(0) };
    if (old !== known.size) return conflict(known.size);
    if (checkpoint.size === 0 && !isEmptyRoot(checkpoint.root))
      return plain(422, 'an empty tree has another root\n');
    if (!continues(known, checkpoint, proof))
      return plain(422, 'the checkpoint does not continue what was signed before\n');
    const line = cosign(checkpoint);
    const next = { size: checkpoint.size, root: checkpoint.root, note: `${note}${line}` };
    if (!store.replace(checkpoint.origin, old, next))
      return conflict(store.latest(checkpoint.origin)?.size ?? 0);
    return plain(200, line);
  }

  function cosign({ text }: Checkpoint): string {
    const seconds = BigInt(Math.floor(now() / 1000));
    const time = Buffer.alloc(8);
    time.writeBigUInt64BE(seconds);
    const signature = sign(
      null,
      Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`),
      store.secret,
    );
    return `— ${name} ${Buffer.concat([id, time, signature]).toString('base64')}\n`;
  }
}

function readRequest(body: string) {
  const gap = body.indexOf('\n\n');
  const [first, ...lines] = body.slice(0, Math.max(gap, 0)).split('\n');
  const old = /^old (0|[1-9]\d{0,15})$/.exec(first ?? '')?.[1];
  const note = body.slice(gap + 2);
  const checkpoint = readCheckpoint(note);
  const proof = lines.map((line) => Buffer.from(line, 'base64'));
  const isProof =
    proof.length <= 63 &&
    proof.every((hash, at) => hash.length === 32 && hash.toString('base64') === lines[at]);
  if (old === undefined || !checkpoint || !isProof) return undefined;
  return { old: Number(old), proof, checkpoint, note };
}

function plain(status: Answer['status'], body: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', body };
}

function conflict(size: number): Answer {
  return { status: 409, type: 'text/x.tlog.size', body: `${size}\n` };
}
