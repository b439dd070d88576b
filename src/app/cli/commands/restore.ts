import { readIdentity } from '#/platform/backup/index.ts';
import { readConfig } from '#/platform/config/index.ts';
import { restoreHere, restoreInto } from '../../backup/restore-here.ts';
import { textOption, UsageFault, type Command } from '../command.ts';

export const restoreCommand: Command = {
  name: 'restore',
  summary:
    'Khôi phục từ bản sao vào thư mục dữ liệu còn trống, tới lúc cuối cùng hay tới một lúc đã chọn',
  usage: '--from THƯ_MỤC --identity THƯ_MỤC [--until LÚC] [--into THƯ_MỤC]',
  options: {
    from: { type: 'string' },
    identity: { type: 'string' },
    until: { type: 'string' },
    into: { type: 'string' },
  },
  details: [
    ['--from THƯ_MỤC', 'nơi cất bản sao'],
    ['--identity THƯ_MỤC', 'khóa riêng: data.private và keys.private'],
    ['--until LÚC', 'ví dụ 2026-11-24T09:30:00+07:00 (mặc định: muộn nhất có thể)'],
    ['--into THƯ_MỤC', 'cho PostgreSQL riêng: chỉ bày sẵn thư mục dữ liệu, không khởi động'],
  ],
  async run(typed, tell) {
    const [dir, folder] = [textOption(typed, 'from'), textOption(typed, 'identity')];
    if (dir === undefined || folder === undefined)
      throw new UsageFault('Phải có --from và --identity.');
    const wanted = {
      dir,
      identity: readIdentity(folder),
      until: readUntil(textOption(typed, 'until')),
    };
    const into = textOption(typed, 'into');
    if (into !== undefined) {
      const { chosen, objects } = await restoreInto(into, wanted);
      tell(`Đã bày bản ${chosen.manifest.id} và ${objects} giấy tờ vào ${into}.`);
      tell(
        `Khởi động PostgreSQL ${chosen.manifest.server} trên ${into}/postgres; xem docs/how-to/back-up-and-restore.md.`,
      );
      return true;
    }
    const config = readConfig();
    if (config.databaseUrl !== null)
      throw new UsageFault('Đang đặt DATABASE_URL: với PostgreSQL riêng hãy dùng --into.');
    const { chosen, objects, destroyed } = await restoreHere(config, wanted, tell);
    tell(
      `Đã khôi phục bản ${chosen.manifest.id}: ${objects} giấy tờ; hủy lại ${destroyed} khóa đã hủy trước đó.`,
    );
    return true;
  },
};

function readUntil(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const isWhole = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text);
  const until = new Date(text);
  if (isWhole && !Number.isNaN(until.getTime())) return until;
  throw new UsageFault(`--until phải như 2026-11-24T09:30:00+07:00, không phải "${text}".`);
}
