import { beforeAll, describe, expect, test } from 'vitest';
import { birth } from './answers/dang-ky-khai-sinh.ts';
import { apply } from './apply.ts';
import { demoOffice } from './office.ts';
import { handle } from './official.ts';

const office = demoOffice();

let code = '';
let legacyCode = '';
let secret = '';
beforeAll(async () => {
  const mother = await office().signedIn('cong-dan-1');
  code = await apply(mother, 'dang-ky-khai-sinh', {
    ...birth,
    giay_chung_sinh: 'Cơ sở y tế đã gửi dữ liệu điện tử',
  });
  secret = /Mã tra cứu ([2-9A-Z]{8})/.exec(mother.words)![1]!;
  legacyCode = /Mã hồ sơ kiểu cũ (\S+)/.exec(mother.words)![1]!;
  await handle(office(), 'mot-cua-1', code, 'tiep-nhan');
});

/** A visitor who is not signed in asks for a dossier. */
async function track(typed: { code: string; secret: string }) {
  const visitor = await office().person().open('/tra-cuu');
  return visitor.fill(typed);
}

describe('whoever has both codes of a receipt', () => {
  test('sees where the dossier stands and when the result is due', async () => {
    const visitor = await track({ code, secret });
    expect(visitor.status).toBe(200);
    for (const words of [
      'Đang thẩm tra',
      'Đăng ký khai sinh',
      '17 giờ 00, 14/07/2026',
      'Trung tâm Phục vụ hành chính công',
    ]) {
      expect(visitor.words).toContain(words);
    }
  });

  test('sees no name, number, date of birth or address of anybody', async () => {
    const visitor = await track({ code, secret });
    for (const personal of [
      'Nguyễn',
      'Minh Anh',
      'Khải',
      '000192000001',
      '1992',
      '25/06/2026',
      'Hai Bà Trưng',
      secret,
    ]) {
      expect(visitor.html, personal).not.toContain(personal);
    }
    expect(visitor.html).not.toContain('/ho-so/');
    expect(visitor.html).not.toContain('/van-ban/');
  });

  test('may type the code in its older form, and the other one in small letters with spaces', async () => {
    expect((await track({ code: legacyCode.toLowerCase(), secret })).words).toContain(
      'Đang thẩm tra',
    );
    const spoken = `${secret.slice(0, 4)} ${secret.slice(4)}`.toLowerCase();
    expect((await track({ code: ` ${code} `, secret: spoken })).words).toContain('Đang thẩm tra');
  });
});

test('with one code only, nobody learns whether such a dossier exists', async () => {
  const wrong = await track({ code, secret: '22222222' });
  const unknown = await track({ code: 'H13.32.1-20260714-9999999', secret });
  expect(wrong.status).toBe(422);
  expect(unknown.status).toBe(422);
  expect(wrong.words.replace(code, '')).toBe(
    unknown.words.replace('H13.32.1-20260714-9999999', ''),
  );
  const empty = await track({ code: '', secret: '' });
  expect(empty.status).toBe(422);
});

test('whoever guesses is slowed down, and the owner is not shut out for long', async () => {
  for (let guess = 0; guess < 30; guess++)
    await track({ code, secret: `2222222${guess % 9}`.slice(0, 8) });
  expect((await track({ code, secret })).words, 'even the right code waits now').not.toContain(
    'Đang thẩm tra',
  );
  office().at('2026-07-14T05:00:00Z');
  expect((await track({ code, secret })).words).toContain('Đang thẩm tra');
});
