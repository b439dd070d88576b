import { demoAccounts, findPersonByPersonalId } from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { demoUnits } from './demo.ts';
import { grantPost } from './grant-post.ts';

/** Gives the officials of the demo accounts their posts in the demo ward. They name a unit by its kind. */
export async function grantDemoPosts(tx: Tx, at: Date): Promise<void> {
  for (const { name, person, posts } of demoAccounts) {
    const known = person.personalId && (await findPersonByPersonalId(tx, person.personalId));
    if (!known) continue;
    for (const { unitKey, role, title } of posts) {
      const unit = Object.values(demoUnits).find(({ kind }) => kind === unitKey);
      if (!unit) throw new Error(`The demo account ${name} names no unit of the demo: ${unitKey}`);
      const post = { personId: known.id, unitKey: unit.key, role, title, from: unit.from, at };
      const granted = await grantPost(tx, post);
      if (isRefusal(granted)) throw new Error(`The demo account ${name}: ${granted.refused}`);
    }
  }
}
