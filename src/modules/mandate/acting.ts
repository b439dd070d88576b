import { findAccountById, getPerson, type Person } from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isInForce, type Mandate } from './mandate.ts';
import { holdMandate } from './store.ts';

/**
 * The actor as somebody who acts for another by a mandate; undefined when they may not, or no longer. Asked at every
 * request, and held to the end of its transaction.
 */
export async function actBy(tx: Tx, actor: Actor, mandateId: string): Promise<Actor | undefined> {
  if (actor.kind !== 'citizen' || actor.isVerified !== true) return undefined;
  const mandate = await holdMandate(tx, mandateId);
  if (!mandate || mandate.representativeId !== actor.personId || !isInForce(mandate, actor.at))
    return undefined;
  const principal = await getPerson(tx, mandate.principalId);
  const { id, procedureIds, grantedAt: since } = mandate;
  return {
    ...actor,
    actingFor: {
      personId: principal.id,
      name: principalName(mandate, principal),
      mandateId: id,
      procedureIds,
      since,
    },
  };
}

/** The person whom a mandate lets an account act for at an instant: asked where no session is, as by a client. */
export async function principalOf(
  tx: Tx,
  { accountId, mandateId, at }: { accountId: string; mandateId: string; at: Date },
): Promise<string | undefined> {
  const [account, mandate] = await Promise.all([
    findAccountById(tx, accountId),
    holdMandate(tx, mandateId),
  ]);
  if (account?.kind !== 'citizen' || account.level !== 'verified' || !mandate) return undefined;
  const isTheirs = mandate.representativeId === account.personId && isInForce(mandate, at);
  return isTheirs ? mandate.principalId : undefined;
}

/** How the principal is called: an organisation by its own name. */
export function principalName(
  { kind }: Pick<Mandate, 'kind'>,
  { fullName, organisationName }: Pick<Person, 'fullName' | 'organisationName'>,
): string {
  return kind === 'COMPANY' ? (organisationName ?? fullName) : fullName;
}

/** Whether what was filed by a mandate is still shown to who filed it. */
export async function isStillInForce(tx: Tx, mandateId: string, at: Date): Promise<boolean> {
  const mandate = await holdMandate(tx, mandateId);
  return mandate !== undefined && isInForce(mandate, at);
}
