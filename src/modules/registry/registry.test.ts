import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { systemActor } from '#/platform/http/actor.ts';
import { refuse } from '#/platform/refusal.ts';
import { day } from '#/values/day.ts';
import { newId } from '#/values/id.ts';
import { testDatabase } from '../../../test/database/fixture.ts';
import {
  enterRegister,
  entryCode,
  findValidEntry,
  listEntries,
  nextDossierCode,
  nextNumber,
  voidEntry,
} from './index.ts';

const database = testDatabase('registry');
const clerk = systemActor(new Date('2026-07-15T03:00:00Z'));
const unitId = newId();

function birth(subject = newId(), unit = unitId) {
  return {
    unitId: unit,
    book: 'khai-sinh',
    symbol: 'GKS',
    subject,
    summary: 'Khai sinh cho cháu Nguyễn An',
  };
}

describe('numbers', () => {
  test('fifty transactions at once, every third taken back: no number is missing and none is given twice', async () => {
    const count = { book: 'trial', scope: 'H13.32', year: 2026 };
    const attempts = Array.from({ length: 50 }, (_, i) =>
      database().transaction(async (tx) => {
        const number = await nextNumber(tx, count);
        await sql`select pg_sleep(0.002)`.execute(tx);
        if (i % 3 === 1) return refuse('trial.no');
        if (i % 3 === 2 && i % 2 === 0) throw new Error('power cut');
        return number;
      }),
    );
    const outcomes = await Promise.allSettled(attempts);
    const kept = outcomes.flatMap((each) =>
      each.status === 'fulfilled' && typeof each.value === 'number' ? [each.value] : [],
    );
    expect(kept.length).toBeGreaterThan(20);
    expect(kept.toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: kept.length }, (_, i) => i + 1),
    );
    expect(await database().transaction((tx) => nextNumber(tx, count))).toBe(kept.length + 1);
  });

  test('each unit, each book and each year counts for itself', async () => {
    const numbers = await database().transaction(async (tx) => [
      await nextNumber(tx, { book: 'a', scope: 'H13', year: 2026 }),
      await nextNumber(tx, { book: 'a', scope: 'H13', year: 2026 }),
      await nextNumber(tx, { book: 'a', scope: 'H13', year: 2027 }),
      await nextNumber(tx, { book: 'a', scope: 'H14', year: 2026 }),
      await nextNumber(tx, { book: 'b', scope: 'H13', year: 2026 }),
    ]);
    expect(numbers).toEqual([1, 2, 1, 1, 1]);
  });
});

describe('dossier codes', () => {
  test('the code of the unit decides the form, and each day begins at 1', async () => {
    const codes = await database().transaction(async (tx) => [
      await nextDossierCode(tx, '000.00.06.H56', day(2026, 10, 27)),
      await nextDossierCode(tx, 'H13.32', day(2026, 7, 15)),
      await nextDossierCode(tx, 'H13.32', day(2026, 7, 15)),
      await nextDossierCode(tx, 'H13.32', day(2026, 7, 16)),
    ]);
    expect(codes).toEqual([
      '000.00.06.H56-261027-0001',
      'H13.32-20260715-0000001',
      'H13.32-20260715-0000002',
      'H13.32-20260716-0000001',
    ]);
  });

  test('when the four digits of the old form are used up, the next dossier is refused and no number is lost', async () => {
    const outcome = await database().transaction(async (tx) => {
      await sql`insert into registry.counter values ('dossier', '000.00.07.H56', '2026-07-15', 9999)`.execute(
        tx,
      );
      return await nextDossierCode(tx, '000.00.07.H56', day(2026, 7, 15));
    });
    expect(outcome).toEqual({ refused: 'registry.day-full', facts: { unit: '000.00.07.H56' } });
  });
});

describe('registers', () => {
  test('an entry gets the next number of its year, written with the symbol', async () => {
    const [first, second, nextYear] = await database().transaction(async (tx) => [
      await enterRegister(tx, clerk, birth()),
      await enterRegister(tx, clerk, birth()),
      await enterRegister(tx, systemActor(new Date('2026-12-31T17:00:00Z')), birth()),
    ]);
    expect([first, second, nextYear].map((entry) => [entry?.year, entryCode(entry!)])).toEqual([
      [2026, '01/GKS'],
      [2026, '02/GKS'],
      [2027, '01/GKS'],
    ]);
    expect(entryCode({ number: 115, symbol: 'GKS' })).toBe('115/GKS');
  });

  test('a dossier that is entered twice, as after a crash, keeps its one entry', async () => {
    const subject = newId();
    const enter = () => database().transaction((tx) => enterRegister(tx, clerk, birth(subject)));
    const first = await enter();
    expect(await enter()).toEqual(first);
  });

  test('a voided entry keeps its number and its reason, and the dossier can be entered anew', async () => {
    const unit = newId();
    const subject = newId();
    const first = await database().transaction((tx) =>
      enterRegister(tx, clerk, birth(subject, unit)),
    );
    await database().transaction((tx) => voidEntry(tx, clerk, first.id, 'Ghi nhầm họ'));
    const again = await database().transaction((tx) =>
      enterRegister(tx, clerk, birth(subject, unit)),
    );
    const book = await database().transaction((tx) =>
      listEntries(tx, { unitId: unit, book: 'khai-sinh', year: 2026, limit: 10 }),
    );
    expect(book.map((entry) => [entry.number, entry.voided?.reason])).toEqual([
      [2, undefined],
      [1, 'Ghi nhầm họ'],
    ]);
    const standing = await database().transaction((tx) => findValidEntry(tx, subject, 'khai-sinh'));
    expect(standing?.id).toBe(again.id);
    const twice = await database().transaction((tx) => voidEntry(tx, clerk, first.id, 'Lần hai'));
    expect(twice).toEqual({ refused: 'registry.no-such-entry' });
  });

  test('nobody deletes, renumbers or rewrites an entry, not even by hand', async () => {
    const entry = await database().transaction((tx) => enterRegister(tx, clerk, birth()));
    const attempt = (statement: ReturnType<typeof sql>) =>
      database().transaction((tx) => statement.execute(tx));
    await expect(attempt(sql`delete from registry.entry where id = ${entry.id}`)).rejects.toThrow(
      'never deleted',
    );
    await expect(
      attempt(sql`update registry.entry set number = 99 where id = ${entry.id}`),
    ).rejects.toThrow('never changed');
  });
});
