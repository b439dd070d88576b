import { verify } from 'node:crypto';
import { parseCheckpoint, type Checkpoint } from './checkpoint.ts';
import { cosignedText, subtreeMessage } from './cosigned.ts';
import { keyTypes, type VerifierKey } from './key.ts';
import { parseNote, type Note, type NoteSignature } from './signed-note.ts';

/** A signature that holds. `at` is the moment that a cosigner states. */
export interface Verified {
  readonly key: VerifierKey;
  readonly at?: Date | undefined;
}

/** A checkpoint with those of its signatures that a reader can check. */
export interface OpenedCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly note: Note;
  readonly verified: readonly Verified[];
}

/**
 * Opens a signed checkpoint. Lines of unknown keys are ignored; when the signature of a known key is wrong the whole
 * note is refused (C2SP signed-note). Undefined when it is refused or not a checkpoint.
 */
export function openCheckpoint(
  signed: string,
  keys: readonly VerifierKey[],
): OpenedCheckpoint | undefined {
  const note = parseNote(signed);
  const checkpoint = note && parseCheckpoint(note.text);
  if (!checkpoint) return undefined;
  const verified: Verified[] = [];
  for (const line of note.signatures) {
    const key = keys.find(({ name, id }) => name === line.name && id === line.keyId);
    if (!key) continue;
    const one = verifySignature(key, note.text, checkpoint, line);
    if (!one) return undefined;
    if (!verified.some((other) => other.key === key)) verified.push(one);
  }
  return { checkpoint, note, verified };
}

/** Checks one signature line with its key; undefined when it does not hold. */
export function verifySignature(
  key: VerifierKey,
  text: string,
  checkpoint: Checkpoint,
  { signature }: NoteSignature,
): Verified | undefined {
  if (key.type === keyTypes.log)
    return verify(null, Buffer.from(text), key.key, signature) ? { key } : undefined;
  if (signature.length < 9) return undefined;
  const seconds = signature.readBigUInt64BE(0);
  if (seconds > BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
  const message =
    key.type === keyTypes.cosignature
      ? Buffer.from(cosignedText(text, seconds))
      : subtreeMessage(key.name, checkpoint, seconds);
  if (!verify(null, message, key.key, signature.subarray(8))) return undefined;
  return { key, at: new Date(Number(seconds) * 1000) };
}
