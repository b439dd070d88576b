import { expect, test } from 'vitest';
import { keysFrom } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { testDatabase } from '../../../../test/database/fixture.ts';
import { createAccount } from '../create-account.ts';
import type { SecurityNotice } from '../security-notice.ts';
import { getAccount } from '../store/accounts.ts';
import { findResetOf } from '../store/factor-resets.ts';
import { addCodeApp, offerSecret, readOffer } from './code-app.ts';
import { ownFactors } from './own-factors.ts';
import { approveReset, askReset, carryOutResets, stopReset } from './reset-official.ts';
import { codeAt, stepOf } from './totp.ts';

const database = testDatabase('identity');
const keys = keysFrom(Buffer.alloc(32, 7));
const morning = new Date('2026-07-15T08:00:00+07:00');
const later = (hours: number) => new Date(morning.getTime() + hours * 3_600_000);
const told: SecurityNotice[] = [];
const tell = async (_tx: Tx, notice: SecurityNotice) => void told.push(notice);

let runs = 0;
async function official(role: string): Promise<Actor> {
  return database().transaction(async (tx) => {
    const name = `can-bo-${(runs += 1)}`;
    const wish = {
      name,
      kind: 'official',
      person: { fullName: 'Lê Văn An' },
      at: morning,
    } as const;
    const created = await createAccount(tx, wish);
    if (isRefusal(created)) throw new Error(created.refused);
    const { accountId } = created;
    const { sealed } = offerSecret(keys, accountId, morning);
    const { bytes } = readOffer(keys, accountId, sealed, morning)!;
    const typed = { sealed, code: codeAt(bytes, stepOf(morning)) };
    await addCodeApp(tx, keys, { accountId, at: morning }, typed);
    const posts = [{ unitId: '00000000-0000-7000-8000-000000000009', role }];
    return { ...created, kind: 'official', name, posts, at: morning, lang: 'vi' };
  });
}

async function asked(who: Actor, admin: Actor): Promise<string> {
  return database().transaction(async (tx) => {
    const account = await getAccount(tx, who.accountId);
    const outcome = await askReset(tx, tell, admin, { account, document: 'Thẻ căn cước …4321' });
    if (isRefusal(outcome)) throw new Error(outcome.refused);
    return (await findResetOf(tx, who.accountId))!.id;
  });
}

const approve = (admin: Actor, id: string) =>
  database().transaction((tx) => approveReset(tx, tell, admin, id));
const carryOut = (at: Date) => database().transaction((tx) => carryOutResets(tx, tell, at));
const isOn = async (who: Actor) =>
  (await database().transaction((tx) => ownFactors(tx, who.accountId))).isOn;

test('one administrator asks, another approves, a day passes: then the official’s factors go, and each step is told', async () => {
  const [who, one, two] = [
    await official('CHUYEN_VIEN'),
    await official('QUAN_TRI'),
    await official('QUAN_TRI'),
  ];
  const id = await asked(who, one);
  expect(await approve(one, id)).toEqual({ refused: 'identity.second-person' });
  expect(await approve(who, id)).toEqual({ refused: 'identity.second-person' });
  expect(await carryOut(later(48))).toBe(0);
  expect(await approve({ ...two, at: later(1) }, id)).toEqual({ done: true });
  expect(await approve({ ...two, at: later(1) }, id)).toEqual({ refused: 'identity.no-reset' });
  expect(await carryOut(later(24))).toBe(0);
  expect(await isOn(who)).toBe(true);
  expect(await carryOut(later(25))).toBe(1);
  expect(await isOn(who)).toBe(false);
  const events = told.filter(({ personId }) => personId === who.personId).map(({ event }) => event);
  expect(events.slice(-3)).toEqual([
    'identity.reset-asked',
    'identity.reset-approved',
    'identity.reset-done',
  ]);
});

test('who did not ask for it stops it, and keeps the factors', async () => {
  const [who, one, two, other] = [
    await official('CHUYEN_VIEN'),
    await official('QUAN_TRI'),
    await official('QUAN_TRI'),
    await official('CHUYEN_VIEN'),
  ];
  const id = await asked(who, one);
  await approve(two, id);
  const stop = (actor: Actor) => database().transaction((tx) => stopReset(tx, tell, actor, id));
  expect(await stop(other)).toEqual({ refused: 'identity.no-reset' });
  expect(await stop(who)).toEqual({ done: true });
  expect(await carryOut(later(48))).toBe(0);
  expect(await isOn(who)).toBe(true);
});
