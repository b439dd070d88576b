import { beforeAll, describe, expect, it } from 'vitest';
import type { Tx } from '#/platform/db/index.ts';
import { systemActor, type Actor } from '#/platform/http/actor.ts';
import { day } from '#/values/day.ts';
import { newId } from '#/values/id.ts';
import { rolledBack, testDatabase } from '../../../test/database/fixture.ts';
import {
  demoPlace,
  demoUnits,
  endPost,
  findAbsence,
  findUnitServing,
  getUnit,
  grantPost,
  listUnits,
  officialsOf,
  postsOf,
  recordAbsence,
  seedDemoUnits,
  seedReferenceData,
  unitFor,
  type Post,
} from './index.ts';
import { upsertUnits } from './store/units.ts';

const database = testDatabase('agency');
const at = new Date('2026-11-20T02:00:00Z');
const [an, binh, chi] = [newId(), newId(), newId()];
const { oneStop, justice, committee, leadership } = demoUnits;

beforeAll(() =>
  database().transaction(async (tx) => {
    await seedReferenceData(tx, at);
    await seedDemoUnits(tx, at);
  }),
);

function grant(tx: Tx, personId: string, unitKey: string = justice.key, role = 'TU_PHAP_HO_TICH') {
  const title = 'Công chức tư pháp – hộ tịch';
  return grantPost(tx, { personId, unitKey, role, title, from: day(2026, 1, 1), at });
}

const clerks = (tx: Tx, when = at) => officialsOf(tx, justice.id, 'TU_PHAP_HO_TICH', when);
const actor = (personId: string): Actor => ({ ...systemActor(at), kind: 'official', personId });

describe('posts', () => {
  it('make an official of a person, from the first day on', async () => {
    await rolledBack(database(), async (tx) => {
      await grant(tx, an);
      expect(await clerks(tx)).toEqual([{ personId: an, title: 'Công chức tư pháp – hộ tịch' }]);
      expect(await clerks(tx, new Date('2025-12-31T16:59:00Z'))).toEqual([]);
      expect(await clerks(tx, new Date('2025-12-31T17:00:00Z'))).toHaveLength(1);
      expect(await postsOf(tx, an, at)).toMatchObject([
        { unitId: justice.id, role: 'TU_PHAP_HO_TICH' },
      ]);
    });
  });

  it('are given once, however often they are given', async () => {
    await rolledBack(database(), async (tx) => {
      expect(await grant(tx, an)).toEqual(await grant(tx, an));
      expect(await clerks(tx)).toHaveLength(1);
    });
  });

  it('end on a day and can be given again after it', async () => {
    await rolledBack(database(), async (tx) => {
      const post = (await grant(tx, an)) as Post;
      expect(await endPost(tx, post.id, day(2026, 11, 20))).toEqual({ ended: true });
      expect(await clerks(tx)).toEqual([]);
      expect(await clerks(tx, new Date('2026-11-19T02:00:00Z'))).toHaveLength(1);
      expect(await endPost(tx, post.id, day(2026, 12, 1))).toEqual({
        refused: 'agency.no-such-post',
      });
      const again = {
        personId: an,
        unitKey: justice.key,
        role: 'TU_PHAP_HO_TICH',
        title: 'Công chức',
      };
      await grantPost(tx, { ...again, from: day(2026, 12, 1), at });
      expect(await clerks(tx, new Date('2026-12-01T02:00:00Z'))).toHaveLength(1);
    });
  });

  it('need a unit and a role that exist', async () => {
    await rolledBack(database(), async (tx) => {
      expect(await grant(tx, an, 'khong-co')).toMatchObject({ refused: 'agency.no-such-unit' });
      expect(await grant(tx, an, justice.key, 'VUA')).toMatchObject({
        refused: 'agency.no-such-role',
      });
      expect(await grant(tx, an, justice.key, 'toString')).toMatchObject({
        refused: 'agency.no-such-role',
      });
    });
  });
});

