import { grantPost, isRole, listUnits, postsOf, roles } from '#/modules/agency/index.ts';
import {
  closeAccount,
  createAccount,
  listOfficials,
  parsePassword,
  removeByOperator,
} from '#/modules/identity/index.ts';
import { tell } from '#/modules/notify/index.ts';
import { hashPassword } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { dayOf, formatDay } from '#/values/day.ts';
import { parsePersonName } from '#/values/person-name.ts';
import { isRead } from '#/values/reading.ts';
import { say } from '#/values/text.ts';
import { listOption, textOption, UsageFault, type Command, type Typed } from '../command.ts';
import { newPassword, passwordFromInput } from '../password.ts';
import { refusalLine } from '../refusal-line.ts';
import { atWork } from '../workplace.ts';

const add: Command = {
  name: 'user add',
  summary: 'Tạo tài khoản cán bộ; người quản trị đầu tiên có vai trò QUAN_TRI',
  usage:
    'TÊN --unit ĐƠN_VỊ --role VAI_TRÒ [--role …] [--full-name "HỌ TÊN"] [--title "CHỨC VỤ"] [--password-stdin]',
  options: {
    unit: { type: 'string' },
    role: { type: 'string', multiple: true },
    'full-name': { type: 'string' },
    title: { type: 'string' },
    'password-stdin': { type: 'boolean' },
  },
  details: [
    ['TÊN', 'tên đăng nhập: chữ thường không dấu, số, dấu chấm, gạch nối'],
    ['--unit', 'khóa của đơn vị, xem: npx cqs unit list'],
    ['--role', `một hay nhiều vai trò: ${Object.keys(roles).join(', ')}`],
    ['--full-name', 'họ tên in trên giấy tờ (mặc định là tên đăng nhập)'],
    ['--title', 'chức vụ in trên giấy tờ (mặc định là tên vai trò)'],
    [
      '--password-stdin',
      'đọc mật khẩu từ đầu vào; nếu không, mật khẩu được tạo và chỉ hiện một lần',
    ],
  ],
  words: [1, 1],
  async run(typed, tell) {
    const wanted = readWanted(typed);
    const password = await passwordFor(typed, wanted);
    const passwordHash = await hashPassword(password);
    return atWork(tell, async ({ services: { database, clock }, application }) => {
      const outcome = await database.transaction((tx) =>
        addUser(tx, wanted, passwordHash, clock.now()),
      );
      if (isRefusal(outcome)) {
        tell(refusalLine(outcome, application()));
        return false;
      }
      tell(
        `Đã tạo tài khoản ${wanted.name}: ${wanted.roles.map((role) => say('vi', roles[role])).join(', ')}.`,
      );
      if (!typed.options['password-stdin']) tell(`Mật khẩu, chỉ hiện một lần: ${password}`);
      return true;
    });
  },
};

interface Wanted {
  readonly name: string;
  readonly fullName: string;
  readonly unitKey: string;
  readonly roles: readonly (keyof typeof roles)[];
  readonly title: string | undefined;
}

function readWanted(typed: Typed): Wanted {
  const name = (typed.words[0] ?? '').toLowerCase();
  if (!/^[a-z][a-z0-9.-]{2,39}$/.test(name)) {
    throw new UsageFault(
      'Tên đăng nhập có từ 3 đến 40 chữ thường không dấu, số, dấu chấm hoặc gạch nối, bắt đầu bằng chữ.',
    );
  }
  const unitKey = textOption(typed, 'unit');
  if (unitKey === undefined)
    throw new UsageFault('Thiếu --unit. Xem các đơn vị: npx cqs unit list');
  const asked = listOption(typed, 'role');
  if (asked.length === 0) throw new UsageFault('Thiếu --role, ví dụ --role QUAN_TRI.');
  const unknown = asked.find((role) => !isRole(role));
  if (unknown !== undefined)
    throw new UsageFault(`Không có vai trò ${unknown}. Có: ${Object.keys(roles).join(', ')}.`);
  const fullName = parsePersonName(textOption(typed, 'full-name') ?? 'Quản Trị Viên');
  if (!isRead(fullName)) throw new UsageFault(`--full-name: ${say('vi', fullName.wrong)}.`);
  return {
    name,
    unitKey,
    roles: asked.filter(isRole),
    fullName: fullName.value,
    title: textOption(typed, 'title'),
  };
}

