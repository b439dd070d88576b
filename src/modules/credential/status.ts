import { randomInt } from 'node:crypto';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import {
  invalid,
  newStatusList,
  statusAt,
  withStatuses,
  type StatusList,
} from '#/platform/sd-jwt/index.ts';
import { newId } from '#/values/id.ts';
import { logRevoked, logStatus } from './ledger-sources.ts';
import * as store from './store/credentials.ts';

/** Places of a list, and how many are taken before the next one begins: a free place must be found by chance. */
const places = 131_072;
const fullAt = places / 2;

/** A free place, at random: whose credential lies beside whose tells nothing. The list is the youngest one. */
export async function takePlace(tx: Tx, at: Date): Promise<{ listId: string; idx: number }> {
  await store.lockLists(tx);
  const youngest = await store.findStatus(tx, undefined);
  const isFull = !youngest || (await store.countPlaces(tx, youngest.listId)) >= fullAt;
  const listId = isFull ? await beginList(tx, at) : youngest.listId;
  for (;;) {
    const idx = randomInt(places);
    if (!(await store.isTaken(tx, listId, idx))) return { listId, idx };
  }
}

/** Revokes credentials: one, or all of a dossier whose result no longer stands. Returns how many. */
export async function revoke(
  tx: Tx,
  { accountId, at }: Pick<Actor, 'accountId' | 'at'>,
  which: { readonly id: string } | { readonly owner: string },
): Promise<number> {
  await store.lockLists(tx);
  const revoked = await store.updateRevoked(tx, which, { at, accountId });
  for (const row of revoked) await logRevoked(tx, row);
  for (const listId of new Set(revoked.map((row) => row.listId))) {
    const last = (await store.findStatus(tx, listId))!;
    const changes = revoked.filter((row) => row.listId === listId);
    const list = withStatuses(
      listIn(last),
      changes.map(({ idx }) => [idx, invalid]),
    );
    await keep(tx, listId, last.version + 1, list, at);
  }
  return revoked.length;
}

/** Whether it is revoked by the last version of its list. */
export async function isRevoked(tx: Tx, listId: string, idx: number): Promise<boolean> {
  const last = await store.findStatus(tx, listId);
  return !last || statusAt(listIn(last), idx) !== 0;
}

/** A version as a list. */
export function listIn({ bits }: store.StatusVersion): StatusList {
  return { bits: 1, bytes: bits };
}

async function beginList(tx: Tx, at: Date): Promise<string> {
  const listId = newId();
  await keep(tx, listId, 1, newStatusList(places, 1), at);
  return listId;
}

async function keep(
  tx: Tx,
  listId: string,
  version: number,
  { bytes }: StatusList,
  madeAt: Date,
): Promise<void> {
  const next = { listId, version, bits: Buffer.from(bytes), madeAt };
  await store.insertStatus(tx, next);
  await logStatus(tx, next);
}
