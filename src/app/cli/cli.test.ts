import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database/fixture.ts';
import { commands } from './commands/index.ts';
import { dispatch } from './dispatch.ts';

const database = testDatabase();
const dir = mkdtempSync(join(tmpdir(), 'cqs-cli-'));

beforeAll(() => {
  process.env['DATABASE_URL'] = database().url;
  process.env['CQS_DATA_DIR'] = dir;
  process.env['CQS_LOG_LEVEL'] = 'error';
});
afterAll(() => {
  for (const name of ['DATABASE_URL', 'CQS_DATA_DIR', 'CQS_LOG_LEVEL']) delete process.env[name];
  rmSync(dir, { recursive: true, force: true });
});

async function cqs(...args: string[]): Promise<{ code: number; told: string; complained: string }> {
  const told: string[] = [];
  const complained: string[] = [];
  const code = await dispatch(args, commands, {
    tell: (line) => told.push(line),
    complain: (line) => complained.push(line),
  });
  return { code, told: told.join('\n'), complained: complained.join('\n') };
}

const ward = {
  key: 'cai-khe',
  kind: 'people-committee',
  name: 'Ủy ban nhân dân phường Cái Khế',
  nameEn: "People's Committee of Cái Khế Ward",
  place: '31120',
  serves: ['31120'],
  code: 'H13.33',
  address: 'Đường Trần Phú',
  phone: '+842923000000',
  from: '2025-07-01',
};

describe('the operator’s command line', () => {
  test('explains itself', async () => {
    const help = await cqs('--help');
    expect(help.code).toBe(0);
    for (const { name } of commands) expect(help.told).toContain(name);
    for (const { name } of commands) {
      const one = await cqs(...name.split(' '), '--help');
      expect(one.code).toBe(0);
      expect(one.told).toMatch(new RegExp(`^npx cqs ${name}`));
    }
    expect((await cqs()).code).toBe(2);
  });

  test.each([
    [['frobnicate'], /Không có lệnh "frobnicate"/],
    [['procedure'], /Có: procedure check, procedure import, procedure export/],
    [['procedure', 'burn'], /Không có lệnh "procedure burn"/],
    [['procedure', 'check'], /Thiếu tham số/],
    [['procedure', 'export', 'a', 'b', 'c'], /Thừa tham số: c/],
    [['demo', 'load'], /Thiếu --dossiers/],
    [['demo', 'load', '--dossiers', 'many'], /số nguyên từ 1 đến 1\.000\.000, không phải "many"/],
    [['demo', 'load', '--dossiers', '0'], /số nguyên từ 1/],
    [['demo', 'load', '--dosiers', '5'], /Không có tùy chọn --dosiers/],
    [['user', 'add', 'Ả', '--unit', 'x', '--role', 'QUAN_TRI'], /Tên đăng nhập/],
    [['user', 'add', 'an.nguyen', '--role', 'QUAN_TRI'], /Thiếu --unit/],
    [['user', 'add', 'an.nguyen', '--unit', 'x', '--role', 'SEP'], /Không có vai trò SEP/],
    [['unit', 'import', '/nowhere.json'], /Không đọc được \/nowhere\.json/],
  ])('says what is wrong with %j, and how it is typed', async (args, words) => {
    const { code, complained } = await cqs(...args);
    expect(code).toBe(2);
    expect(complained).toMatch(words);
  });

  test('a new installation declares its units and makes its first administrator', async () => {
    expect((await cqs('migrate')).told).toBe('Cấu trúc dữ liệu đã đúng bản này.');
    expect((await cqs('unit', 'list')).told).toContain('Chưa khai báo đơn vị nào');
    const none = await cqs('user', 'add', 'an.nguyen', '--unit', 'cai-khe', '--role', 'QUAN_TRI');
    expect(none).toMatchObject({ code: 1, told: 'Không có đơn vị “cai-khe”' });

    const file = join(dir, 'units.json');
    writeFileSync(
      file,
      JSON.stringify([
        { ...ward, phone: '0292' },
        { ...ward, extra: 1 },
      ]),
    );
    expect((await cqs('unit', 'import', file)).complained).toContain(
      'đơn vị 1 mục phone, đơn vị 2 mục extra',
    );
    writeFileSync(file, JSON.stringify([ward]));
    expect((await cqs('unit', 'import', file)).told).toBe('Đã thêm 1 đơn vị, cập nhật 0 đơn vị.');
    expect((await cqs('unit', 'import', file)).told).toBe('Đã thêm 0 đơn vị, cập nhật 1 đơn vị.');
    expect((await cqs('unit', 'list')).told).toBe(
      'cai-khe  Ủy ban nhân dân phường Cái Khế (H13.33)',
    );

    const made = await cqs(
      'user',
      'add',
      'An.Nguyen',
      '--unit',
      'cai-khe',
      '--role',
      'QUAN_TRI',
      '--full-name',
      'Nguyễn Văn An',
    );
    expect(made.code).toBe(0);
    expect(made.told).toMatch(/Mật khẩu, chỉ hiện một lần: [a-z2-9]{4}(-[a-z2-9]{4}){3}/);
    const again = await cqs('user', 'add', 'an.nguyen', '--unit', 'cai-khe', '--role', 'QUAN_TRI');
    expect(again).toMatchObject({
      code: 1,
      told: expect.stringContaining('đã có người dùng') as string,
    });
    expect((await cqs('user', 'list')).told).toBe('an.nguyen  Nguyễn Văn An  QUAN_TRI tại cai-khe');

    const refused = await cqs('demo', 'load', '--dossiers', '5');
    expect(refused).toMatchObject({
      code: 1,
      told: expect.stringContaining('đang dùng thật') as string,
    });

    expect(await cqs('user', 'reset-factor', 'an.nguyen'), 'there is none yet').toMatchObject({
      code: 1,
      told: expect.stringContaining('không còn nữa') as string,
    });
    expect(await cqs('user', 'close', 'an.nguyen')).toMatchObject({
      code: 0,
      told: 'Đã đóng tài khoản an.nguyen.',
    });
    expect((await cqs('user', 'close', 'an.nguyen')).code).toBe(1);
    expect((await cqs('user', 'list')).told).toMatch(
      /^an\.nguyen {2}Nguyễn Văn An \[đóng từ \d\d\/\d\d\/\d{4}\]/,
    );
  });

  test('procedures are checked, published under the operator’s name, and written out again letter by letter', async () => {
    const folder = 'procedures/chung-thuc-ban-sao';
    expect(await cqs('procedure', 'check', folder)).toMatchObject({ code: 0 });
    expect((await cqs('procedure', 'check', '/nowhere')).code).toBe(1);
    expect((await cqs('procedure', 'import', folder)).told).toContain(
      'chung-thuc-ban-sao: phiên bản 1',
    );
    expect((await cqs('procedure', 'import', folder)).told).toContain('đã có từ trước');
    const copy = join(dir, 'copy');
    expect((await cqs('procedure', 'export', 'chung-thuc-ban-sao', copy)).code).toBe(0);
    expect(readdirSync(copy)).toHaveLength(6);
    expect((await cqs('procedure', 'export', 'khong-co', copy)).code).toBe(1);
  });
});
