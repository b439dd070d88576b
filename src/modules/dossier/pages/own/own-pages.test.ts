import { sql } from 'kysely';
import { sealedIssued } from '#/modules/document/index.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { sampleData } from '#/modules/document/forms/sample-data.ts';
import { newId } from '#/values/id.ts';
import { demandFees, recordPayment } from '#/modules/payment/index.ts';
import { systemActor } from '#/platform/http/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { text } from '#/values/text.ts';
import { apply } from '../../../../../test/journeys/apply.ts';
import { birth } from '../../../../../test/journeys/answers/dang-ky-khai-sinh.ts';
import { letter } from '../../../../../test/journeys/letter.ts';
import { demoOffice } from '../../../../../test/journeys/office.ts';
import { canReadPdf } from '../../../../../test/journeys/pdf-words.ts';
import { atDesk } from '../../../../../test/journeys/official.ts';
import type { Person } from '../../../../../test/journeys/person.ts';
import { findByCode } from '../../store/index.ts';

const office = demoOffice();
let mother: Person;
let code = '';
beforeAll(async () => {
  mother = await office().signedIn('cong-dan-1');
  code = await apply(mother, 'dang-ky-khai-sinh', birth);
});

describe('a message to the officials', () => {
  test.each([
    ['that is empty', '  ', 'Viết nội dung muốn gửi'],
    ['of 4,001 characters', 'á'.repeat(4001), 'dài 4001 ký tự, tối đa 4000'],
  ])('%s comes back with what was typed', async (_how, typed, said) => {
    await mother.open(`/ho-so/${code}`);
    await mother.fill({ words: typed }, '/tin-nhan');
    expect(mother.status).toBe(422);
    expect(mother.words).toContain(said);
    expect(mother.form('/tin-nhan').fields.get('words')?.trim()).toBe(typed.trim());
  });

  test('of 4,000 characters is sent whole', async () => {
    await mother.fill({ words: `${'á'.repeat(3999)}ố` }, '/tin-nhan');
    expect(mother.status).toBe(200);
    expect(mother.words).toContain('Đã gửi.');
    expect(mother.words).toContain(`${'á'.repeat(3999)}ố`);
  });
});

test('somebody else’s dossier and one that does not exist get the same answer', async () => {
  const stranger = await office().signedIn('cong-dan-2');
  const answers = [];
  for (const address of [code, 'H13.32.1-20260714-9999999']) {
    await stranger.open(`/ho-so/${address}`);
    answers.push([stranger.status, stranger.words.replaceAll(address, '…')]);
  }
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]![0]).toBe(404);
  expect(stranger.words).toContain('Không tìm thấy hồ sơ này trong tài khoản của bạn.');
});

test('a paper that failed says so, and that the technical staff know; people press nothing', async () => {
  await office().services.database.transaction(async (tx) => {
    const { id } = (await findByCode(tx, code))!;
    const paper = newId();
    const content = { title: 'Phiếu thử', data: sampleData.MAU_02 };
    const sealed = await sealedIssued.seal(tx, id, paper, content);
    await sql`insert into document.issued (id, owner, kind, issuer, sealed, code, state, fault, requested_at, requested_by)
      values (${paper}, ${id}, 'MAU_02', 'UBND', ${sealed}, 'TEST-TEST-TEST', 'failed', 'x', now(), ${id})`.execute(
      tx,
    );
  });
  await mother.open(`/ho-so/${code}`);
  expect(mother.words).toContain('Không lập được, đã báo bộ phận kỹ thuật');
  expect(mother.offers('/lap-lai')).toBe(false);
});

test('an official who receives dossiers has it printed again at the desk, others only see that it failed', async () => {
  const other = await atDesk(office(), 'thu-ly-1', code);
  expect(other.words).toContain('Không lập được, đã báo bộ phận kỹ thuật');
  expect(other.offers('/lap-lai')).toBe(false);
  const clerk = await atDesk(office(), 'mot-cua-1', code);
  await clerk.fill({}, '/lap-lai');
  expect([clerk.path, clerk.status]).toEqual([`/can-bo/ho-so/${code}`, 200]);
  expect(clerk.words).toContain('Đang lập lại giấy tờ.');
  expect(clerk.words).not.toContain('Không lập được');
  await office().settle();
  await mother.open(`/ho-so/${code}`);
  expect(mother.words).toContain('Phiếu thử (PDF');
  expect(mother.words).not.toContain('Không lập được');
});

test('what was paid stays on the page, with its receipt as a PDF', async () => {
  await office().services.database.transaction(async (tx) => {
    const dossier = (await findByCode(tx, code))!;
    const clerk = systemActor(office().clock.now());
    const demand = await demandFees(tx, clerk, {
      dossierId: dossier.id,
      payerPersonId: dossier.submitterPersonId,
      unitId: dossier.unitId,
      lines: [{ key: 'x', label: text('Lệ phí hộ tịch', 'Fee'), amount: 8_000, quantity: 1 }],
    });
    if (demand === null || isRefusal(demand)) throw new Error('nothing is owed');
    await recordPayment(tx, clerk, { demandId: demand.id, method: 'transfer', amount: 8_000 });
  });
  await office().settle();
  await mother.open(`/ho-so/${code}`);
  expect(mother.words.replace(/\s/g, ' ')).toContain('Đã nộp 8.000 đ');
  const words = await letter(mother, 'Biên lai thu phí, lệ phí');
  if (canReadPdf)
    for (const said of ['01BLP2-001', 'tám nghìn đồng']) expect(words).toContain(said);
});
