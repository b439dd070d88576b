import { demoAccounts, findPersonByPersonalId } from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { demoUnits } from './demo.ts';
import { grantPost } from './grant-post.ts';

/** Gives the officials of the demo accounts the posts that they wish for in the demo ward. */
export async function grantDemoPosts(tx: Tx, at: Date): Promise<void> {
  const { from } = demoUnits.committee;
  for (const { name, person, posts } of demoAccounts) {
    const known = person.personalId && (await findPersonByPersonalId(tx, person.personalId));
    if (!known) continue;
    for (const post of posts) {
      const granted = await grantPost(tx, { personId: known.id, ...post, from, at });
      if (isRefusal(granted)) throw new Error(`The demo account ${name}: ${granted.refused}`);
    }
  }
}
