import type { Tx } from '#/platform/db/index.ts';
import { hasRole, type Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { isId } from '#/values/id.ts';
import type { Account } from '../person.ts';
import { resetNotice, type Tell } from '../security-notice.ts';
import { insertChange } from '../store/factor-changes.ts';
import {
  insertReset,
  lockDueResets,
  lockReset,
  updateApproved,
  updateDone,
  updateStopped,
} from '../store/factor-resets.ts';
import { deleteFactors } from './delete-factors.ts';
import { ownFactors } from './own-factors.ts';

/** How long the official can object after the approval. */
const coolDownHours = 24;

type Done = { readonly done: true };

/**
 * An administrator has compared an official who lost their second factor with an identity document, and asks that it be
 * taken away. Nothing happens before another administrator approves and a day has passed: the accounts of officials open
 * people's data, and impostors call administrators first.
 */
export async function askReset(
  tx: Tx,
  tell: Tell,
  actor: Actor,
  { account, document }: { readonly account: Account; readonly document: string },
): Promise<Done | Refusal> {
  if (!isAdministrator(actor) || account.personId === actor.personId)
    return refuse('identity.may-not-reset');
  if (!(await ownFactors(tx, account.id)).isOn) return refuse('identity.no-factor');
  const { id: accountId, personId } = account;
  const asked = { accountId, document, by: actor.accountId, at: actor.at };
  if (!(await insertReset(tx, asked))) return refuse('identity.reset-under-way');
  await insertChange(tx, { ...asked, change: 'reset-asked', detail: document });
  await tell(tx, resetNotice('asked', personId, accountId, actor.at));
  return { done: true };
}

/** Another administrator agrees; the official is told how long they can object. */
export async function approveReset(
  tx: Tx,
  tell: Tell,
  actor: Actor,
  id: string,
): Promise<Done | Refusal> {
  const reset = isId(id) ? await lockReset(tx, id) : undefined;
  if (!reset || reset.approvedBy !== null) return refuse('identity.no-reset');
  const isParty = reset.askedBy === actor.accountId || reset.personId === actor.personId;
  if (!isAdministrator(actor) || isParty) return refuse('identity.second-person');
  const { accountId, personId } = reset;
  const { accountId: by, at } = actor;
  const dueAt = new Date(at.getTime() + coolDownHours * 3_600_000);
  await updateApproved(tx, id, { by, at, dueAt });
  await insertChange(tx, { accountId, change: 'reset-approved', by, at });
  await tell(tx, resetNotice('approved', personId, accountId, at));
  return { done: true };
}

/** The official did not ask for it, or an administrator has doubts: nothing is taken away. */
export async function stopReset(
  tx: Tx,
  tell: Tell,
  actor: Actor,
  id: string,
): Promise<Done | Refusal> {
  const reset = isId(id) ? await lockReset(tx, id) : undefined;
  const mayStop = reset?.accountId === actor.accountId || isAdministrator(actor);
  if (!reset || !mayStop) return refuse('identity.no-reset');
  const { accountId, personId } = reset;
  const { accountId: by, at } = actor;
  await updateStopped(tx, id, { by, at });
  await insertChange(tx, { accountId, change: 'reset-stopped', by, at });
  await tell(tx, resetNotice('stopped', personId, accountId, at));
  return { done: true };
}

/** Takes away what was approved a day ago and nobody has stopped. Gives how many. */
export async function carryOutResets(tx: Tx, tell: Tell, at: Date): Promise<number> {
  const due = await lockDueResets(tx, at);
  for (const { id, accountId, personId, document, askedBy } of due) {
    await deleteFactors(tx, accountId);
    await updateDone(tx, id, at);
    const change = 'removed-at-counter';
    await insertChange(tx, { accountId, change, detail: document, by: askedBy, at });
    await tell(tx, resetNotice('done', personId, accountId, at));
  }
  return due.length;
}

function isAdministrator(actor: Actor): boolean {
  return actor.kind === 'official' && hasRole(actor, 'QUAN_TRI');
}
