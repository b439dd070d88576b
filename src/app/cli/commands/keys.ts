import { erasePerson, keySubjectsOf } from '#/modules/dossier/index.ts';
import { findPersonByPersonalId } from '#/modules/identity/index.ts';
import { isRefusal, refuse } from '#/platform/refusal.ts';
import { sealFilesUnderNewKeys } from '#/platform/sealed-files/index.ts';
import { retireKeys, rotateKek, sealUnderNewKeys } from '#/platform/vault/index.ts';
import { textOption, UsageFault, type Command } from '../command.ts';
import { refusalLine } from '../refusal-line.ts';
import { atWork } from '../workplace.ts';

const rotateCommand: Command = {
  name: 'keys rotate',
  summary:
    'Đổi khóa bảo vệ dữ liệu cá nhân; không phải dừng hệ thống, dữ liệu không phải mã hóa lại',
  usage: '',
  run: (_typed, tell) =>
    atWork(tell, async ({ services }) => {
      const { kek, rewrapped, forgotten } = await rotateKek(services.database);
      tell(`Khóa mới: ${kek}. Đã bọc lại ${rewrapped.toLocaleString('vi')} khóa dữ liệu.`);
      if (forgotten.length > 0) tell(`Đã hủy khóa cũ không còn dùng: ${forgotten.join(', ')}.`);
      tell('Hãy sao lưu tệp khóa ngay: mất tệp là mất dữ liệu (docs/how-to/back-up-the-keys.md).');
      return true;
    }),
};

const renewCommand: Command = {
  name: 'keys renew',
  summary: 'Thay khóa dữ liệu của một người và mã hóa lại dữ liệu về người đó',
  usage: 'SỐ_ĐỊNH_DANH',
  words: [1, 1],
  run: (typed, tell) =>
    atWork(tell, async ({ services: { database }, application }) => {
      const renewed = await database.transaction(async (tx) => {
        const person = await findPersonByPersonalId(tx, typed.words[0]!);
        if (!person) return refuse('dossier.nobody');
        return { keys: await retireKeys(tx, await keySubjectsOf(tx, person.id)) };
      });
      if (isRefusal(renewed)) {
        tell(refusalLine(renewed, application()));
        return false;
      }
      const rows = await sealUnderNewKeys((work) => database.transaction(work));
      const files = await sealFilesUnderNewKeys(database);
      tell(
        `Đã thay ${renewed.keys} khóa, mã hóa lại ${rows.toLocaleString('vi')} dòng dữ liệu và khóa của ${files.toLocaleString('vi')} tệp.`,
      );
      return true;
    }),
};

const destroyCommand: Command = {
  name: 'keys destroy',
  summary:
    'Hủy khóa của một người: không ai đọc lại được dữ liệu về người đó, kể cả trong bản sao lưu',
  usage: 'SỐ_ĐỊNH_DANH --by HỌ_TÊN --why CĂN_CỨ',
  options: { by: { type: 'string' }, why: { type: 'string' } },
  details: [
    ['SỐ_ĐỊNH_DANH', 'số định danh cá nhân của người đó'],
    ['--by HỌ_TÊN', 'người quyết định, được ghi lại'],
    ['--why CĂN_CỨ', 'căn cứ, được ghi lại'],
  ],
  words: [1, 1],
  run(typed, tell) {
    const [by, why] = [textOption(typed, 'by'), textOption(typed, 'why')];
    if (!by || !why)
      throw new UsageFault('Phải ghi --by và --why: ai quyết định, theo căn cứ nào.');
    return atWork(tell, async ({ services: { database, clock }, application }) => {
      const outcome = await database.transaction(async (tx) => {
        const person = await findPersonByPersonalId(tx, typed.words[0]!);
        return person
          ? erasePerson(tx, person.id, { by, why, at: clock.now() })
          : refuse('dossier.nobody');
      });
      if (isRefusal(outcome)) tell(refusalLine(outcome, application()));
      else tell(`Đã hủy ${outcome.keys} khóa. Không thể lấy lại.`);
      return !isRefusal(outcome);
    });
  },
};

export const keyCommands: readonly Command[] = [rotateCommand, renewCommand, destroyCommand];
