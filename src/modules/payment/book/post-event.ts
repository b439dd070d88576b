import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { newId } from '#/values/id.ts';
import { insertJournal } from '../store/journal.ts';
import { entriesOf, type BookedEvent } from './posting.ts';

/** Books an event in the books of a unit. `sourceId` is what it is about: the same event cannot be booked twice. */
export async function postEvent(
  tx: Tx,
  actor: Pick<Actor, 'accountId' | 'at'>,
  event: BookedEvent & { readonly unitId: string; readonly sourceId: string },
): Promise<void> {
  const { unitId, sourceId, kind } = event;
  const { at, accountId } = actor;
  await insertJournal(tx, { id: newId(), unitId, kind, sourceId, at, accountId }, entriesOf(event));
}
