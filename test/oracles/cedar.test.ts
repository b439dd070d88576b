import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as Cedar from '@cedar-policy/cedar-wasm/nodejs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { decide, dossierActions, states, type DossierQuestion } from '#/modules/dossier/index.ts';
import { systemAccountId } from '#/platform/http/index.ts';
import { groupsOf, kindsTakeable, randomQuestion } from './cedar-questions.ts';

const cedar = createRequire(import.meta.url)('@cedar-policy/cedar-wasm/nodejs') as typeof Cedar;
const asked = 50_000;

beforeAll(() => {
  const policies = readFileSync(join(import.meta.dirname, 'dossier.cedar'), 'utf8');
  expect(cedar.preparsePolicySet('dossier', { staticPolicies: policies }).type).toBe('success');
});

/** What Cedar decides; an error of a policy fails the test, since Cedar would leave the policy out. */
function byCedar({ subject, action, resource, steps }: DossierQuestion): boolean {
  const principal = { type: 'User', id: subject.accountId };
  const what = { type: 'Action', id: action };
  const which = { type: 'Dossier', id: 'one' };
  const answer = cedar.statefulIsAuthorized({
    principal,
    action: what,
    resource: which,
    context: { kinds: kindsTakeable(subject, steps) },
    preparsedPolicySetId: 'dossier',
    entities: [
      {
        uid: principal,
        attrs: {
          kind: subject.kind,
          account: subject.accountId,
          person: subject.personId,
          verified: subject.isVerified === true,
          units: subject.posts.map(({ unitId }) => unitId),
          acting: subject.actingFor !== undefined,
          principal: subject.actingFor?.personId ?? 'none',
          procedures: [...(subject.actingFor?.procedureIds ?? [])],
          everywhere: subject.actingFor?.procedureIds === null,
          since: subject.actingFor?.since.getTime() ?? 0,
          clock: subject.accountId === systemAccountId,
        },
        parents: [],
      },
      {
        uid: which,
        attrs: {
          account: resource.accountId ?? 'none',
          owner: resource.ownerPersonId,
          submitter: resource.submitterPersonId,
          mandated: resource.mandateId !== null,
          procedure: resource.procedureId,
          filed: resource.submittedAt.getTime(),
          units: [...resource.unitIds],
          state: resource.state,
          registered: resource.resultNumber !== null,
        },
        parents: [],
      },
      { uid: what, attrs: {}, parents: groupsOf(action).map((id) => ({ type: 'Action', id })) },
    ],
  });
  if (answer.type !== 'success' || answer.response.diagnostics.errors.length > 0)
    throw new Error(JSON.stringify(answer));
  return answer.response.decision === 'allow';
}

describe('the policy of dossiers', () => {
  it(`decides as Cedar does in ${asked} random questions, and says yes and no in many of them`, () => {
    const questions = fc.sample(randomQuestion, { numRuns: asked, seed: 766 });
    let yes = 0;
    const apart: string[] = [];
    for (const question of questions) {
      const own = decide(question);
      if (own.isPermitted) yes += 1;
      if (own.isPermitted !== byCedar(question))
        apart.push(`${own.reason}: ${JSON.stringify(question)}`);
    }
    expect(apart.slice(0, 3)).toEqual([]);
    expect(yes).toBeGreaterThan(asked / 50);
    expect(yes).toBeLessThan(asked / 2);
  }, 300_000);

  it('is asked about every act in every state', () => {
    const met = new Set(
      fc
        .sample(randomQuestion, { numRuns: asked, seed: 766 })
        .map(({ action, resource }) => `${action} ${resource.state}`),
    );
    expect(met.size).toBe(dossierActions.length * states.length);
  });
});
