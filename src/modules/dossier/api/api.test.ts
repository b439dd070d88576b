import { beforeAll, describe, expect, test } from 'vitest';
import { birth } from '../../../../test/journeys/answers/dang-ky-khai-sinh.ts';
import { answer, apply, begin, bringPapers } from '../../../../test/journeys/apply.ts';
import { demoOffice } from '../../../../test/journeys/office.ts';
import type { Person } from '../../../../test/journeys/person.ts';

const office = demoOffice();
const slug = 'dang-ky-khai-sinh';

let mother: Person;
let receiver: Person;
let code: string;

beforeAll(async () => {
  mother = await office().signedIn('cong-dan-1');
  code = await apply(mother, slug, birth);
  await office().settle();
  receiver = await office().signedIn('mot-cua-1');
});

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

async function read(person: Person, path: string): Promise<Answer> {
  const { statusCode, body } = await person.download(path);
  return { status: statusCode, body: JSON.parse(body) as Record<string, unknown> };
}

async function send(person: Person, path: string, body: object): Promise<Answer> {
  const response = await person.call('POST', path, body);
  return {
    status: response.statusCode,
    body: JSON.parse(response.body) as Record<string, unknown>,
  };
}

describe('lists', () => {
  test('of an official hold what the pages hold, page by page', async () => {
    const { status, body } = await read(receiver, '/api/v1/dossiers?limit=1');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      items: [
        {
          code,
          state: 'SUBMITTED',
          nationalState: 1,
          channel: 'ONLINE',
          step: { role: 'TIEP_NHAN', holder: null },
        },
      ],
      next: null,
    });
    const waiting = await read(receiver, '/api/v1/tasks?queue=tiep-nhan&holder=none&sort=step');
    expect(waiting.body).toMatchObject({ items: [{ code }] });
    expect((await read(receiver, '/api/v1/tasks')).body).toEqual({ items: [], next: null });
  });

  test('refuse what they do not understand, by field', async () => {
    const { status, body } = await read(receiver, '/api/v1/dossiers?state=GONE&limit=0&holder=x');
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'http.invalid' });
    expect((await read(receiver, '/api/v1/dossiers?cursor=abc')).status).toBe(200);
  });

  test('are for officials only', async () => {
    expect((await read(mother, '/api/v1/dossiers')).status).toBe(403);
    expect((await read(office().person(), '/api/v1/tasks')).status).toBe(401);
  });
});

describe('one dossier', () => {
  test('is read by its applicant without what officials do among themselves, and by its officials with the acts that are lawful', async () => {
    await send(receiver, `/api/v1/dossiers/${code}/actions/claim`, {});
    const own = await read(mother, `/api/v1/dossiers/${code}`);
    expect(own.body).toMatchObject({ code, nationalState: 1, acts: ['withdraw', 'message'] });
    expect((own.body['history'] as { verb: string }[]).map(({ verb }) => verb)).toEqual(['submit']);
    const official = await read(receiver, `/api/v1/dossiers/${code}`);
    expect(official.body['acts']).toContain('accept');
    expect((official.body['history'] as { verb: string }[]).map(({ verb }) => verb)).toEqual([
      'submit',
      'claim',
    ]);
    expect(own.body['submittedAt']).toBe('2026-07-14T09:00:00+07:00');
  });

  test('is not read by others', async () => {
    expect(
      (await read(await office().signedIn('cong-dan-2'), `/api/v1/dossiers/${code}`)).body,
    ).toMatchObject({ status: 404, code: 'dossier.not-in-account' });
    expect(
      (await read(await office().signedIn('thue-1'), `/api/v1/dossiers/${code}`)).body,
    ).toMatchObject({ code: 'dossier.not-your-unit' });
    expect((await read(mother, '/api/v1/dossiers/H13')).body).toMatchObject({
      status: 404,
      code: 'dossier.not-in-account',
    });
  });
});

