import { expect, test } from 'vitest';
import { keysFrom } from '#/platform/crypto/index.ts';
import { testDatabase } from '../../../test/database/fixture.ts';
import { noteFailure, refuseGuessing, type Guess } from './guessing.ts';

const database = testDatabase('identity');
const keys = keysFrom(Buffer.alloc(32, 7));
const morning = new Date('2026-07-15T08:00:00+07:00');
const later = (minutes: number) => new Date(morning.getTime() + minutes * 60_000);

let count = 0;
/** A target that no other test has tried. */
const fresh = (): string => `dich-${(count += 1)}`;
/** Network addresses of a carrier, of an attacker. */
const from = (no: number): string => `198.51.${100 + Math.floor(no / 200)}.${no % 200}`;

const signIn = (target: string, address: string): Guess => ({ at: 'sign-in', target, address });

async function fail(guess: Guess, times: number, at = morning): Promise<void> {
  await database().transaction(async (tx) => {
    for (let n = 0; n < times; n += 1) await noteFailure(tx, keys, guess, at);
  });
}

function ask(guess: Guess, at = morning) {
  return database().transaction(async (tx) => (await refuseGuessing(tx, keys, guess, at)) ?? 'may');
}

const wait = (minutes: string) => ({ refused: 'identity.too-many-tries', facts: { minutes } });

test('eight failures at one name from one place wait a quarter of an hour; another name does not', async () => {
  const [name, other, home] = [fresh(), fresh(), '203.0.113.1'];
  await fail(signIn(name, home), 7);
  expect(await ask(signIn(name, home))).toBe('may');
  await fail(signIn(name, home), 1);
  expect(await ask(signIn(name.toUpperCase(), home))).toEqual(wait('15'));
  expect(await ask(signIn(other, home))).toBe('may');
  expect(await ask({ ...signIn(name, home), at: 'tracking' })).toBe('may');
  expect(await ask(signIn(name, home), later(16))).toBe('may');
});

test('nobody is locked out by others: from a place without failures one may always try', async () => {
  const victim = fresh();
  for (let no = 0; no < 60; no += 1) await fail(signIn(victim, from(no)), 8);
  expect(await ask(signIn(victim, '203.0.113.2'))).toBe('may');
});

test('a name that is attacked from many places gives each place two tries an hour', async () => {
  const [victim, guesser] = [fresh(), '203.0.113.3'];
  for (let no = 0; no < 30; no += 1) await fail(signIn(victim, from(no)), 1);
  await fail(signIn(victim, guesser), 1);
  expect(await ask(signIn(victim, guesser))).toBe('may');
  await fail(signIn(victim, guesser), 1);
  expect(await ask(signIn(victim, guesser))).toEqual(wait('60'));
  expect(await ask(signIn(victim, guesser), later(61))).toBe('may');
});

test('one place that tries one name after the other is stopped, however it changes within its IPv6 network', async () => {
  const tries = Array.from({ length: 200 }, (_, no) => signIn(fresh(), `2001:db8:1:2::${no + 1}`));
  await database().transaction(async (tx) => {
    for (const guess of tries) await noteFailure(tx, keys, guess, morning);
  });
  expect(await ask(signIn(fresh(), '2001:db8:1:2:ffff::1'))).toEqual(wait('15'));
  expect(await ask(signIn(fresh(), '2001:db8:1:3::1'))).toBe('may');
});

test('behind one address of a carrier, the failures of others do not stop the right code', async () => {
  const carrier = '203.0.113.4';
  const track = (target: string): Guess => ({ at: 'tracking', target, address: carrier });
  for (let no = 0; no < 24; no += 1) await fail(track(fresh()), 8);
  expect(await ask(track(fresh()))).toBe('may');
  await fail(track(fresh()), 8);
  expect(await ask(track(fresh()))).toEqual(wait('15'));
});
