import type { Keys } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { createAccount } from './create-account.ts';
import { newPasswordCode, plainPasswordCode } from './password-code.ts';
import { findCitizenAccount, updateLevel } from './store/accounts.ts';
import { insertPasswordCode } from './store/password-codes.ts';
import { deletePendingOf } from './store/pending-sign-ins.ts';
import { getPerson } from './store/persons.ts';
import { deleteSessionsOf } from './store/sessions.ts';

/** How long the paper with the code is good for. */
const days = 7;

/** A code for the person to take home, and until when it can be used. */
export interface IssuedCode {
  readonly accountId: string;
  readonly code: string;
  readonly endsAt: Date;
}

/**
 * An official has compared a person with their identity card and gives them a code with which they set a password. Who
 * has no account yet gets one; one that was merely claimed is verified by it, and whoever was signed in to it no longer is. An earlier code works no more.
 */
export async function issuePasswordCode(
  tx: Tx,
  keys: Keys,
  actor: Actor,
  { personId }: { readonly personId: string },
): Promise<IssuedCode | Refusal> {
  if (actor.kind !== 'official' || actor.personId === personId)
    return refuse('identity.may-not-verify');
  const accountId = await accountOf(tx, actor, personId);
  if (isRefusal(accountId)) return accountId;
  const code = newPasswordCode();
  const endsAt = new Date(actor.at.getTime() + days * 86_400_000);
  const mac = macOf(keys, code);
  await insertPasswordCode(tx, {
    accountId,
    mac,
    issuedBy: actor.accountId,
    at: actor.at,
    endsAt,
  });
  return { accountId, code, endsAt };
}

/** The person's own account: verified now, or opened. It is signed in to with the person's number. */
async function accountOf(tx: Tx, actor: Actor, personId: string): Promise<string | Refusal> {
  const account = await findCitizenAccount(tx, personId);
  if (account) {
    if (account.level === 'claimed') {
      await updateLevel(tx, account.id, actor.accountId, actor.at);
      // Whoever claimed it may have been somebody else, and is in no longer.
      await deleteSessionsOf(tx, account.id);
      await deletePendingOf(tx, account.id);
    }
    return account.id;
  }
  const { fullName, personalId } = await getPerson(tx, personId);
  if (personalId === null) return refuse('identity.no-number');
  const opened = await createAccount(tx, {
    name: personalId,
    kind: 'citizen',
    person: { fullName, personalId },
    at: actor.at,
  });
  return isRefusal(opened) ? opened : opened.accountId;
}

/** What is kept of a code. */
export function macOf(keys: Keys, code: string): string {
  return keys.sign('password-code', plainPasswordCode(code));
}
