import { sign } from 'node:crypto';
import { checkpointText, type Checkpoint } from './checkpoint.ts';
import { cosignedText, subtreeMessage } from './cosigned.ts';
import { keyTypes, type SigningKey } from './key.ts';
import type { NoteSignature } from './signed-note.ts';

/** Signs a checkpoint in the way of the key's type. `at` stands in cosignatures only. */
export function signCheckpoint(key: SigningKey, checkpoint: Checkpoint, at: Date): NoteSignature {
  const seconds = BigInt(Math.floor(at.getTime() / 1000));
  const { name, id: keyId } = key;
  if (key.type === keyTypes.log) {
    return {
      name,
      keyId,
      signature: sign(null, Buffer.from(checkpointText(checkpoint)), key.secret),
    };
  }
  const message =
    key.type === keyTypes.cosignature
      ? Buffer.from(cosignedText(checkpointText(checkpoint), seconds))
      : subtreeMessage(name, checkpoint, seconds);
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(seconds);
  return { name, keyId, signature: Buffer.concat([time, sign(null, message, key.secret)]) };
}
