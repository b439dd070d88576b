import { makePairs, readIdentity, verifyBackup } from '#/platform/backup/index.ts';
import { readConfig, type Config } from '#/platform/config/index.ts';
import { openKeys } from '#/platform/crypto/index.ts';
import { backUpFully, backUpLog, type Order } from '../../backup/back-up-here.ts';
import { drill } from '../../backup/drill.ts';
import { recorded } from '../../backup/record.ts';
import { numberOption, textOption, UsageFault, type Command, type Typed } from '../command.ts';
import { atWork } from '../workplace.ts';

const toOptions = {
  to: { type: 'string' },
  recipients: { type: 'string' },
  'keep-days': { type: 'string' },
} as const;
const toDetails = [
  ['--to THƯ_MỤC', 'nơi cất bản sao (mặc định CQS_BACKUP_DIR)'],
  ['--recipients THƯ_MỤC', 'khóa công khai (mặc định CQS_BACKUP_RECIPIENTS)'],
] as const;

const fullCommand: Command = {
  name: 'backup',
  summary: 'Sao lưu đầy đủ: dữ liệu, giấy tờ, khóa; hệ thống vẫn chạy',
  usage: '[--to THƯ_MỤC] [--recipients THƯ_MỤC] [--keep-days N]',
  options: toOptions,
  details: [...toDetails, ['--keep-days N', 'xóa bản đầy đủ cũ hơn N ngày (mặc định 35)']],
  run: (typed, tell) =>
    atWork(tell, async (workplace) => {
      const done = (await backUpFully(workplace, orderOf(typed, workplace.services.config)))!;
      const size = (done.bytes / 1e6).toFixed(1).replace('.', ',');
      tell(`Đã sao lưu ${done.manifest.id}: ${size} MB, xóa ${done.pruned} bản cũ.`);
      return true;
    }),
};

const logCommand: Command = {
  name: 'backup log',
  summary: 'Sao lưu những gì đã ghi kể từ lần trước, để khôi phục được tới lúc này',
  usage: '[--to THƯ_MỤC] [--recipients THƯ_MỤC]',
  options: { to: toOptions.to, recipients: toOptions.recipients },
  details: toDetails,
  run: (typed, tell) =>
    atWork(tell, async (workplace) => {
      const done = await backUpLog(workplace, orderOf(typed, workplace.services.config));
      tell(
        done
          ? `Đã chép ${done.segments} đoạn nhật ký; khôi phục được tới ${done.goodAt.toISOString()}.`
          : 'Một tiến trình khác đang chép nhật ký.',
      );
      return done !== undefined;
    }),
};

const keygenCommand: Command = {
  name: 'backup keygen',
  summary: 'Tạo hai cặp khóa niêm phong bản sao: một cho dữ liệu, một cho tệp khóa',
  usage: '--out THƯ_MỤC',
  options: { out: { type: 'string' } },
  details: [
    ['--out THƯ_MỤC', 'nơi ghi; sau đó mang hai tệp .private đi nơi khác, mỗi tệp một người giữ'],
  ],
  run(typed, tell) {
    const out = textOption(typed, 'out');
    if (out === undefined) throw new UsageFault('Thiếu --out.');
    for (const file of makePairs(out)) tell(file);
    tell(
      'Hãy mang hai tệp .private khỏi máy này: mất chúng là không khôi phục được, lộ là lộ dữ liệu.',
    );
    return Promise.resolve(true);
  },
};

const verifyCommand: Command = {
  name: 'backup verify',
  summary: 'Đọc lại toàn bộ bản sao và so với lúc ghi; mã thoát 1 khi có chỗ hỏng',
  usage: '[--from THƯ_MỤC] [--identity THƯ_MỤC] [--restore]',
  options: { from: { type: 'string' }, identity: { type: 'string' }, restore: { type: 'boolean' } },
  details: [
    ['--from THƯ_MỤC', 'nơi cất bản sao (mặc định CQS_BACKUP_DIR)'],
    ['--identity THƯ_MỤC', 'khóa riêng: mở thử từng tệp'],
    ['--restore', 'khôi phục thử vào một cơ sở dữ liệu tạm rồi xóa; cần --identity'],
  ],
  async run(typed, tell) {
    const config = readConfig();
    const dir = textOption(typed, 'from') ?? config.backup?.dir;
    if (dir === undefined) throw new UsageFault('Thiếu --from.');
    const folder = textOption(typed, 'identity');
    const identity = folder === undefined ? undefined : readIdentity(folder);
    if (typed.options['restore'] === true && !identity)
      throw new UsageFault('--restore cần --identity.');
    const { backups, objects, segments, faults } = await verifyBackup(
      dir,
      openKeys(config.secretFile, false),
      identity,
    );
    tell(`${backups.length} bản đầy đủ, ${segments} đoạn nhật ký, ${objects} giấy tờ.`);
    for (const fault of faults) tell(fault);
    if (faults.length > 0) return false;
    tell(identity ? 'Còn nguyên, mở được hết.' : 'Còn nguyên; chưa mở thử (thiếu --identity).');
    if (!identity || typed.options['restore'] !== true) return true;
    return atWork(tell, async ({ services }) => {
      const done = await recorded(services.database, 'drill', async () => {
        const shown = await drill(config, { dir, identity }, tell);
        return { ...shown, goodAt: new Date() };
      });
      tell(
        `Khôi phục thử bản ${done!.id}: ${done!.tables} bảng, ${done!.objects} giấy tờ, thiếu ${done!.missing}.`,
      );
      tell(`Dấu vân tay: ${done!.fingerprint}`);
      return done!.missing === 0;
    });
  },
};

function orderOf(typed: Typed, { backup }: Config): Order {
  const dir = textOption(typed, 'to') ?? backup?.dir;
  const recipients = textOption(typed, 'recipients') ?? backup?.recipients;
  if (dir === undefined) throw new UsageFault('Thiếu --to.');
  if (recipients === undefined) throw new UsageFault('Thiếu --recipients.');
  const standard = backup?.keepDays ?? 35;
  return {
    dir,
    recipients,
    keepDays: numberOption(typed, 'keep-days', { from: 1, to: 3650, standard }),
  };
}

export const backupCommands: readonly Command[] = [
  fullCommand,
  logCommand,
  keygenCommand,
  verifyCommand,
];
