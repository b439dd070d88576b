import type { Job } from '#/platform/jobs/index.ts';
import type { RunningServices } from '../services.ts';
import { backUpFully, backUpLog } from './back-up-here.ts';

/** Backs up by itself when a folder for that is set: everything each night, and what was committed every five minutes. */
export function backupJobs(running: RunningServices): Job[] {
  const order = running.services.config.backup;
  if (order === null) return [];
  return [
    {
      name: 'backup.full',
      schedule: '0 2 * * *',
      minutes: 360,
      retries: 2,
      run: async () => void (await backUpFully(running, order)),
    },
    {
      name: 'backup.log',
      schedule: '*/5 * * * *',
      minutes: 60,
      retries: 0,
      run: async () => void (await backUpLog(running, order)),
    },
  ];
}
