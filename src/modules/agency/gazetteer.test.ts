import { beforeAll, describe, expect, it } from 'vitest';
import { day } from '#/values/day.ts';
import { rolledBack, testDatabase } from '../../../test/database/fixture.ts';
import {
  findPlace,
  fullPlaceName,
  listCommunes,
  listProvinces,
  predecessorsOf,
  seedReferenceData,
  successorsOf,
  type Place,
} from './index.ts';

const database = testDatabase('agency');
const today = day(2026, 11, 24);
const before = day(2025, 6, 30);
const at = new Date('2026-11-24T02:00:00Z');

beforeAll(() => database().transaction((tx) => seedReferenceData(tx, at)));

describe('places of today', () => {
  it('are 34 provinces with 2,621 communes, 687 wards and 13 special zones', async () => {
    const counts = await database().transaction(async (tx) => {
      const provinces = await listProvinces(tx, today);
      const communes: Place[] = [];
      for (const { code } of provinces) communes.push(...(await listCommunes(tx, code, today)));
      const of = (kind: string) => communes.filter((place) => place.kind === kind).length;
      return [provinces.length, of('COMMUNE'), of('WARD'), of('SPECIAL_ZONE')];
    });
    expect(counts).toEqual([34, 2621, 687, 13]);
  });

  // oxfmt-ignore
  it.each([
    ['01', 126], ['04', 56], ['08', 124], ['11', 45], ['12', 38], ['14', 75], ['15', 99], ['19', 92], ['20', 65],
    ['22', 54], ['24', 99], ['25', 148], ['31', 114], ['33', 104], ['37', 129], ['38', 166], ['40', 130], ['42', 69],
    ['44', 78], ['46', 40], ['48', 94], ['51', 96], ['52', 135], ['56', 65], ['66', 102], ['68', 124], ['75', 95],
    ['79', 168], ['80', 96], ['82', 102], ['86', 124], ['91', 102], ['92', 103], ['96', 64],
  ])('are complete in province %s: %i', async (province, count) => {
    const communes = await database().transaction((tx) => listCommunes(tx, province, today));
    expect(communes).toHaveLength(count);
  });

  it('bear composed names with their kind in front', async () => {
    const wrong = await database().transaction(async (tx) => {
      const provinces = await listProvinces(tx, today);
      const places = [...provinces];
      for (const { code } of provinces) places.push(...(await listCommunes(tx, code, today)));
      return places.filter(
        ({ name }) =>
          name !== name.normalize('NFC') ||
          !/^(Tỉnh|Thành phố|Xã|Phường|Đặc khu) [\p{Lu}\d][\p{L}\d'’ -]+$/u.test(name),
      );
    });
    expect(wrong).toEqual([]);
  });

  it('know phường Ninh Kiều of Cần Thơ, always with its city', async () => {
    const name = await database().transaction((tx) => fullPlaceName(tx, '31135', today));
    expect(name).toBe('Phường Ninh Kiều, Thành phố Cần Thơ');
  });

  it('are listed by alphabet without the kind of the province', async () => {
    const provinces = await database().transaction((tx) => listProvinces(tx, today));
    expect(provinces.slice(0, 4).map(({ name }) => name)).toEqual([
      'Tỉnh An Giang',
      'Tỉnh Bắc Ninh',
      'Tỉnh Cà Mau',
      'Tỉnh Cao Bằng',
    ]);
  });

  it('do not answer to codes that do not exist', async () => {
    await database().transaction(async (tx) => {
      expect(await findPlace(tx, '99', today)).toBeUndefined();
      expect(await findPlace(tx, '', today)).toBeUndefined();
      expect(await listCommunes(tx, '', today)).toEqual([]);
      expect(await listCommunes(tx, "92'; --", today)).toEqual([]);
    });
  });
});

describe('places of the past', () => {
  it('were 63 provinces until 30/06/2025', async () => {
    const provinces = await database().transaction((tx) => listProvinces(tx, before));
    expect(provinces).toHaveLength(63);
  });

  it('keep their own name under a code that passed to a successor', async () => {
    await database().transaction(async (tx) => {
      expect((await findPlace(tx, '31135', before))?.name).toBe('Phường Tân An');
      expect((await findPlace(tx, '31135', before))?.district).toBe('Quận Ninh Kiều');
      expect((await findPlace(tx, '31135', day(2025, 7, 1)))?.name).toBe('Phường Ninh Kiều');
      expect((await findPlace(tx, '82', before))?.name).toBe('Tỉnh Tiền Giang');
      expect((await findPlace(tx, '82', today))?.name).toBe('Tỉnh Đồng Tháp');
    });
  });

  it('made Đồng Nai a city in 2026', async () => {
    await database().transaction(async (tx) => {
      expect((await findPlace(tx, '75', day(2026, 4, 29)))?.name).toBe('Tỉnh Đồng Nai');
      expect(await findPlace(tx, '75', day(2026, 4, 30))).toMatchObject({
        name: 'Thành phố Đồng Nai',
        kind: 'CITY',
      });
    });
  });

  it('are traced to what they became and back', async () => {
    await database().transaction(async (tx) => {
      expect((await successorsOf(tx, '31144')).map(({ name }) => name)).toEqual([
        'Phường Ninh Kiều',
      ]);
      expect((await predecessorsOf(tx, '31135')).map(({ name }) => name)).toEqual([
        'Phường Thới Bình',
        'Phường Tân An',
        'Phường Xuân Khánh',
      ]);
      expect((await predecessorsOf(tx, '92')).map(({ name }) => name)).toEqual([
        'Thành phố Cần Thơ',
        'Tỉnh Hậu Giang',
        'Tỉnh Sóc Trăng',
      ]);
      expect((await successorsOf(tx, '93')).map(({ name }) => name)).toEqual(['Thành phố Cần Thơ']);
    });
  });
});

describe('loading the places', () => {
  it('leaves the same edition alone and keeps what a change replaced', async () => {
    await rolledBack(database(), async (tx) => {
      await seedReferenceData(tx, at);
      const total = () =>
        tx
          .selectFrom('agency.place')
          .select([
            tx.fn.count<number>('id').as('all'),
            tx.fn.count<number>('superseded_at').as('old'),
          ])
          .executeTakeFirstOrThrow();
      const first = await total();
      expect(first.old).toBe(0);
      await tx
        .updateTable('agency.place')
        .set({ name: 'Phường Sai Tên' })
        .where('code', '=', '31120')
        .where('valid_to', 'is', null)
        .execute();
      await tx.updateTable('agency.dataset').set({ digest: 'another edition' }).execute();
      await seedReferenceData(tx, new Date('2026-11-25T02:00:00Z'));
      expect(await total()).toEqual({ all: first.all + 1, old: 1 });
      expect((await findPlace(tx, '31120', today))?.name).toBe('Phường Cái Khế');
    });
  });
});
