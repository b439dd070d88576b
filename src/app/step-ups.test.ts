import { Type } from '@sinclair/typebox';
import { expect, test } from 'vitest';
import { api, post, type Route, type Visit } from '#/platform/http/index.ts';
import { testDatabase } from '../../test/database/fixture.ts';
import { askingAgain } from './step-ups.ts';

const database = testDatabase('identity');
const at = new Date('2026-07-15T08:00:00+07:00');

const doors: Route[] = [
  post('/can-bo/ho-so/:code/ky-duyet', ['official'], async () => ({ goTo: '/done' })),
  post('/can-bo/hang-loat', ['official'], async () => ({ goTo: '/done' })),
  api(
    'POST',
    '/api/v1/dossiers/:code/actions/:verb',
    ['official'],
    { summary: '', params: Type.Any(), answer: Type.Any() },
    async () => ({ done: true }),
  ),
];

/** What a leader gets who proved so many minutes ago who they are. */
async function press(
  path: string,
  minutesAgo: number | null,
  fields: Record<string, string> = {},
  isDemo = false,
  role?: readonly [code: string, confirmedBy: string],
): Promise<unknown> {
  const mount = askingAgain({ name: 'dossier', routes: doors }, isDemo);
  const route = mount.routes.find((one) => one.path === path)!;
  const confirmedAt = minutesAgo === null ? null : new Date(at.getTime() - minutesAgo * 60_000);
  const posts = role === undefined ? [] : [{ unitId: '', role: role[0] }];
  const confirmedBy = role?.[1];
  const accountId = '00000000-0000-7000-8000-000000000003';
  const actor = { accountId, at, confirmedAt, confirmedBy, posts };
  const visit = { actor, isDemo, path: path.replace(':code', 'H1'), params: fields };
  return database().transaction(async (tx) =>
    route.kind === 'raw' || route.kind === 'program'
      ? undefined
      : route.handle(tx, visit as unknown as Visit as never, fields),
  );
}

test('who approves proved to be themselves within five minutes, by whichever door', async () => {
  const one = '/can-bo/ho-so/:code/ky-duyet';
  const led = { goTo: '/tai-khoan/xac-nhan?tiep=%2Fcan-bo%2Fho-so%2FH1%2Fky-duyet' };
  expect(await press(one, 4)).toEqual({ goTo: '/done' });
  expect(await press(one, 6)).toEqual(led);
  expect(await press(one, null)).toEqual(led);
  const many = '/can-bo/hang-loat';
  expect(await press(many, 6, { act: 'approve' })).toEqual({
    goTo: '/tai-khoan/xac-nhan?tiep=%2Fcan-bo%3Fhang%3Dky-duyet',
  });
  const program = '/api/v1/dossiers/:code/actions/:verb';
  expect(await press(program, 6, { verb: 'approve' })).toMatchObject({
    refused: 'identity.confirm-first',
  });
  expect(await press(program, 4, { verb: 'approve' })).toEqual({ done: true });
});

test('roles that the data names approve by passkey: a fresh code of an app is not enough', async () => {
  const one = '/can-bo/ho-so/:code/ky-duyet';
  const byApp = await press(one, 1, {}, false, ['LANH_DAO_UBND', 'app']);
  expect(byApp).toEqual({
    goTo: '/tai-khoan/xac-nhan?tiep=%2Fcan-bo%2Fho-so%2FH1%2Fky-duyet&bang=khoa',
  });
  const byKey = await press(one, 1, {}, false, ['LANH_DAO_UBND', 'passkey']);
  expect(byKey).toEqual({ goTo: '/done' });
  expect(await press(one, 1, {}, false, ['CHUYEN_VIEN', 'app'])).toEqual({ goTo: '/done' });
  const program = '/api/v1/dossiers/:code/actions/:verb';
  const called = await press(program, 1, { verb: 'approve' }, false, ['TRUONG_PHONG', 'app']);
  expect(called).toMatchObject({ refused: 'identity.passkey-first' });
});

test('other acts at the same doors, and the demo, do not ask', async () => {
  expect(await press('/can-bo/hang-loat', 60, { act: 'claim' })).toEqual({ goTo: '/done' });
  expect(await press('/api/v1/dossiers/:code/actions/:verb', 60, { verb: 'receive' })).toEqual({
    done: true,
  });
  expect(await press('/can-bo/ho-so/:code/ky-duyet', 60, {}, true)).toEqual({ goTo: '/done' });
});

test('a door that was renamed is not left open: the application does not start', () => {
  expect(() => askingAgain({ name: 'dossier', routes: doors.slice(1) }, false)).toThrow('ky-duyet');
});
