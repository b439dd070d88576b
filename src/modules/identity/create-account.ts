import type { Tx } from '#/platform/db/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { newId } from '#/values/id.ts';
import type { AccountKind } from './person.ts';
import { registerPerson, type PersonFacts } from './register-person.ts';
import { insertAccount } from './store/accounts.ts';

export interface NewAccount {
  /** What is typed to sign in; kept in lower case. */
  readonly name: string;
  readonly kind: AccountKind;
  readonly person: PersonFacts;
  /** By `hashPassword`, before the transaction. Without one nobody can sign in by password. */
  readonly passwordHash?: string | undefined;
  readonly isDemo?: boolean | undefined;
  /** Opened by the person alone, so that nobody has seen their card yet. */
  readonly isClaimed?: boolean | undefined;
  readonly at: Date;
}

export interface CreatedAccount {
  readonly accountId: string;
  readonly personId: string;
}

/** Opens an account for a person, who is registered when nobody is known by the same number. */
export async function createAccount(tx: Tx, wanted: NewAccount): Promise<CreatedAccount | Refusal> {
  const { name, kind, passwordHash = null, isDemo = false, isClaimed = false, at } = wanted;
  const { id: personId } = await registerPerson(tx, wanted.person, at);
  const level = isClaimed ? 'claimed' : 'verified';
  const account = {
    id: newId(),
    personId,
    name: name.toLowerCase(),
    kind,
    level,
    passwordHash,
    isDemo,
  } as const;
  if (!(await insertAccount(tx, account, at))) return refuse('identity.name-taken');
  return { accountId: account.id, personId };
}