describe('absences', () => {
  const away = { from: day(2026, 11, 19), to: day(2026, 11, 20) };

  it('put the deputy into all posts of the one who is away', async () => {
    await rolledBack(database(), async (tx) => {
      await grant(tx, an);
      await grant(tx, binh, oneStop.key, 'TIEP_NHAN');
      await recordAbsence(tx, actor(an), { personId: an, deputyId: binh, ...away });
      expect(await clerks(tx)).toMatchObject([{ personId: binh, standsInFor: an }]);
      expect(await postsOf(tx, binh, at)).toMatchObject([
        { role: 'TIEP_NHAN' },
        { role: 'TU_PHAP_HO_TICH', unitId: justice.id, standsInFor: an },
      ]);
      expect(await clerks(tx, new Date('2026-11-21T02:00:00Z'))).toMatchObject([{ personId: an }]);
      expect(await findAbsence(tx, an, at)).toMatchObject({ deputyId: binh });
      expect(await findAbsence(tx, binh, at)).toBeUndefined();
    });
  });

  it('leave a role to the others when there is no deputy', async () => {
    await rolledBack(database(), async (tx) => {
      await grant(tx, an);
      await grant(tx, binh);
      await recordAbsence(tx, actor(an), { personId: an, deputyId: null, ...away });
      expect(await clerks(tx)).toMatchObject([{ personId: binh }]);
    });
  });

  it('are refused with the reason', async () => {
    await rolledBack(database(), async (tx) => {
      await grant(tx, an);
      const own = { personId: an, deputyId: null, ...away };
      const refusal = async (absence: typeof own | { deputyId: string }, by = an) =>
        recordAbsence(tx, actor(by), { ...own, ...absence });
      expect(await refusal(own, binh)).toEqual({ refused: 'agency.absence-of-another' });
      expect(await refusal({ ...own, to: day(2026, 11, 18) })).toEqual({
        refused: 'agency.absence-ends-before-it-begins',
      });
      expect(await refusal({ deputyId: an })).toEqual({ refused: 'agency.deputy-is-oneself' });
      expect(await refusal({ deputyId: chi })).toEqual({ refused: 'agency.deputy-holds-no-post' });
      expect(await refusal(own)).toEqual(own);
      expect(await refusal(own)).toEqual({ refused: 'agency.absence-overlaps' });
    });
  });

  it('may be noted for others by an administrator', async () => {
    await rolledBack(database(), async (tx) => {
      const admin = { ...actor(binh), posts: [{ unitId: committee.id, role: 'QUAN_TRI' }] };
      const absence = { personId: an, deputyId: null, ...away };
      expect(await recordAbsence(tx, admin, absence)).toEqual(absence);
    });
  });
});

describe('units', () => {
  it('are listed with departments after their agency', async () => {
    const units = await database().transaction((tx) => listUnits(tx));
    expect(units).toHaveLength(11);
    const keys = units.map(({ key }) => key);
    expect(keys.indexOf(committee.key)).toBeLessThan(keys.indexOf(oneStop.key));
    expect(units.find(({ id }) => id === oneStop.id)).toEqual(oneStop);
  });

  it('find the unit of another kind that serves the same ward', async () => {
    await database().transaction(async (tx) => {
      expect(await unitFor(tx, 'leadership', oneStop.id)).toMatchObject({ id: leadership.id });
      expect(await unitFor(tx, 'police', oneStop.id)).toMatchObject({ key: 'ninh-kieu-cong-an' });
      expect(await unitFor(tx, 'one-stop', oneStop.id)).toMatchObject({ id: oneStop.id });
      expect(await findUnitServing(tx, 'tax', '31135')).toMatchObject({ kind: 'tax' });
      expect(await findUnitServing(tx, 'tax', '00004')).toBeUndefined();
      await expect(getUnit(tx, newId())).rejects.toThrow('No unit');
    });
  });

  it('say which kind is missing', async () => {
    await rolledBack(database(), async (tx) => {
      const ended = { ...demoUnits.tax, to: day(2026, 1, 1), serves: [demoPlace] };
      await upsertUnits(tx, [ended], at);
      expect(await unitFor(tx, 'tax', oneStop.id)).toMatchObject({
        refused: 'agency.no-unit-of-kind',
        facts: { kind: 'tax' },
      });
    });
  });
});