async function passwordFor({ options }: Typed, { name, fullName }: Wanted): Promise<string> {
  if (!options['password-stdin']) return newPassword();
  const reading = parsePassword(await passwordFromInput(), [name, fullName]);
  if (!isRead(reading)) throw new UsageFault(`${say('vi', reading.wrong)}.`);
  return reading.value;
}

async function addUser(
  tx: Tx,
  wanted: Wanted,
  passwordHash: string,
  at: Date,
): Promise<Refusal | undefined> {
  const { name, fullName, unitKey, title } = wanted;
  const account = await createAccount(tx, {
    name,
    kind: 'official',
    person: { fullName },
    passwordHash,
    at,
  });
  if (isRefusal(account)) return account;
  for (const role of wanted.roles) {
    const post = {
      personId: account.personId,
      unitKey,
      role,
      title: title ?? say('vi', roles[role]),
      from: dayOf(at),
      at,
    };
    const granted = await grantPost(tx, post);
    if (isRefusal(granted)) return granted;
  }
  return undefined;
}

const list: Command = {
  name: 'user list',
  summary: 'Liệt kê tài khoản cán bộ với đơn vị và vai trò',
  usage: '',
  run: (_typed, tell) =>
    atWork(tell, async ({ services: { database, clock } }) => {
      await database.transaction(async (tx) => {
        const keys = new Map((await listUnits(tx)).map(({ id, key }) => [id, key]));
        const officials = await listOfficials(tx);
        if (officials.length === 0)
          tell('Chưa có tài khoản cán bộ nào. Tạo: npx cqs user add --help');
        for (const { name, fullName, personId, closedAt, isDemo } of officials) {
          const posts = await postsOf(tx, personId, clock.now());
          const held = posts.map(({ unitId, role }) => `${role} tại ${keys.get(unitId) ?? unitId}`);
          const state = closedAt
            ? ` [đóng từ ${formatDay(dayOf(closedAt))}]`
            : isDemo
              ? ' [dùng thử]'
              : '';
          tell(`${name}  ${fullName}${state}  ${held.join('; ')}`);
        }
      });
      return true;
    }),
};

const close: Command = {
  name: 'user close',
  summary:
    'Đóng tài khoản: các phiên đang mở kết thúc, không đăng nhập lại được; việc đã làm vẫn còn',
  usage: 'TÊN',
  words: [1, 1],
  run: ({ words: [name = ''] }, tell) =>
    atWork(tell, async ({ services: { database, clock }, application }) => {
      const closed = await database.transaction((tx) => closeAccount(tx, name, clock.now()));
      tell(
        isRefusal(closed)
          ? refusalLine(closed, application())
          : `Đã đóng tài khoản ${name.toLowerCase()}.`,
      );
      return !isRefusal(closed);
    }),
};

const resetFactor: Command = {
  name: 'user reset-factor',
  summary:
    'Gỡ bước xác thực thứ hai của người mất điện thoại mà không còn người quản trị nào gỡ được',
  usage: 'TÊN',
  words: [1, 1],
  run: ({ words: [name = ''] }, print) =>
    atWork(print, async ({ services: { database, clock }, application }) => {
      const removed = await database.transaction((tx) =>
        removeByOperator(tx, tell, name.toLowerCase(), clock.now()),
      );
      print(
        isRefusal(removed)
          ? refusalLine(removed, application())
          : `Đã gỡ bước xác thực của ${name.toLowerCase()}; cán bộ thiết lập lại ở lần đăng nhập sau.`,
      );
      return !isRefusal(removed);
    }),
};

export const userCommands: readonly Command[] = [add, list, close, resetFactor];
