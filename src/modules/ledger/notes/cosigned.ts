import type { Checkpoint } from './checkpoint.ts';

/** What an Ed25519 cosignature signs: the moment and the text of the checkpoint (C2SP tlog-cosignature). */
export function cosignedText(text: string, seconds: bigint): string {
  return `cosignature/v1\ntime ${seconds}\n${text}`;
}

/** What an ML-DSA-44 cosignature signs; it names the cosigner, too (C2SP tlog-cosignature). */
export function subtreeMessage(
  cosigner: string,
  { origin, size, root }: Checkpoint,
  seconds: bigint,
): Buffer {
  return Buffer.concat([
    Buffer.from('subtree/v1\n\0'),
    shortText(cosigner),
    uint64(seconds),
    shortText(origin),
    uint64(0n),
    uint64(BigInt(size)),
    root,
  ]);
}

/** At most 255 bytes after their length. */
function shortText(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.from([bytes.length]), bytes]);
}

function uint64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(value);
  return bytes;
}
