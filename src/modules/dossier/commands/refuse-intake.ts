import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { openCase, record } from '../case.ts';
import { inform } from '../inform.ts';
import { printRefusalNotice } from '../print/index.ts';
import { moveOn } from '../move-on.ts';

/** Từ chối tiếp nhận: in writing and with the reason (Mẫu 03, Circular 01/2018/TT-VPCP). */
export async function refuseIntake(
  tx: Tx,
  actor: Actor,
  input: { code: string; reason: string },
): Promise<{ done: true } | Refusal> {
  if (input.reason.trim() === '') return refuse('dossier.reason-missing');
  const kase = await openCase(tx, actor, input.code, 'refuse');
  if (isRefusal(kase)) return kase;
  const moved = await moveOn(tx, actor, kase.dossier, kase.step!, 'refuse');
  if (isRefusal(moved)) return moved;
  await record(tx, actor, kase, { verb: 'refuse', to: 'REFUSED_INTAKE', words: input.reason });
  await printRefusalNotice(tx, actor, kase.dossier, input.reason);
  await inform(tx, kase.dossier, 'refused-intake', actor.at, { reason: input.reason });
  return { done: true };
}