describe('acts', () => {
  test('are the same as on the pages, and say no with the same codes', async () => {
    const path = `/api/v1/dossiers/${code}/actions`;
    expect((await send(mother, `${path}/accept`, {})).body).toMatchObject({
      status: 403,
      code: 'dossier.not-your-unit',
    });
    expect((await send(receiver, `${path}/refuse`, {})).body).toMatchObject({
      status: 422,
      code: 'dossier.reason-missing',
    });
    expect(
      (await send(receiver, `${path}/assign`, { to: '018f0000-0000-7000-8000-000000000000' })).body,
    ).toMatchObject({ status: 404, code: 'dossier.no-such-colleague' });
    expect((await send(receiver, `${path}/submit`, {})).status).toBe(422);
    expect((await send(receiver, `${path}/accept`, { extra: 1 })).status).toBe(422);
    expect((await send(receiver, `${path}/accept`, {})).body).toMatchObject({
      code,
      state: 'HANDLING',
      nationalState: 4,
      dueAt: '2026-07-14T17:00:00+07:00',
    });
    expect((await send(receiver, `${path}/accept`, {})).body).toMatchObject({
      status: 409,
      code: 'dossier.not-now',
    });
    expect((await send(mother, `${path}/message`, { words: 'Cảm ơn' })).status).toBe(200);
  });
});

describe('an application', () => {
  const filing = { slug, delivery: 'ONLINE', declared: true };

  test('without its papers, or with answers that are wrong, is told what is missing', async () => {
    const wrong = await send(mother, '/api/v1/dossiers', { ...filing, answers: { con_ho_ten: 1 } });
    expect(wrong.body).toMatchObject({ status: 422, code: 'dossier.answers-wrong' });
    expect(wrong.body['title']).toContain('con_ho_ten');
    expect(
      (await send(mother, '/api/v1/dossiers', { ...filing, declared: false, answers: {} })).status,
    ).toBe(422);
    expect(
      (await send(mother, '/api/v1/dossiers', { ...filing, slug: 'khong-co', answers: {} })).body,
    ).toMatchObject({ code: 'dossier.no-procedure' });
    expect(
      (await send(mother, '/api/v1/dossiers', { ...filing, delivery: 'POST', answers: {} })).body,
    ).toMatchObject({ code: 'dossier.no-delivery-address' });
  });

  test('with answers and the draft that holds its papers is filed; the official sees it at the desk', async () => {
    const { body: first } = await read(mother, `/api/v1/dossiers/${code}`);
    await begin(mother, slug, 'em');
    await answer(mother, birth);
    const draft = /\/nop\/[^/]+\/([0-9a-f-]{36})/.exec(mother.path)![1]!;
    expect(
      (await send(mother, '/api/v1/dossiers', { ...filing, answers: first['answers'], draft }))
        .body,
    ).toMatchObject({ code: 'dossier.draft-incomplete' });
    await bringPapers(mother);
    await office().settle();
    const answers = { ...(first['answers'] as object), con_ho_ten: 'Trần Thị Út' };
    const filed = await send(mother, '/api/v1/dossiers', { ...filing, answers, draft });
    expect(filed.body).toMatchObject({
      code: expect.stringMatching(/^H13/) as string,
      submittedAt: '2026-07-14T09:00:00+07:00',
    });
    const listed = await read(receiver, '/api/v1/dossiers?q=tran%20thi%20ut');
    expect(listed.body).toMatchObject({ items: [{ code: filed.body['code'] }] });
    expect(
      (await send(mother, '/api/v1/dossiers', { ...filing, answers, draft })).body,
    ).toMatchObject({ code: 'dossier.no-draft' });
  });
});

describe('the escalation ladder', () => {
  test('is read and set by administrators only, from a later day on, in order', async () => {
    const path = '/api/v1/escalation-ladders';
    expect((await read(receiver, path)).status).toBe(403);
    const admin = await office().signedIn('quan-tri');
    const { body } = await read(admin, path);
    expect(body['ladders']).toHaveLength(1);
    const rungs = [
      { tells: 'holder', when: 'due', amount: 0 },
      { tells: 'leader', when: 'after', amount: 8 },
    ];
    const next = { validFrom: '2026-08-01', rungs, source: 'Quyết định 9/QĐ-UBND' };
    expect(await send(admin, path, { ...next, validFrom: '2026-07-01' })).toMatchObject({
      body: { code: 'dossier.ladder-too-early' },
    });
    expect(await send(admin, path, { ...next, rungs: rungs.toReversed() })).toMatchObject({
      body: { code: 'dossier.ladder-out-of-order' },
    });
    expect(await send(admin, path, next)).toMatchObject({ status: 200, body: next });
    expect((await read(admin, path)).body['ladders']).toHaveLength(2);
  });
});
