import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/actor.ts';
import { dayOf, partsOf } from '#/values/day.ts';
import { newId } from '#/values/id.ts';
import type { Entry } from './entry.ts';
import { nextNumber } from './number.ts';
import { findValidEntry, insertEntry } from './store.ts';

/** What is entered. `summary` is what a reader of the register sees, `facts` are the further columns of this register. */
export interface NewEntry {
  readonly unitId: string;
  readonly book: string;
  readonly symbol: string;
  readonly subject: string;
  readonly summary: string;
  readonly facts?: Readonly<Record<string, unknown>> | undefined;
}

/** Enters a subject into a register of the year, under the next number. A subject that stands there already keeps its entry. */
export async function enterRegister(tx: Tx, actor: Actor, entered: NewEntry): Promise<Entry> {
  const standing = await findValidEntry(tx, entered.subject, entered.book);
  if (standing) return standing;
  const enteredOn = dayOf(actor.at);
  const { year } = partsOf(enteredOn);
  const number = await nextNumber(tx, { book: entered.book, scope: entered.unitId, year });
  const entry: Entry = {
    ...entered,
    id: newId(),
    year,
    number,
    facts: entered.facts ?? {},
    enteredOn,
    enteredAt: actor.at,
    enteredBy: actor.accountId,
  };
  await insertEntry(tx, entry);
  return entry;
}
