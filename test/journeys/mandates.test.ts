import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { birth } from './answers/dang-ky-khai-sinh.ts';
import { answerPage, apply, begin } from './apply.ts';
import { demoOffice } from './office.ts';
import type { Person } from './person.ts';

const office = demoOffice();
const slug = 'dang-ky-khai-sinh';
const grandmother = { personalId: '000068000002', fullName: 'Thạch Sa Rươne' };
const mother = { personalId: '000192000001', fullName: 'Nguyễn Thị Bình' };

async function procedureId(): Promise<string> {
  const { rows } = await office().services.database.transaction((tx) =>
    sql<{ id: string }>`select id from procedure.procedure where slug = ${slug}`.execute(tx),
  );
  return rows[0]!.id;
}

/** What an official types with the document in hand. */
async function recordAtCounter(
  who: typeof grandmother,
  kind: string,
  bornOn: readonly [string, string, string],
  procedure: string,
): Promise<Person> {
  const clerk = await office().signedIn('mot-cua-1');
  await clerk.open('/can-bo/uy-quyen');
  const [day, month, year] = bornOn;
  await clerk.fill(
    {
      kind,
      principal: who.personalId,
      principalName: who.fullName,
      'bornOn.day': day,
      'bornOn.month': month,
      'bornOn.year': year,
      representative: mother.personalId,
      name: mother.fullName,
      document: 'Giấy ủy quyền số 12, ngày 02/07/2026',
      procedure,
      'untilOn.day': '31',
      'untilOn.month': '12',
      'untilOn.year': '2026',
      compared: 'yes',
    },
    '/uy-quyen',
  );
  return clerk;
}

async function beginActing(person: Person, principal: string): Promise<void> {
  await person.open('/tai-khoan/uy-quyen');
  expect(person.words).toContain(principal);
  await person.fill({}, '/lam-thay');
  expect(person.words).toContain(`${mother.fullName} đang làm thay cho ${principal}`);
}

test('a written authority that was recorded at the counter lets its holder file and follow, in both names, until it is revoked', async () => {
  const clerk = await recordAtCounter(
    grandmother,
    'WRITTEN',
    ['5', '11', '1968'],
    await procedureId(),
  );
  expect(clerk.words).toContain('Đã ghi nhận Nguyễn Thị Bình làm thay cho Thạch Sa Rươne');

  const holder = await office().signedIn('cong-dan-1');
  const own = await apply(holder, slug, birth, { subject: 'của tôi' });
  await beginActing(holder, grandmother.fullName);
  await holder.open('/ho-so');
  expect(holder.words, 'nothing of their own meanwhile').not.toContain(own);
  const code = await apply(holder, slug, birth);
  await holder.open(`/ho-so/${code}`);
  expect(holder.status).toBe(200);
  expect(holder.words).toContain('Nguyễn Thị Bình, làm thay cho Thạch Sa Rươne');

  // A procedure that is not named is not theirs to do.
  await holder.open('/nop/chung-thuc-ban-sao');
  await holder.fill({}, '/nop/chung-thuc-ban-sao');
  expect(holder.status).toBe(403);
  expect(holder.words).toContain('Ủy quyền không cho làm thủ tục này thay cho Thạch Sa Rươne');

  const principal = await office().signedIn('cong-dan-2');
  await principal.open('/ho-so');
  expect(principal.words).toContain(code);
  await principal.open('/hop-thu');
  expect(principal.words).toContain('Nguyễn Thị Bình: Nộp hồ sơ');
  await principal.open('/toi/du-lieu');
  expect(principal.words).toContain('Xem hồ sơ để làm thay bạn theo ủy quyền');

  const { rows } = await office().services.database.transaction((tx) =>
    sql<{ owner: string; submitter: string; mandate: string }>`
      select owner_person_id as owner, submitter_person_id as submitter, mandate_id as mandate
        from dossier.dossier where code = ${code}`.execute(tx),
  );
  expect(rows[0]!.owner).not.toBe(rows[0]!.submitter);
  expect(rows[0]!.mandate).not.toBeNull();

  // A draft is open when the principal takes the mandate back: the next click does nothing at all.
  await begin(holder, slug, 'đang viết');
  const draft = holder.path;
  await principal.open('/tai-khoan/uy-quyen');
  await principal.fill({}, '/thu-hoi');
  expect(principal.words).toContain('Ủy quyền đã chấm dứt');
  await answerPage(holder, birth);
  expect(holder.words).toContain('Bạn không còn được làm thay cho người này');
  await holder.open(draft);
  expect(holder.status).toBe(404);
  await holder.open(`/ho-so/${code}`);
  expect(holder.status).toBe(404);
  await holder.open(`/ho-so/${own}`);
  expect(holder.status).toBe(200);
});

test('a parent files for a child who has no account', async () => {
  const child = { personalId: '000315000301', fullName: 'Lê Minh An' };
  await recordAtCounter(child, 'PARENT', ['2', '9', '2015'], 'all');
  const parent = await office().signedIn('cong-dan-1');
  await beginActing(parent, child.fullName);
  // Nothing is known of the child's address, and the parent's own is not filled in for it.
  const code = await apply(parent, slug, {
    ...birth,
    'nyc_noi_cu_tru.province': '92',
    'nyc_noi_cu_tru.commune': '31135',
    'nyc_noi_cu_tru.detail': 'Số 2 đường Trần Phú',
  });
  await parent.open(`/ho-so/${code}`);
  expect(parent.status).toBe(200);
  await parent.open('/tai-khoan');
  await parent.send('/tai-khoan/uy-quyen/thoi', {});
  expect(parent.words).toContain('Bạn làm cho chính mình');
  await parent.open(`/ho-so/${code}`);
  expect(parent.status).toBe(404);
});

test('an owner lets an employee file for the business, and the employee gives it back', async () => {
  const owner = await office().signedIn('doanh-nghiep-1');
  await owner.open('/tai-khoan/uy-quyen/moi');
  await owner.fill(
    {
      kind: 'COMPANY',
      representative: mother.personalId,
      name: mother.fullName,
      procedure: 'all',
      'untilOn.day': '31',
      'untilOn.month': '12',
      'untilOn.year': '2026',
    },
    '/moi',
  );
  expect(owner.words).toContain('Đã ủy quyền cho Nguyễn Thị Bình');
  const employee = await office().signedIn('cong-dan-1');
  await employee.open('/tai-khoan/uy-quyen');
  const business = 'Hộ kinh doanh Gạo Phúc Lộc';
  await employee.fill({}, '/lam-thay');
  expect(employee.words).toContain(business);
  const code = await apply(employee, slug, birth);
  await owner.open('/ho-so');
  expect(owner.words).toContain(code);
  await employee.open('/tai-khoan/uy-quyen');
  await employee.fill({}, '/thu-hoi');
  await employee.open(`/ho-so/${code}`);
  expect(employee.status).toBe(404);
});

test('programs name the mandate in a header: by a false one nothing is done', async () => {
  const person = await office().signedIn('cong-dan-1');
  const { web } = office();
  const cookie = `cqs_session=${person.session}`;
  const answer = await web.inject({
    method: 'GET',
    url: '/api/v1/dossiers/H00.00-000000-0000',
    headers: { cookie, 'x-mandate': '0190c0de-0000-7000-8000-000000000000' },
  });
  expect(answer.statusCode).toBe(403);
  expect(answer.json()).toMatchObject({ code: 'http.mandate-ended' });
});
