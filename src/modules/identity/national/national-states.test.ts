import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../../test/database/fixture.ts';
import { testWeb, type TestBrowser, type TestWeb } from '../../../../test/web/fixture.tsx';
import { nationalRoutes } from '../pages/national.tsx';
import { listSignIns, type PastSignIn } from '../store/sign-ins.ts';
import { findAccountIdOf } from '../store/accounts.ts';
import { findPersonByPersonalId } from '../store/persons.ts';
import { refusals } from '../refusals.ts';
import { people } from './simulator/people.ts';
import { openSimulator, type Simulator } from './simulator/server.ts';
import { simulatedSettings } from './simulator/simulated.ts';
import { vneid } from './vneid/vneid.ts';

const database = testDatabase('identity');
const pair = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const redirectUri = 'http://localhost:8080/dang-nhap/vneid/tro-ve';
const seconds = 60;

let simulator: Simulator;
let web: TestWeb;
beforeAll(async () => {
  // A provider that gives a token for the same code again and again: we must not rely on it.
  simulator = await openSimulator({
    host: '127.0.0.1',
    port: 0,
    publicKey: pair.publicKey,
    clientId: 'thu',
    redirectUri,
    takesCodesAgain: true,
  });
  const { address } = simulator;
  const where = { browser: address, server: address };
  const provider = vneid(simulatedSettings(where, 'thu', pair.privateKey), true);
  web = await testWeb(
    database(),
    (services) => {
      const entrance = { ...services, officialsNeedFactor: true, tell: async () => undefined };
      const national = { provider, redirectUri, stateSeconds: seconds };
      return [{ name: 'identity', routes: nationalRoutes(services, entrance, national), refusals }];
    },
    { at: new Date('2026-07-15T08:00:00+07:00') },
  );
});
afterAll(async () => {
  await web.close();
  await simulator.close();
});

const persons = people.filter(({ accountLevel }) => accountLevel === 2);
const pick = fc.nat(20);

type Step =
  | { readonly do: 'begin'; readonly browser: number; readonly person: number }
  | { readonly do: 'wait'; readonly seconds: number }
  | {
      readonly do: 'return';
      readonly browser: number;
      readonly state: number;
      readonly code: number;
      readonly tamper: 'no' | 'state' | 'code' | 'no state' | 'no code';
    };

const browserNo = fc.nat(1);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('begin' as const), browser: browserNo, person: fc.nat(2) }),
  fc.record({ do: fc.constant('wait' as const), seconds: fc.constantFrom(1, 20, 61) }),
  fc.record({
    do: fc.constant('return' as const),
    browser: browserNo,
    state: pick,
    code: pick,
    tamper: fc.constantFrom('no', 'no', 'no', 'state', 'code', 'no state', 'no code'),
  }),
);

/** What the rules say of one sign-in that was begun. */
interface Begun {
  readonly browser: number;
  readonly person: number;
  readonly state: string;
  readonly code: string;
  readonly until: number;
  isStateUsed: boolean;
  isCodeUsed: boolean;
}

test('however answers come back, late, twice, in another browser or tampered with: a session is the code’s person’s, and one for each code', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 20 }), async (steps) => {
      const browsers: TestBrowser[] = [web.browser(), web.browser()];
      /** The attempt whose cookie each browser holds. */
      const held: (Begun | undefined)[] = [undefined, undefined];
      const begun: Begun[] = [];

      for (const one of steps) {
        const now = web.clock.now().getTime();
        if (one.do === 'wait') web.clock.set(new Date(now + one.seconds * 1_000));
        else if (one.do === 'begin') {
          const { goTo } = await browsers[one.browser]!.get('/dang-nhap/vneid');
          const attempt = {
            browser: one.browser,
            person: one.person,
            state: new URL(goTo!).searchParams.get('state')!,
            code: simulator.issue(persons[one.person]!),
            until: now + seconds * 1_000,
            isStateUsed: false,
            isCodeUsed: false,
          };
          begun.push(attempt);
          held[one.browser] = attempt;
        } else if (begun.length > 0) await comeBack(one, now);
      }

      async function comeBack(one: Extract<Step, { do: 'return' }>, now: number): Promise<void> {
        const stateOf = begun[one.state % begun.length]!;
        const codeOf = begun[one.code % begun.length]!;
        const parts = [
          one.tamper !== 'no state' && `state=${stateOf.state}${one.tamper === 'state' ? 'x' : ''}`,
          one.tamper !== 'no code' && `code=${codeOf.code}${one.tamper === 'code' ? 'x' : ''}`,
        ];
        const before = await signInsOf(codeOf.person);
        const search = parts.filter((part) => part !== false).join('&');
        const answer = await browsers[one.browser]!.get(`/dang-nhap/vneid/tro-ve?${search}`);
        const mine = held[one.browser];
        const isRead = mine !== undefined && now < mine.until && one.tamper !== 'no code';
        const isSpendable =
          isRead && !mine.isStateUsed && (one.tamper === 'code' || !codeOf.isCodeUsed);
        const opens = isSpendable && mine === stateOf && one.tamper === 'no';
        if (isRead) {
          mine.isStateUsed = true;
          if (one.tamper !== 'code') codeOf.isCodeUsed = true;
        }
        expect(answer.status).toBe(opens ? 303 : 422);
        // The session is of the person who got the code, and of nobody else.
        expect(await signInsOf(codeOf.person)).toBe(before + (opens ? 1 : 0));
        if (opens) held[one.browser] = undefined;
      }
    }),
    { numRuns: 60 },
  );
});

async function signInsOf(person: number): Promise<number> {
  return database().transaction(async (tx) => {
    const known = await findPersonByPersonalId(tx, persons[person]!.citizenPid);
    const accountId = known && (await findAccountIdOf(tx, known.id));
    const all: PastSignIn[] = accountId ? await listSignIns(tx, accountId, 10_000) : [];
    return all.filter(({ by }) => by === 'national').length;
  });
}
