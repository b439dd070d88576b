import type { Job } from '#/platform/jobs/index.ts';
import type { Services } from '#/platform/module.ts';
import { backUpFully, backUpLog } from './back-up-here.ts';

/** Backs up by itself when a folder for that is set: everything each night, and what was committed every five minutes. */
export function backupJobs(services: Services, databaseUrl: string): Job[] {
  const order = services.config.backup;
  if (order === null) return [];
  return [
    {
      name: 'backup-full',
      schedule: '0 2 * * *',
      minutes: 360,
      retries: 2,
      run: async () => void (await backUpFully(services, databaseUrl, order)),
    },
    {
      name: 'backup-log',
      schedule: '*/5 * * * *',
      minutes: 60,
      retries: 0,
      run: async () => void (await backUpLog(services, databaseUrl, order)),
    },
  ];
}
