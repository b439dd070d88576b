import { beforeAll, describe, expect, test } from 'vitest';
import { story } from './answers/lien-thong-khai-sinh.ts';
import { apply } from './apply.ts';
import { letter } from './letter.ts';
import { demoOffice } from './office.ts';
import { atDesk, handle, isOffered, press } from './official.ts';
import { canReadPdf } from './pdf-words.ts';
import type { Person } from './person.ts';
import { typingOf } from './type-answers.ts';
import { openSteps } from './work-off.ts';

const office = demoOffice();
const slug = 'lien-thong-khai-sinh';
const reason = 'Chỗ ở chưa đủ diện tích tối thiểu theo Điều 20 Luật Cư trú.';
let mother: Person;
let code = '';

/** A joint dossier whose birth is registered: from here the police and the insurance work side by side. */
beforeAll(async () => {
  office().at(story.at!);
  mother = await office().signedIn(story.applicant);
  code = await apply(mother, slug, await typingOf(office(), slug, story));
  await handle(office(), 'mot-cua-1', code, 'tiep-nhan');
  await handle(office(), 'thu-ly-1', code, 'chuyen-buoc');
  await handle(office(), 'lanh-dao-1', code, 'ky-duyet');
  await handle(office(), 'van-thu-1', code, 'vao-so');
});

async function waiting(): Promise<string[]> {
  return (await openSteps(office(), code)).map(({ role, kind }) => `${role} ${kind}`);
}

describe('an agency that refuses its part of a joint dossier', () => {
  test('is offered it in its own step only', async () => {
    expect(await waiting()).toEqual(['CA_TIEP_NHAN leg', 'BHXH leg']);
    for (const account of ['cong-an-1', 'bhxh-1'])
      expect(isOffered(await atDesk(office(), account, code), 'tu-choi-lien-thong')).toBe(true);
    for (const account of ['mot-cua-1', 'lanh-dao-1']) {
      const other = await atDesk(office(), account, code);
      expect(isOffered(other, 'tu-choi-lien-thong')).toBe(false);
      await other.send(`/can-bo/ho-so/${code}/tu-choi-lien-thong`, { reason });
      expect(await waiting()).toHaveLength(2);
    }
  });

  test('has to say why', async () => {
    const police = await atDesk(office(), 'cong-an-1', code);
    await press(police, 'tu-choi-lien-thong', { reason: ' ' });
    expect(police.status).toBe(422);
    expect(police.html).toContain('href="#reason"');
  });

  test('ends its part with what hangs on it; the parts of the others go on', async () => {
    const police = await handle(office(), 'cong-an-1', code, 'tu-choi-lien-thong', { reason });
    expect(police.words).toContain('các phần khác vẫn tiếp tục');
    expect(police.words).toContain(`Từ chối phần liên thông: Đăng ký thường trú`);
    expect(await waiting(), 'no card without a residence').toEqual(['BHXH leg']);
  });

  test('tells the applicant which part and why, with a notice in its own name', async () => {
    await office().settle();
    await mother.open('/hop-thu');
    expect(mother.words).toContain(`Hồ sơ ${code}: một phần bị từ chối`);
    expect(mother.words).toContain(`Đăng ký thường trú: bị từ chối. Lý do: ${reason}`);
    await mother.open(`/ho-so/${code}`);
    expect(mother.words).toContain('Từ chối phần liên thông: Đăng ký thường trú');
    expect(mother.words).toContain(reason);
    const notice = await letter(mother, 'Phiếu từ chối tiếp nhận, giải quyết hồ sơ');
    if (canReadPdf)
      for (const said of ['Mẫu CT06', 'Công an phường', 'Đăng ký thường trú', reason])
        expect(notice.replace(/\s+/g, ' ').toLowerCase()).toContain(said.toLowerCase());
  });

  test('keeps nobody from getting the rest', async () => {
    await handle(office(), 'bhxh-1', code, 'hoan-thanh-lien-thong', { note: 'Đã cấp mã thẻ' });
    expect(await waiting()).toEqual(['TRA_KET_QUA deliver']);
    await handle(office(), 'mot-cua-1', code, 'tra-ket-qua', { by: 'ONLINE' });
    await mother.open(`/ho-so/${code}`);
    expect(mother.words).toContain('Đã trả kết quả');
    expect(mother.words).toContain('Hoàn thành phần liên thông: Cấp thẻ bảo hiểm y tế');
  });
});
