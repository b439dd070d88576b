import { isRole, officialsOf } from '#/modules/agency/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { listOfficialAccounts, type Colleague } from './desk/colleague-store.ts';

/** Who can do the work of any of these posts now, without those who are away. */
export async function colleaguesOf(
  tx: Tx,
  posts: readonly { readonly unitId: string; readonly role: string }[],
  at: Date,
): Promise<Colleague[]> {
  const officials = await Promise.all(
    posts.flatMap(({ unitId, role }) => (isRole(role) ? [officialsOf(tx, unitId, role, at)] : [])),
  );
  return listOfficialAccounts(tx, [...new Set(officials.flat().map(({ personId }) => personId))]);
}
