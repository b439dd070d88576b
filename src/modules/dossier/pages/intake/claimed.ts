import { getPerson, hasClaimedAccount } from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Draft } from '../../store/index.ts';

/**
 * The personal number of who has come to the counter with a dossier and has an account that nobody has verified;
 * undefined for everybody else. Who sent the dossier by post cannot show a card.
 */
export async function claimedNumberOf(
  tx: Tx,
  { personId, channel }: Pick<Draft, 'personId' | 'channel'>,
): Promise<string | undefined> {
  if (personId === null || channel !== 'DIRECT') return undefined;
  if (!(await hasClaimedAccount(tx, personId))) return undefined;
  return (await getPerson(tx, personId)).personalId ?? undefined;
}
