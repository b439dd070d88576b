import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { dayOf } from '#/values/day.ts';
import { findBreachHours, insertEntry, type Register } from './store/entries.ts';

/** Writes into a register of the office. A breach has to be told to the authority in time, by the law of its day. */
export async function enter(
  tx: Tx,
  { accountId: by, at }: Pick<Actor, 'accountId' | 'at'>,
  register: Register,
  entry: { readonly title: string; readonly facts: Readonly<Record<string, string>> },
): Promise<void> {
  const hours = register === 'BREACH' ? await findBreachHours(tx, dayOf(at)) : undefined;
  const dueAt = hours === undefined ? null : new Date(at.getTime() + hours * 3_600_000);
  await insertEntry(tx, register, { ...entry, dueAt, at, by });
}
