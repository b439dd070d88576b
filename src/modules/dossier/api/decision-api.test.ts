import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { birth } from '../../../../test/journeys/answers/dang-ky-khai-sinh.ts';
import { apply } from '../../../../test/journeys/apply.ts';
import { demoOffice } from '../../../../test/journeys/office.ts';
import type { Person } from '../../../../test/journeys/person.ts';

const office = demoOffice();
const ids = new Map<string, string>();
let mother: Person;
let admin: Person;
let code: string;

beforeAll(async () => {
  mother = await office().signedIn('cong-dan-1');
  admin = await office().signedIn('quan-tri');
  code = await apply(mother, 'dang-ky-khai-sinh', birth);
  const { rows } = await office().services.database.transaction((tx) =>
    sql<{ name: string; id: string }>`select name, id from identity.account`.execute(tx),
  );
  for (const { name, id } of rows) ids.set(name, id);
});

const about = (account: string, action: string, dossier = code) => ({
  subject: { type: 'account', id: ids.get(account) ?? account },
  action: { name: action },
  resource: { type: 'dossier', id: dossier },
});

async function ask(person: Person, question: object, path = 'evaluation') {
  const response = await person.call('POST', `/access/v1/${path}`, question);
  return { status: response.statusCode, body: JSON.parse(response.body) as unknown };
}

const says = (decision: boolean, reason: string) => ({
  status: 200,
  body: { decision, context: { reason } },
});

describe('a decision by AuthZEN', () => {
  test('is what the pages would decide, with the rule that decided', async () => {
    expect(await ask(mother, about('cong-dan-1', 'read'))).toEqual(says(true, 'own-case'));
    expect(await ask(mother, about('cong-dan-1', 'approve'))).toEqual(says(false, 'for-officials'));
    expect(await ask(admin, about('mot-cua-1', 'accept'))).toEqual(says(true, 'unit-takes-part'));
    expect(await ask(admin, about('lanh-dao-1', 'approve'))).toEqual(says(false, 'not-now'));
    expect(await ask(admin, about('thue-1', 'read'))).toEqual(says(false, 'not-your-unit'));
    expect(await ask(admin, about('cong-dan-2', 'read'))).toEqual(says(false, 'not-in-account'));
  });

  test('about others is for administrators', async () => {
    expect(await ask(mother, about('cong-dan-2', 'read'))).toEqual(says(false, 'not-yours-to-ask'));
    expect((await ask(office().person(), about('cong-dan-1', 'read'))).status).toBe(401);
  });

  test('is no for what nobody knows, and says what it does not know', async () => {
    expect(await ask(admin, about('cong-dan-1', 'burn'))).toEqual(says(false, 'no-such-action'));
    expect(await ask(admin, about('nobody', 'read'))).toEqual(says(false, 'no-such-subject'));
    expect(await ask(admin, about('cong-dan-1', 'read', 'H00'))).toEqual(
      says(false, 'no-such-resource'),
    );
    const { status, body } = await ask(admin, { subject: { type: 'account' } });
    expect([status, body]).toMatchObject([422, { code: 'http.invalid' }]);
  });

  test('comes for many questions at once, and ends early when that is asked', async () => {
    const { subject, resource } = about('mot-cua-1', 'read');
    const evaluations = ['read', 'approve', 'accept'].map((name) => ({ action: { name } }));
    const decisions = async (evaluations_semantic: string) => {
      const { body } = await ask(
        admin,
        { subject, resource, evaluations, options: { evaluations_semantic } },
        'evaluations',
      );
      return (body as { evaluations: { decision: boolean }[] }).evaluations.map(
        ({ decision }) => decision,
      );
    };
    expect(await decisions('execute_all')).toEqual([true, false, true]);
    expect(await decisions('deny_on_first_deny')).toEqual([true, false]);
    expect(await decisions('permit_on_first_permit')).toEqual([true]);
    expect((await ask(admin, { subject, evaluations: [{}] }, 'evaluations')).status).toBe(422);
  });

  test('is kept with who asked, and cannot be changed', async () => {
    await ask(mother, about('cong-dan-1', 'withdraw'));
    const { database } = office().services;
    const { rows } = await database.transaction((tx) =>
      sql<object>`select subject_id, action, resource_id, is_permitted, reason from dossier.decision
        where asked_by = ${ids.get('cong-dan-1')} order by id desc limit 1`.execute(tx),
    );
    expect(rows).toEqual([
      {
        subject_id: ids.get('cong-dan-1'),
        action: 'withdraw',
        resource_id: code,
        is_permitted: true,
        reason: 'own-case',
      },
    ]);
    await expect(
      database.transaction((tx) =>
        sql`update dossier.decision set is_permitted = false`.execute(tx),
      ),
    ).rejects.toThrow('never changed');
  });

  test('is found by its metadata', async () => {
    const { body } = await office().person().download('/.well-known/authzen-configuration');
    expect(JSON.parse(body)).toEqual({
      policy_decision_point: 'http://localhost:8080',
      access_evaluation_endpoint: 'http://localhost:8080/access/v1/evaluation',
      access_evaluations_endpoint: 'http://localhost:8080/access/v1/evaluations',
    });
  });
});
