import { demoUnits } from '#/modules/agency/index.ts';
import { demoAccounts, findAccountIdOf, findPersonByPersonalId } from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';

/** Somebody who acts in the demo, at whatever time. */
export type Player = Omit<Actor, 'at'>;

/** The officials and citizens of the demo accounts. */
export interface Office {
  /** The official who holds a post. @throws Error when nobody does */
  holder(unitId: string, role: string): Player;
  /** The person of a demo account. @throws Error when there is no such account */
  player(account: string): Player;
}

/** Reads who the demo accounts are in this installation. */
export async function openOffice(tx: Tx): Promise<Office> {
  const players = new Map<string, Player>();
  for (const { name, kind, person, posts } of demoAccounts) {
    const known = await findPersonByPersonalId(tx, person.personalId!);
    const accountId = known && (await findAccountIdOf(tx, known.id));
    if (!known || accountId === undefined) continue;
    players.set(name, {
      accountId,
      personId: known.id,
      kind,
      name: known.fullName,
      posts: posts.map(({ unitKey, role }) => ({ unitId: idOfUnit(unitKey), role })),
      lang: 'vi',
    });
  }
  return {
    holder(unitId, role) {
      const found = [...players.values()].find(({ posts }) =>
        posts.some((post) => post.unitId === unitId && post.role === role),
      );
      if (!found) throw new Error(`no demo account holds ${role}`);
      return found;
    },
    player(account) {
      const found = players.get(account);
      if (!found) throw new Error(`no demo account ${account}`);
      return found;
    },
  };
}

function idOfUnit(key: string): string {
  const unit = Object.values(demoUnits).find((each) => each.key === key);
  if (!unit) throw new Error(`no demo unit ${key}`);
  return unit.id;
}
