import type { Tx } from '#/platform/db/index.ts';
import type { Actor, Redirect } from '#/platform/http/index.ts';
import type { Entrance } from '../../enter.ts';
import { ownFactors } from '../../factors/own-factors.ts';
import { changedNotice } from '../../security-notice.ts';
import { securityPath } from './security-path.ts';

/** After a factor was added its owner is told, and led to recovery codes as long as there are none. */
export async function added(
  tx: Tx,
  { tell }: Entrance,
  { accountId, personId, at }: Pick<Actor, 'accountId' | 'personId' | 'at'>,
  notice: string,
): Promise<Redirect> {
  await tell(tx, changedNotice(personId, accountId, at));
  const { recoveryCodesLeft } = await ownFactors(tx, accountId);
  return {
    goTo: recoveryCodesLeft === 0 ? `${securityPath}/ma-du-phong` : securityPath,
    notice,
  };
}
