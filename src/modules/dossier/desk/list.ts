import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { wantedBy } from './condition-store.ts';
import type { DeskFilter } from './filter.ts';
import type { DeskPage, PageWanted } from './page.ts';
import { isWork } from './queues.ts';
import { scopeOf } from './scope.ts';
import { listUnits } from './unit-store.ts';
import { listWork } from './work-store.ts';

/** One part of a list, as its official may see it. An official without a post sees nothing. */
export async function listDesk(
  tx: Tx,
  actor: Actor,
  filter: DeskFilter,
  page: PageWanted,
): Promise<DeskPage> {
  const scope = { ...scopeOf(actor), wanted: await wantedBy(tx, filter) };
  if (scope.posts.length === 0) return { rows: [], next: undefined };
  return isWork(filter.queue)
    ? listWork(tx, scope, filter, page)
    : listUnits(tx, scope, filter, page);
}

/** The next dossier of a list after one is done: the first that is another. */
export async function nextInList(
  tx: Tx,
  actor: Actor,
  filter: DeskFilter,
  doneCode: string,
): Promise<string | undefined> {
  const { rows } = await listDesk(tx, actor, filter, { size: 3 });
  return rows.find(({ code }) => code !== doneCode)?.code;
}
