import { sql } from 'kysely';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#/values/id.ts';
import { rolledBack, testDatabase } from '../../../test/database/fixture.ts';
import { testVault } from '../../../test/database/vault.ts';
import { openDatabase, vaultOf } from '../db/index.ts';
import { openCell, sealCell } from './cell.ts';
import { blindIndex, blindIndexes } from './blind-index.ts';
import { isFound, searchTokens, wantedTokens } from './blind-search.ts';
import { makeKeys } from './data-keys.ts';
import { sealedColumn } from './sealed-column.ts';

const database = testDatabase('identity');
const card = sealedColumn<{ name: string; note: string }>({
  table: 'public.card',
  column: 'sealed',
  key: ['id', 'no'],
  subject: 't.person_id',
  gone: { name: '—', note: '' },
});

beforeAll(async () => {
  await database().transaction(async (tx) => {
    await sql`create table public.card (id uuid, no int, person_id uuid, sealed bytea, primary key (id, no))`.execute(
      tx,
    );
  });
});

async function keep(person: string, content: { name: string; note: string }) {
  const id = newId();
  await database().transaction(async (tx) => {
    const sealed = await card.seal(tx, person, `${id}/1`, content);
    await sql`insert into public.card values (${id}, 1, ${person}, ${sealed})`.execute(tx);
  });
  return id;
}

const find = (id: string) =>
  database().transaction(async (tx) => {
    const { rows } =
      await sql`select c.no, ${card.read('c')} from public.card c where id = ${id}`.execute(tx);
    return rows[0];
  });

describe('a sealed column', () => {
  test('is read as what was written, in one statement, also when nothing is remembered', async () => {
    const id = await keep(newId(), { name: 'Nguyễn Thị Bình', note: 'ồ, "đ" \\ 🌾' });
    await database().transaction(async (tx) => {
      vaultOf(tx).forgetKeys();
    });
    expect(await find(id)).toEqual({ no: 1, name: 'Nguyễn Thị Bình', note: 'ồ, "đ" \\ 🌾' });
  });

  test('holds nothing that can be read without the keys', async () => {
    const id = await keep(newId(), { name: 'Trần Văn Kín', note: '000026123456' });
    await database().transaction(async (tx) => {
      const { rows } = await sql<{ sealed: Buffer }>`
        select sealed from public.card where id = ${id}`.execute(tx);
      for (const word of ['Trần', 'Kín', '000026123456', 'name'])
        expect(rows[0]!.sealed.includes(word)).toBe(false);
    });
  });

  test('that was moved to another row, or changed, is refused', async () => {
    const person = newId();
    const [one, other] = [
      await keep(person, { name: 'Một', note: '' }),
      await keep(person, { name: 'Hai', note: '' }),
    ];
    await database().transaction((tx) =>
      sql`update public.card set sealed = (select sealed from public.card where id = ${one}) where id = ${other}`.execute(
        tx,
      ),
    );
    await expect(find(other)).rejects.toThrow('bị chuyển từ dòng khác');
    await database().transaction((tx) =>
      sql`update public.card set sealed = set_byte(sealed, 40, 255 - get_byte(sealed, 40)) where id = ${one}`.execute(
        tx,
      ),
    );
    await expect(find(one)).rejects.toThrow('public.card.sealed');
  });

  test('of a person whose key was destroyed says nothing any more, and the others go on', async () => {
    const [gone, stays] = [newId(), newId()];
    const ids = [
      await keep(gone, { name: 'Mất', note: 'x' }),
      await keep(stays, { name: 'Còn', note: 'y' }),
    ];
    await database().transaction((tx) =>
      sql`update platform.data_key set kek = null, wrapped = null, destroyed_at = now(), destroyed_by = 'thử', destroyed_why = 'thử'
           where subject = ${gone}`.execute(tx),
    );
    expect(await Promise.all(ids.map(find))).toEqual([
      { no: 1, name: '—', note: '' },
      { no: 1, name: 'Còn', note: 'y' },
    ]);
  });

  test('that is not sealed is believed while an old database is brought over, and refused from then on', async () => {
    const person = newId();
    const id = await keep(person, { name: 'Thật', note: '' });
    const planted = Buffer.concat([Buffer.alloc(17), Buffer.from('{"name":"Giả","note":""}')]);
    const vault = testVault();
    const strict = openDatabase(database().url, 1, vault);
    const read = () =>
      strict.transaction(async (tx) => {
        const { rows } =
          await sql`select ${card.read('c')} from public.card c where id = ${id}`.execute(tx);
        return rows[0];
      });
    await database().transaction((tx) =>
      sql`update public.card set sealed = ${planted} where id = ${id}`.execute(tx),
    );
    expect(await read()).toEqual({ name: 'Giả', note: '' });
    vault.refusePlain();
    await expect(read()).rejects.toThrow('không được mã hóa');
    await strict.close();
  });

  test('begun by two people at once has one key', async () => {
    const person = newId();
    await Promise.all([1, 2, 3, 4].map((no) => keep(person, { name: `${no}`, note: '' })));
    await database().transaction(async (tx) => {
      const { rows } = await sql`select from platform.data_key where subject = ${person}`.execute(
        tx,
      );
      expect(rows).toHaveLength(1);
    });
  });

  test('of a transaction that was rolled back leaves no key behind that anything else would be sealed under', async () => {
    const person = newId();
    await rolledBack(database(), (tx) => card.seal(tx, person, 'x/1', { name: '', note: '' }));
    const id = await keep(person, { name: 'Sau', note: '' });
    expect(await find(id)).toEqual({ no: 1, name: 'Sau', note: '' });
  });
});

test('any text comes back from a cell, and no cell opens elsewhere', async () => {
  const person = newId();
  const key = await database().transaction(async (tx) =>
    (await makeKeys(tx, [person])).get(person)!,
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.string(), (text, row, other) => {
      const cell = sealCell(key, 'a.b.c', row, text);
      expect(openCell(cell, 'a.b.c', row, () => key)).toBe(text);
      expect(() => openCell(cell, 'a.b.d', row, () => key)).toThrow();
      if (other !== row) expect(() => openCell(cell, 'a.b.c', other, () => key)).toThrow();
    }),
  );
});

describe('blind look-up', () => {
  test('finds the same value however it was typed, and also while its key is being rotated', async () => {
    await database().transaction(async (tx) => {
      const kept = await blindIndex(tx, 'personal id', 'Đặng'.normalize('NFD'));
      const wanted = await blindIndexes(tx, 'personal id', 'Đặng');
      expect(wanted.some((each) => each.equals(kept))).toBe(true);
      const others = await blindIndexes(tx, 'phone', 'Đặng');
      expect(others.some((each) => each.equals(kept))).toBe(false);
    });
  });

  test('finds every part of three letters or more, and beginnings of words that are shorter', async () => {
    await database().transaction(async (tx) => {
      const text = 'G22.99-260714-0001 Nguyễn Thị Ánh Đăng ký khai sinh';
      const have = new Set(await searchTokens(tx, text));
      const found = async (...terms: string[]) =>
        (await wantedTokens(tx, terms)).every((token) => have.has(token));
      for (const terms of [
        ['nguyen'],
        ['guye'],
        ['an'],
        ['thi', 'k'],
        ['đăng ký'],
        ['0714-00'],
        ['thi anh'],
      ]) {
        expect(await found(...terms)).toBe(true);
        expect(isFound(text, terms)).toBe(true);
      }
      for (const terms of [['tran'], ['nguyen', 'xu'], ['0002']])
        expect(await found(...terms)).toBe(false);
    });
  });
});
