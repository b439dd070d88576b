import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { mayCollect, mayDecide } from '../access.ts';
import {
  listDays,
  lockPrepared,
  updateClosed,
  upsertPrepared,
  type DaySums,
  type SourceDay,
} from '../store/days.ts';

/** The sums of a day; undefined when nothing came in. */
export async function findDay(tx: Tx, wanted: SourceDay): Promise<DaySums | undefined> {
  const days = await listDays(tx, [wanted.unitId], wanted.day);
  return days.find(({ source, day }) => source === wanted.source && day === wanted.day);
}

/** Prepares the minutes of a day (biên bản đối soát). Where the two sides differ, why must be said. */
export async function prepareDay(
  tx: Tx,
  actor: Actor,
  wanted: SourceDay & { readonly note: string },
): Promise<DaySums | Refusal> {
  if (!mayCollect(actor, wanted.unitId)) return refuse('payment.not-collector');
  const sums = await findDay(tx, wanted);
  if (!sums) return refuse('payment.empty-day');
  const before = await lockPrepared(tx, wanted);
  if (before?.isClosed) return refuse('payment.day-closed');
  const note = wanted.note.trim();
  if (sums.theirs !== sums.ours && note === '') return refuse('payment.unexplained');
  await upsertPrepared(tx, { ...sums, note }, actor);
  return sums;
}

/** Closes a day that another has prepared, when nothing has changed since. */
export async function closeDay(
  tx: Tx,
  actor: Actor,
  wanted: SourceDay,
): Promise<DaySums | Refusal> {
  if (!mayDecide(actor, wanted.unitId)) return refuse('payment.not-collector');
  const prepared = await lockPrepared(tx, wanted);
  const sums = await findDay(tx, wanted);
  if (!prepared || !sums) return refuse('payment.not-prepared');
  if (prepared.isClosed) return refuse('payment.day-closed');
  if (prepared.preparedBy === actor.accountId) return refuse('payment.own-day');
  if (prepared.theirs !== sums.theirs || prepared.ours !== sums.ours)
    return refuse('payment.day-changed');
  await updateClosed(tx, wanted, actor);
  return sums;
}
