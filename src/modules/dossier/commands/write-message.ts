import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { newId } from '#/values/id.ts';
import { openCase, openOwnCase, record } from '../case.ts';
import { inform } from '../inform.ts';
import { insertBadge, insertMessage } from '../store/index.ts';

/** Most characters of a message; the database holds no longer ones. */
export const longestMessage = 4000;

/** Writes to the other side: the applicant to the officials, or they to the applicant. */
export async function writeMessage(
  tx: Tx,
  actor: Actor,
  input: { code: string; words: string },
): Promise<{ done: true } | Refusal> {
  const words = input.words.trim();
  if (words === '') return refuse('dossier.reason-missing');
  if (words.length > longestMessage) {
    return refuse('dossier.message-too-long', { most: String(longestMessage) });
  }
  const isOfficial = actor.kind === 'official';
  const kase = isOfficial
    ? await openCase(tx, actor, input.code, 'message')
    : await openOwnCase(tx, actor, input.code, 'message');
  if (isRefusal(kase)) return kase;
  await insertMessage(tx, kase.dossier, {
    id: newId(),
    fromAccount: actor.accountId,
    fromName: actor.name,
    isOfficial,
    words,
    at: actor.at,
  });
  await record(tx, actor, kase, { verb: 'message' });
  if (isOfficial) await inform(tx, kase.dossier, 'message', actor.at);
  else await insertBadge(tx, kase.dossier.id, 'message', actor.at);
  return { done: true };
}
