import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keysFrom } from '#/platform/crypto/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { testDatabase } from '../../../test/database/fixture.ts';
import { createAccount } from './create-account.ts';
import type { Entrance } from './enter.ts';
import { addCodeApp, offerSecret, readOffer } from './factors/code-app.ts';
import { issueRecoveryCodes } from './factors/recovery-code.ts';
import { codeAt, stepOf } from './factors/totp.ts';
import { proveByCode } from './prove-second-factor.ts';
import { useSession } from './session.ts';
import { finishSignIn } from './sign-in.ts';

const database = testDatabase('identity');
const keys = keysFrom(Buffer.alloc(32, 7));
const entrance: Entrance = { keys, officialsNeedFactor: true, tell: async () => undefined };
const morning = new Date('2026-07-15T08:00:00+07:00');
const wanted = 'a hash';

type Step =
  | { readonly do: 'password'; readonly isRight: boolean }
  | { readonly do: 'wait'; readonly seconds: number }
  | { readonly do: 'code'; readonly of: number; readonly which: number }
  | { readonly do: 'recovery'; readonly no: number; readonly which: number };

const which = fc.nat(3);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('password' as const), isRight: fc.boolean() }),
  fc.record({
    do: fc.constant('wait' as const),
    seconds: fc.constantFrom(1, 20, 31, 90, 400, 601),
  }),
  // How many time steps away the code is: within one it is right, unless it or a later one was taken.
  fc.record({ do: fc.constant('code' as const), of: fc.constantFrom(0, 0, -1, 1, -2, 5), which }),
  fc.record({ do: fc.constant('recovery' as const), no: fc.nat(3), which }),
);

/** What the rules say, without the database. */
interface Waiting {
  readonly token: string;
  readonly until: number;
  tries: number;
  isOver: boolean;
}

async function person(name: string) {
  return database().transaction(async (tx) => {
    const wish = { name, kind: 'citizen', person: { fullName: 'Lê Văn An' } } as const;
    const created = await createAccount(tx, { ...wish, passwordHash: wanted, at: morning });
    if (isRefusal(created)) throw new Error(created.refused);
    const { accountId } = created;
    const { sealed } = offerSecret(keys, accountId, morning);
    const { bytes } = readOffer(keys, accountId, sealed, morning)!;
    const typed = { sealed, code: codeAt(bytes, stepOf(morning)) };
    await addCodeApp(tx, keys, { accountId, at: morning }, typed);
    const codes = await issueRecoveryCodes(tx, keys, { accountId, at: morning });
    return { accountId, bytes, codes };
  });
}

let runs = 0;

test('however password, codes and time follow each other, a session opens only by both factors, each code once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      runs += 1;
      const name = `may-${runs}`;
      const { accountId, bytes, codes } = await person(name);
      const waiting: Waiting[] = [];
      const usedCodes = new Set<number>();
      let lastStep = stepOf(morning);
      let now = morning.getTime() + 60_000;
      let tries = 0;

      async function prove(one: Waiting, code: string, isRight: boolean): Promise<boolean> {
        const at = new Date(now);
        // A new network each time: throttling is proven elsewhere.
        const address = `10.${runs % 250}.${(tries += 1)}.1`;
        const proof = { pending: one.token, code, address, at, device: undefined };
        const outcome = await database().transaction((tx) => proveByCode(tx, entrance, proof));
        if (one.isOver || now >= one.until) {
          expect(outcome).toBe('gone');
          return false;
        }
        if (!isRight) {
          one.tries += 1;
          one.isOver = one.tries === 5;
          expect(outcome).toBe(one.isOver ? 'gone' : 'wrong');
          return false;
        }
        one.isOver = true;
        const { token } = outcome as { token: string };
        const session = await database().transaction((tx) => useSession(tx, token, at));
        expect(session).toMatchObject({ accountId });
        return true;
      }

      for (const one of steps) {
        const at = new Date(now);
        if (one.do === 'wait') now += one.seconds * 1000;
        else if (one.do === 'password') {
          const credentials = { name, password: '', address: `10.${runs % 250}.${(tries += 1)}.1` };
          const compared = { wanted, isRight: one.isRight };
          const outcome = await database().transaction((tx) =>
            finishSignIn(tx, entrance, { at }, credentials, compared),
          );
          if (!one.isRight) expect(outcome).toBe('wrong');
          else {
            const { pending, ...more } = outcome as { pending: string };
            expect(more, 'no session by the password alone').toEqual({});
            waiting.push({ token: pending, until: now + 600_000, tries: 0, isOver: false });
          }
        } else if (waiting.length > 0) {
          const chosen = waiting[one.which % waiting.length]!;
          if (one.do === 'recovery') {
            const isNew = !usedCodes.has(one.no);
            if (await prove(chosen, codes[one.no]!, isNew)) usedCodes.add(one.no);
          } else {
            const of = stepOf(at) + one.of;
            const isRight = Math.abs(one.of) <= 1 && of > lastStep;
            if (await prove(chosen, codeAt(bytes, of), isRight)) lastStep = of;
          }
        }
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);
