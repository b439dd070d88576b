import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { isId, newId } from '#/values/id.ts';
import { readColumns } from '../desk/columns.ts';
import { writeFilter, type DeskFilter } from '../desk/filter.ts';
import {
  deleteSavedQueue,
  insertSavedQueue,
  listSavedQueues,
  lockSavedQueues,
  mostSavedQueues,
  updateColumns,
  updateName,
} from '../desk/queue-store.ts';

/** Saves a list under a name of the official's own. */
export async function saveQueue(
  tx: Tx,
  actor: Actor,
  input: { name: string; filter: DeskFilter; columns: readonly string[] },
): Promise<{ id: string } | Refusal> {
  const name = input.name.normalize('NFC').trim();
  if (name === '') return refuse('dossier.queue-unnamed');
  await lockSavedQueues(tx, actor.accountId);
  const known = (await listSavedQueues(tx, actor.accountId)).filter((one) => one.name !== '');
  if (known.length >= mostSavedQueues)
    return refuse('dossier.too-many-queues', { most: String(mostSavedQueues) });
  const queue = {
    id: newId(),
    name,
    filter: writeFilter(input.filter),
    columns: readColumns(input.columns),
  };
  const isNew = await insertSavedQueue(tx, actor.accountId, queue);
  return isNew ? { id: queue.id } : refuse('dossier.queue-name-taken');
}

/** Gives a saved list another name. */
export async function renameQueue(
  tx: Tx,
  actor: Actor,
  input: { id: string; name: string },
): Promise<{ done: true } | Refusal> {
  const name = input.name.normalize('NFC').trim();
  if (name === '') return refuse('dossier.queue-unnamed');
  await lockSavedQueues(tx, actor.accountId);
  const known = await listSavedQueues(tx, actor.accountId);
  if (known.some((one) => one.name === name && one.id !== input.id))
    return refuse('dossier.queue-name-taken');
  const isDone = isId(input.id) && (await updateName(tx, actor.accountId, input.id, name));
  return isDone ? { done: true } : refuse('dossier.no-queue');
}

/** Takes a saved list away. */
export async function discardQueue(
  tx: Tx,
  actor: Actor,
  input: { id: string },
): Promise<{ done: true } | Refusal> {
  const isGone = isId(input.id) && (await deleteSavedQueue(tx, actor.accountId, input.id));
  return isGone ? { done: true } : refuse('dossier.no-queue');
}

/** Chooses the columns of a saved list, or without one those of all standard lists. */
export async function chooseColumns(
  tx: Tx,
  actor: Actor,
  input: { queueId: string | undefined; columns: readonly string[] },
): Promise<{ done: true } | Refusal> {
  const columns = readColumns(input.columns);
  const standard = (await listSavedQueues(tx, actor.accountId)).find(({ name }) => name === '');
  const id = input.queueId ?? standard?.id;
  if (id === undefined) {
    await insertSavedQueue(tx, actor.accountId, { id: newId(), name: '', filter: {}, columns });
    return { done: true };
  }
  return (await updateColumns(tx, actor.accountId, id, columns))
    ? { done: true }
    : refuse('dossier.no-queue');
}
