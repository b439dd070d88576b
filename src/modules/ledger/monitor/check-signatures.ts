import type { Hash } from '../merkle/hash.ts';
import { parseVkey, type VerifierKey } from '../notes/key.ts';
import { parseSignatureLine } from '../notes/signed-note.ts';
import { openCheckpoint, verifySignature } from '../notes/verify.ts';
import type { SignedCheckpoint } from '../store/inspect.ts';
import type { LogState } from '../store/log.ts';
import type { Witness } from '../store/witnesses.ts';
import type { Report } from './report.ts';

/** Every signed checkpoint must be that of the leaves and carry all signatures of the log. */
export function checkCheckpoints(
  log: LogState,
  checkpoints: readonly SignedCheckpoint[],
  roots: ReadonlyMap<number, Hash>,
  report: Report,
): void {
  const keys = log.vkeys.map(parseVkey).filter((key) => key !== undefined);
  for (const { size, root, note } of checkpoints) {
    const opened = openCheckpoint(note, keys);
    const isRight =
      opened !== undefined &&
      opened.verified.length === log.vkeys.length &&
      opened.checkpoint.origin === log.origin &&
      opened.checkpoint.size === size &&
      opened.checkpoint.root.equals(root) &&
      (roots.get(size)?.equals(root) ?? false);
    if (!isRight) report.add('checkpoint', `size ${size}`);
  }
}

/** Every cosignature must hold under the key of its witness. Those of witnesses that left the policy are not checked. */
export function checkCosignatures(
  checkpoints: readonly SignedCheckpoint[],
  witnesses: readonly Witness[],
  cosignatures: readonly { size: number; witness: string; line: string; at: Date }[],
  report: Report,
): void {
  const notes = new Map(checkpoints.map((one) => [one.size, one.note]));
  const keys = new Map<string, VerifierKey | undefined>(
    witnesses.map(({ name, vkey }) => [name, parseVkey(vkey)]),
  );
  for (const { size, witness, line, at } of cosignatures) {
    if (!keys.has(witness)) continue;
    const key = keys.get(witness);
    const note = notes.get(size);
    const opened = note === undefined ? undefined : openCheckpoint(note, []);
    const signature = parseSignatureLine(line);
    const verified =
      key && opened && signature?.keyId === key.id && signature.name === key.name
        ? verifySignature(key, opened.note.text, opened.checkpoint, signature)
        : undefined;
    if (verified?.at?.getTime() !== at.getTime())
      report.add('cosignature', `size ${size}, ${witness}`);
  }
}
