import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keysFrom } from '#/platform/crypto/index.ts';
import { beginAttempt } from '../attempt.ts';
import { people } from '../simulator/people.ts';
import { faults, type SimulatedFault } from '../simulator/faults.ts';
import { seal } from '../simulator/seal.ts';
import { openSimulator, type Simulator } from '../simulator/server.ts';
import { simulatedSettings } from '../simulator/simulated.ts';
import { openSealed, readBody } from './sealed.ts';
import { vneid } from './vneid.ts';

const pair = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const privateKey = createPrivateKey(pair.privateKey);
const publicKey = createPublicKey(pair.publicKey);
const redirectUri = 'https://xa.example.vn/dang-nhap/vneid/tro-ve';
const keys = keysFrom(Buffer.alloc(32, 7));
const { secrets } = beginAttempt(keys, { endsAt: new Date('2026-07-15T08:01:00+07:00') });
const [binh] = people;

let simulator: Simulator;
beforeAll(async () => {
  const where = { host: '127.0.0.1', port: 0, publicKey: pair.publicKey };
  simulator = await openSimulator({ ...where, clientId: 'thu', redirectUri });
});
afterAll(() => simulator.close());

function provider(timeoutMs = 500) {
  const { address } = simulator;
  const where = { browser: address, server: address };
  return vneid({ ...simulatedSettings(where, 'thu', pair.privateKey), timeoutMs }, true);
}

const finish = (search: string, one = provider()) => one.finish({ search, redirectUri, secrets });
const searchOf = (fault: SimulatedFault) =>
  `state=${secrets.state}&code=${simulator.issue(binh!, fault)}`;

test('who signs in at VNeID comes back with number, name, day of birth and level', async () => {
  expect(await finish(searchOf('none'))).toEqual({
    personalId: '000192000001',
    fullName: 'Nguyễn Thị Bình',
    bornOn: '1992-03-27',
    level: 2,
  });
});

test('bodies that are not sealed are read too, and codes that are sealed', async () => {
  expect(await finish(searchOf('plain'))).toMatchObject({ level: 2 });
  const { data, key } = seal(simulator.issue(binh!), publicKey, 16);
  expect(await finish(`state=${secrets.state}&code=${data}&encrypt_key=${key}`)).toMatchObject({
    personalId: '000192000001',
  });
});

test.each(Object.keys(faults) as SimulatedFault[])(
  'whatever VNeID does wrong (%s), nobody else comes in and the answer tells nothing',
  async (fault) => {
    const fine = ['none', 'plain', 'sealed-code', 'wrong-state', 'cancelled'];
    const isAway = ['down', 'broken', 'slow'].includes(fault);
    const outcome = await finish(searchOf(fault));
    if (fine.includes(fault)) expect(outcome).toMatchObject({ personalId: '000192000001' });
    else expect(outcome).toBe(isAway ? 'busy' : 'failed');
  },
);

test('another state, a query that names things twice or no code at all ask nobody', async () => {
  const asked = simulator.asked();
  const code = simulator.issue(binh!);
  for (const search of [
    `state=other&code=${code}`,
    `code=${code}`,
    `state=${secrets.state}`,
    `state=${secrets.state}&code=${code}&code=${code}`,
    `state=${secrets.state}&code=%E0%A4`,
    `state=${secrets.state}&code=${code}&encrypt_key=AAAA`,
    `state=${secrets.state}&error=access_denied`,
  ])
    expect(await finish(search), search).toBe('failed');
  expect(simulator.asked()).toBe(asked);
});

test('when VNeID is away nobody waits for it again and again: it rests, and is asked later', async () => {
  const one = provider();
  for (let no = 0; no < 5; no += 1) expect(await finish(searchOf('down'), one)).toBe('busy');
  const asked = simulator.asked();
  expect(await finish(searchOf('none'), one)).toBe('busy');
  expect(await one.begin({ redirectUri, secrets })).toBe('busy');
  expect(simulator.asked()).toBe(asked);
});

test('a key that was tampered with opens nothing, however often it decrypts to something', () => {
  const { data, key } = seal(JSON.stringify({ citizenPid: 'x' }), publicKey);
  fc.assert(
    fc.property(fc.nat(255), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const bytes = Buffer.from(key, 'base64');
      bytes[at]! ^= flip;
      const body = JSON.stringify({ data, key: bytes.toString('base64') });
      expect(readBody(body, privateKey)).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});

test('what was sealed opens again, in each of the three lengths', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, unit: 'grapheme' }),
      fc.constantFrom<16 | 24 | 32>(16, 24, 32),
      (words, bytes) => {
        const { data, key } = seal(words, publicKey, bytes);
        expect(openSealed(data, key, privateKey)).toBe(words);
      },
    ),
    { numRuns: 60 },
  );
});
