import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAccount, getPerson } from '#/modules/identity/index.ts';
import { mayActIn, type Actor } from '#/platform/http/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { addDays, dayOf, type Day } from '#/values/day.ts';
import { newId } from '#/values/id.ts';
import { testDatabase } from '../../../test/database/fixture.ts';
import { actBy } from './acting.ts';
import { grantAtCounter, grantOnline } from './grant.ts';
import { revoke } from './revoke.ts';

const database = testDatabase('mandate');
const morning = new Date('2026-07-15T08:00:00+07:00');
const procedures = [newId(), newId()];

let runs = 0;

async function person(role: string): Promise<Actor> {
  return database().transaction(async (tx) => {
    const personalId = `0000900${String((runs += 1)).padStart(5, '0')}`;
    const facts = { fullName: `Lê Văn ${role}`, personalId, bornOn: '1990-01-01' as Day };
    const wish = { name: personalId, kind: 'citizen', person: facts, at: morning } as const;
    const created = await createAccount(tx, wish);
    if (isRefusal(created)) throw new Error(created.refused);
    const { accountId, personId } = created;
    const who = { accountId, personId, kind: 'citizen', name: facts.fullName } as const;
    return { ...who, posts: [], isVerified: true, at: morning, lang: 'vi' };
  });
}

type Step =
  | {
      readonly do: 'grant';
      readonly scope: number;
      readonly days: number;
      readonly atCounter: boolean;
    }
  | {
      readonly do: 'revoke';
      readonly which: number;
      readonly by: 'principal' | 'representative' | 'stranger';
    }
  | { readonly do: 'wait'; readonly days: number }
  | {
      readonly do: 'act';
      readonly which: number;
      readonly by: 'representative' | 'stranger';
      readonly procedure: number;
    };

const which = fc.nat(5);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('grant' as const),
    scope: fc.nat(1),
    days: fc.constantFrom(-1, 0, 3, 30, 400),
    atCounter: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('revoke' as const),
    which,
    by: fc.constantFrom('principal' as const, 'representative' as const, 'stranger' as const),
  }),
  fc.record({ do: fc.constant('wait' as const), days: fc.constantFrom(1, 4, 31) }),
  fc.record({
    do: fc.constant('act' as const),
    which,
    by: fc.constantFrom('representative' as const, 'representative' as const, 'stranger' as const),
    procedure: fc.nat(1),
  }),
);

/** What the rules say of a mandate. */
interface Known {
  readonly id: string;
  readonly scope: string;
  readonly until: Day;
  isRevoked: boolean;
}

