import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { openCase, record } from '../case.ts';
import { assignTo, claimStep, releaseStep } from '../process-link.ts';
import { holds } from '../steps.ts';
import { insertBadge } from '../store/index.ts';
import { mayHandOver } from '../superiors.ts';

/** Nhận xử lý: takes the open step for oneself; of two who try at once one gets it and the other is told. */
export async function claim(
  tx: Tx,
  actor: Actor,
  input: { code: string },
): Promise<{ done: true } | Refusal> {
  const kase = await openCase(tx, actor, input.code, 'claim');
  if (isRefusal(kase)) return kase;
  const step = kase.steps.find((one) => holds(actor, one));
  if (!step) return refuse('dossier.not-your-step');
  const claimed = await claimStep(tx, actor, step);
  if (isRefusal(claimed)) return claimed;
  await record(tx, actor, { ...kase, step }, { verb: 'claim' });
  return { done: true };
}

/** Trả lại hàng chờ: gives a step back to all who hold its post. */
export async function release(
  tx: Tx,
  actor: Actor,
  input: { code: string },
): Promise<{ done: true } | Refusal> {
  const kase = await openCase(tx, actor, input.code, 'release');
  if (isRefusal(kase)) return kase;
  const step = kase.steps.find((one) => one.assigneeId === actor.accountId);
  if (!step) return refuse('dossier.not-your-step');
  const released = await releaseStep(tx, actor, step);
  if (isRefusal(released)) return released;
  await record(tx, actor, { ...kase, step }, { verb: 'release' });
  return { done: true };
}

/** Chuyển giao: hands the step to a colleague of the same post; who holds it, or a superior of the unit, may. */
export async function handOver(
  tx: Tx,
  actor: Actor,
  input: { code: string; toAccountId: string; note: string | null },
): Promise<{ done: true } | Refusal> {
  const kase = await openCase(tx, actor, input.code, 'assign');
  if (isRefusal(kase)) return kase;
  const step = kase.steps.find((one) => mayHandOver(actor, one));
  if (!step) return refuse('dossier.not-your-step');
  const assigned = await assignTo(tx, step, input.toAccountId, actor.at);
  if (isRefusal(assigned)) return assigned;
  await record(
    tx,
    actor,
    { ...kase, step },
    {
      verb: 'assign',
      facts: { to: input.toAccountId, toName: assigned.name, note: input.note },
    },
  );
  await insertBadge(tx, kase.dossier.id, 'assigned', actor.at);
  return { done: true };
}
