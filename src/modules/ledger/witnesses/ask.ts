import type { Database } from '#/platform/db/index.ts';
import { parseCheckpoint } from '../notes/checkpoint.ts';
import type { VerifierKey } from '../notes/key.ts';
import { parseNote, parseSignatureLine } from '../notes/signed-note.ts';
import { verifySignature } from '../notes/verify.ts';
import type { WitnessAnswer, WitnessClient } from './client.ts';
import { addRequest } from './request.ts';

/** What came of asking a witness to cosign. */
export type Asked =
  | { readonly is: 'cosigned'; readonly line: string; readonly at: Date }
  /** It saw another size than we thought; asking again from there may help. */
  | { readonly is: 'elsewhere'; readonly size: number }
  | { readonly is: 'refused'; readonly told: string }
  | { readonly is: 'away'; readonly told: string };

/** Hands a checkpoint to a witness that saw our log at the size `old` last. */
export async function ask(
  database: Database,
  client: WitnessClient,
  key: VerifierKey,
  old: number,
  checkpoint: { readonly size: number; readonly note: string },
): Promise<Asked> {
  const body = await database.transaction((tx) => addRequest(tx, old, checkpoint));
  const answer = await client.addCheckpoint(body).catch((error: unknown) => error as Error);
  if (answer instanceof Error) return { is: 'away', told: answer.message };
  if (answer.status === 200) return cosigned(answer, key, checkpoint.note);
  const size = answer.status === 409 && /^(0|[1-9]\d{0,15})\n$/.exec(answer.body)?.[1];
  if (size) return { is: 'elsewhere', size: Number(size) };
  return { is: 'refused', told: `${answer.status} ${answer.body.slice(0, 200)}`.trim() };
}

/** Only a line that holds under the key of the policy counts. */
function cosigned(answer: WitnessAnswer, key: VerifierKey, signed: string): Asked {
  const { text } = parseNote(signed)!;
  for (const line of answer.body.split('\n')) {
    const signature = parseSignatureLine(line);
    if (signature?.name !== key.name || signature.keyId !== key.id) continue;
    const verified = verifySignature(key, text, parseCheckpoint(text)!, signature);
    if (verified?.at) return { is: 'cosigned', line, at: verified.at };
  }
  return { is: 'refused', told: '200, but no cosignature that holds' };
}