test('however mandates are granted, revoked and run out: nobody acts by one that ended, outside of its procedures, or that is not theirs', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 18 }), async (steps) => {
      const who = {
        principal: await person('Ông'),
        representative: await person('Cháu'),
        stranger: await person('Lạ'),
      };
      const official: Actor = { ...(await person('Cán Bộ')), kind: 'official' };
      const known: Known[] = [];
      let now = morning;

      for (const one of steps) {
        if (one.do === 'wait') now = new Date(now.getTime() + one.days * 86_400_000);
        else if (one.do === 'grant') await grant(one);
        else if (known.length > 0 && one.do === 'revoke')
          await end(one, known[one.which % known.length]!);
        else if (known.length > 0 && one.do === 'act')
          await act(one, known[one.which % known.length]!);
      }

      async function grant(one: Extract<Step, { do: 'grant' }>) {
        const untilOn = addDays(dayOf(now), one.days);
        const scope = procedures[one.scope]!;
        const outcome = await database().transaction(async (tx) => {
          const wish = {
            principal: await getPerson(tx, who.principal.personId),
            representative: await getPerson(tx, who.representative.personId),
            kind: 'WRITTEN',
            procedureIds: [scope],
            untilOn,
          } as const;
          return one.atCounter
            ? grantAtCounter(tx, { ...official, at: now }, wish, 'Giấy ủy quyền số 1')
            : grantOnline(tx, { ...who.principal, at: now }, wish);
        });
        expect(isRefusal(outcome)).toBe(one.days < 0 || one.days > 366);
        if (!isRefusal(outcome))
          known.push({ id: outcome.id, scope, until: untilOn, isRevoked: false });
      }

      async function end(one: Extract<Step, { do: 'revoke' }>, mandate: Known) {
        const actor = { ...who[one.by], at: now };
        const outcome = await database().transaction((tx) => revoke(tx, actor, mandate.id));
        const isDone = one.by !== 'stranger' && !mandate.isRevoked;
        expect(isRefusal(outcome)).toBe(!isDone);
        if (isDone) mandate.isRevoked = true;
      }

      async function act(one: Extract<Step, { do: 'act' }>, mandate: Known) {
        const actor = { ...who[one.by], at: now };
        const acting = await database().transaction((tx) => actBy(tx, actor, mandate.id));
        const may =
          one.by === 'representative' && !mandate.isRevoked && dayOf(now) <= mandate.until;
        expect(acting !== undefined).toBe(may);
        if (!acting) return;
        // Who acts stays who acts.
        expect(acting).toMatchObject({ personId: who.representative.personId, name: actor.name });
        expect(acting.actingFor).toMatchObject({ personId: who.principal.personId });
        const procedure = procedures[one.procedure]!;
        expect(mayActIn(acting, procedure)).toBe(procedure === mandate.scope);
      }
    }),
    { numRuns: 40 },
  );
});

test('a revocation waits for what is under way by the mandate, and binds all that begins later', async () => {
  const principal = await person('Bà');
  const representative = await person('Em');
  const mandate = await database().transaction(async (tx) => {
    const made = await grantOnline(tx, principal, {
      principal: await getPerson(tx, principal.personId),
      representative: await getPerson(tx, representative.personId),
      kind: 'WRITTEN',
      procedureIds: [procedures[0]!],
      untilOn: addDays(dayOf(morning), 30),
    });
    if (isRefusal(made)) throw new Error(made.refused);
    return made;
  });
  const order: string[] = [];
  let ending: Promise<unknown> = Promise.resolve();
  await database().transaction(async (tx) => {
    expect(await actBy(tx, representative, mandate.id)).toBeDefined();
    ending = database()
      .transaction((other) => revoke(other, principal, mandate.id))
      .then(() => order.push('revoked'));
    await new Promise((resolve) => setTimeout(resolve, 150));
    order.push('acted');
  });
  await ending;
  expect(order).toEqual(['acted', 'revoked']);
  const later = await database().transaction((tx) => actBy(tx, representative, mandate.id));
  expect(later).toBeUndefined();
});

test('nobody but the person themselves grants online, and whoever acts for another passes nothing on', async () => {
  const [principal, representative] = [await person('Chị'), await person('Anh')];
  const outcome = await database().transaction(async (tx) => {
    const wish = {
      principal: await getPerson(tx, principal.personId),
      representative: await getPerson(tx, representative.personId),
      kind: 'WRITTEN',
      procedureIds: [procedures[0]!],
      untilOn: addDays(dayOf(morning), 3),
    } as const;
    const other = await grantOnline(tx, representative, wish);
    const claimed = await grantOnline(tx, { ...principal, isVerified: false }, wish);
    const self = await grantOnline(tx, principal, { ...wish, representative: wish.principal });
    const everything = await grantOnline(tx, principal, { ...wish, procedureIds: null });
    const child = await grantOnline(tx, principal, { ...wish, kind: 'PARENT' });
    return [other, claimed, self, everything, child].map((one) => isRefusal(one) && one.refused);
  });
  expect(outcome).toEqual([
    'mandate.may-not-grant',
    'mandate.not-verified',
    'mandate.oneself',
    'mandate.name-procedures',
    'mandate.at-counter',
  ]);
});
