import { listOfficials } from '#/modules/identity/index.ts';
import type { Database } from '#/platform/db/index.ts';
import { loadDossiers } from '../../demo/bulk/load.ts';
import { numberOption, type Command } from '../command.ts';
import { atWork } from '../workplace.ts';

export const demoLoadCommand: Command = {
  name: 'demo load',
  summary: 'Nạp nhiều hồ sơ mẫu của mười hai tháng qua vào bản chạy thử',
  usage: '--dossiers N [--seed K]',
  options: { dossiers: { type: 'string' }, seed: { type: 'string' } },
  details: [
    ['--dossiers N', 'số hồ sơ, từ 1 đến 1.000.000'],
    ['--seed K', 'số gieo: cùng số gieo thì cùng hồ sơ (mặc định 1)'],
  ],
  async run(typed, tell) {
    const dossiers = numberOption(typed, 'dossiers', { from: 1, to: 1_000_000 });
    const seed = numberOption(typed, 'seed', { from: 0, to: 1_000_000, standard: 1 });
    const began = performance.now();
    return atWork(
      tell,
      async ({ services, application }) => {
        if (await isRealInstallation(services.database)) {
          tell('Cơ sở dữ liệu này đang dùng thật: không nạp hồ sơ mẫu vào đây.');
          return false;
        }
        await application().seed();
        await loadDossiers(services, { dossiers, seed }, tell);
        const seconds = ((performance.now() - began) / 1000).toFixed(1).replace('.', ',');
        tell(`Đã nạp ${dossiers.toLocaleString('vi')} hồ sơ trong ${seconds} giây.`);
        return true;
      },
      { isDemo: true },
    );
  },
};

/** Where officials have accounts that are no demo accounts, people rely on what stands there. */
async function isRealInstallation(database: Database): Promise<boolean> {
  const officials = await database.transaction((tx) => listOfficials(tx));
  return officials.some(({ isDemo }) => !isDemo);
}
