import { isRole, officialsOf } from '#/modules/agency/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { listOfficialAccounts, type Colleague } from './desk/colleague-store.ts';

/** Who can do the work of a post now, without those who are away. */
export async function colleaguesOf(
  tx: Tx,
  post: { readonly unitId: string; readonly role: string },
  at: Date,
): Promise<Colleague[]> {
  if (!isRole(post.role)) return [];
  const officials = await officialsOf(tx, post.unitId, post.role, at);
  return listOfficialAccounts(tx, [...new Set(officials.map(({ personId }) => personId))]);
}
