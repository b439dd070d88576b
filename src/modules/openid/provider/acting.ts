import type { Services } from '#/platform/module.ts';
import { findAccountById, findAccountIdOf } from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Ports } from '../ports.ts';
import { findMandateOf, subjectOf } from '../store/grants.ts';

/** For whom somebody acts with a client (RFC 8693, 4.1): `sub` is the one acted for, `act.sub` the one who acts. */
export interface ActingClaims {
  readonly sub: string;
  readonly act: { readonly sub: string };
  /** The authority to act; a name of our own. */
  readonly mandate_id: string;
}

/** A grant whose mandate has ended. */
export const overMandate = 'the mandate is over';

/** What a client is told about people: names of its own for each, and who acts for whom. */
export function namesFor(
  { keys, clock }: Pick<Services, 'keys' | 'clock'>,
  { principalOf }: Ports,
) {
  /**
   * The name is the same whether or not the person has an account already: a child is known by it later, too. It is made
   * of the client and the person under a key, so that clients cannot compare (OpenID Connect Core 1.0, 8.1).
   */
  const nameOf = (clientId: string, personId: string) =>
    keys.sign('openid subject', `${clientId} ${personId}`);

  /** The name under which a client knows an account. */
  async function ofAccount(tx: Tx, clientId: string, accountId: string): Promise<string> {
    const account = await findAccountById(tx, accountId);
    const fresh = nameOf(clientId, account?.personId ?? accountId);
    return subjectOf(tx, clientId, accountId, fresh, clock.now());
  }

  /** The name under which a client knows a person. */
  async function ofPerson(tx: Tx, clientId: string, personId: string): Promise<string> {
    const accountId = await findAccountIdOf(tx, personId);
    return accountId === undefined
      ? nameOf(clientId, personId)
      : ofAccount(tx, clientId, accountId);
  }

  /** Who acts for whom under a grant: undefined when everybody for themselves. */
  async function acting(
    tx: Tx,
    { accountId, clientId, grantId }: Granted,
  ): Promise<ActingClaims | typeof overMandate | undefined> {
    const mandateId = await findMandateOf(tx, grantId);
    if (mandateId === undefined) return undefined;
    const principal = await principalOf(tx, { accountId, mandateId, at: clock.now() });
    if (principal === undefined) return overMandate;
    return {
      sub: await ofPerson(tx, clientId, principal),
      act: { sub: await ofAccount(tx, clientId, accountId) },
      mandate_id: mandateId,
    };
  }

  return { ofAccount, acting };
}

/** Whose grant to which client. */
export interface Granted {
  readonly accountId: string;
  readonly clientId: string;
  readonly grantId: string;
}
