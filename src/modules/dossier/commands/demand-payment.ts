import type { Tx } from '#/platform/db/index.ts';
import { systemActor, type Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { openCase, record } from '../case.ts';
import { dueAfter } from '../clock.ts';
import { demandLawfulFees, unpaidAmount } from '../fees.ts';
import { inform } from '../inform.ts';
import { moveOn } from '../move-on.ts';
import { listOpenSteps, pauseProcess, resumeProcess } from '../process-link.ts';
import { insertBadge, lockById } from '../store/index.ts';

/** Yêu cầu thực hiện nghĩa vụ tài chính: the clock stands until the fees are paid (national state 6). */
export async function demandPayment(
  tx: Tx,
  actor: Actor,
  input: { code: string },
): Promise<{ done: true } | Refusal> {
  const kase = await openCase(tx, actor, input.code, 'demand-payment');
  if (isRefusal(kase)) return kase;
  await demandLawfulFees(tx, actor, kase.dossier);
  if ((await unpaidAmount(tx, kase.dossier)) === null) return refuse('dossier.nothing-owed');
  await pauseProcess(tx, kase.dossier, actor.at);
  await record(tx, actor, kase, {
    verb: 'demand-payment',
    to: 'PAYMENT_REQUIRED',
    change: { resumeState: kase.dossier.state },
  });
  await inform(tx, kase.dossier, 'payment-required', actor.at);
  return { done: true };
}

/** All fees of a dossier are paid: what waited for that goes on. Called by the payment that settled them. */
export async function settle(tx: Tx, dossierId: string, at: Date): Promise<void> {
  const dossier = await lockById(tx, dossierId);
  const actor = systemActor(at);
  await insertBadge(tx, dossier.id, 'paid', at);
  if (dossier.state !== 'PAYMENT_REQUIRED') {
    await record(tx, actor, { dossier, step: undefined }, { verb: 'settle' });
    return;
  }
  const dueAt = await dueAfter(tx, dossier, at);
  const resumed = { ...dossier, dueAt, pausedAt: null };
  await resumeProcess(tx, dossier, at);
  const step = (await listOpenSteps(tx, dossier, at)).find((one) => one.kind === 'pay');
  const moved = step ? await moveOn(tx, actor, resumed, step, 'paid') : null;
  if (moved && isRefusal(moved)) throw new Error(`step of payment is gone in ${dossier.id}`);
  await record(
    tx,
    actor,
    { dossier, step },
    {
      verb: 'settle',
      to: moved?.state ?? dossier.resumeState ?? 'HANDLING',
      change: { dueAt, resumeState: null },
    },
  );
  await inform(tx, resumed, 'paid', at);
}
