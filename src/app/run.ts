import { sealPlainFiles } from '#/modules/document/index.ts';
import { systemClock } from '#/platform/clock.ts';
import type { Config } from '#/platform/config/index.ts';
import { sealPlain } from '#/platform/vault/index.ts';
import { announce } from './announce.ts';
import { compose, type Application } from './application.ts';
import { backupJobs } from './backup/jobs.ts';
import { bringForward, warnOfExcess } from './bring-forward.ts';
import { fillOffice } from './demo/fill-office.ts';
import { refuseUnusableDisk } from './disk.ts';
import { ensureIslands } from './islands.ts';
import { lifetime, type OnClose } from './lifetime.ts';
import { openMetrics, serveMetrics } from './metrics.ts';
import { refusePortInUse } from './port.ts';
import { measureRequests } from './request-meter.ts';
import { openServer } from './server-of.ts';
import { openServices, type RunningServices } from './services.ts';

export type Role = 'all' | 'web' | 'worker' | 'migrate';

/** Tells the operator in one line what is going on. */
export type Tell = (line: string) => void;

/** Runs a process in a role until it is told to stop. */
export async function run(config: Config, role: Role, tell: Tell = console.log): Promise<void> {
  const life = lifetime(tell);
  await life.begin((onClose) => open(config, role, tell, onClose));
  if (role === 'migrate') await life.end();
}

async function open(config: Config, role: Role, tell: Tell, onClose: OnClose): Promise<void> {
  const isWeb = role === 'all' || role === 'web';
  refuseUnusableDisk(config);
  if (isWeb) await refusePortInUse(config);
  const server = await openServer(config, tell);
  onClose(() => server.stop());
  const isChanged = await bringForward(server, tell);
  if (role === 'migrate') return;
  await warnOfExcess(server, tell);
  const running = openServices(config, server.programUrl, systemClock, server.url);
  onClose(() => running.close());
  const sealed = await sealPlain((work) => running.services.database.transaction(work));
  running.services.vault.refusePlain();
  if (sealed > 0) tell(`Đã mã hóa ${sealed} dòng dữ liệu cá nhân có từ trước.`);
  const sealedFiles = await sealPlainFiles(running.services);
  if (sealedFiles > 0) tell(`Đã mã hóa ${sealedFiles} tệp có từ trước.`);
  if (isWeb) await ensureIslands(tell);
  const own = backupJobs(running);
  const application = compose(running.services, running.queue, own);
  if (isChanged) tell('Đang nạp địa bàn, lịch làm việc, thủ tục…');
  await application.seed();
  if (config.isDemo) await fillOffice(running.services, tell);
  const metrics = openMetrics(running.services.database);
  const served = await serveMetrics(config, metrics);
  if (served) onClose(() => served.close());
  if (role !== 'web') await beginWork(running, application, onClose);
  if (isWeb) {
    const web = await application.web();
    onClose(() => web.close());
    measureRequests(web, metrics.registry);
    await web.listen({ port: config.port, host: config.host });
  }
  announce(config, role, tell);
}

/** Begins to work jobs off, and whatever modules do without end. */
async function beginWork(
  { queue }: RunningServices,
  { mounts }: Application,
  onClose: OnClose,
): Promise<void> {
  await queue.work();
  for (const work of mounts.map((mount) => mount.work?.())) if (work) onClose(() => work.stop());
}
