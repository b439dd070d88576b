import type { Job } from '#/platform/jobs/index.ts';
import { callBackDue } from './deliver/call-back.ts';
import type { Office } from './deliver/office.ts';
import { deliverDue } from './deliver/work-off.ts';

/** Does what the continuous work would do, should that have died. */
export function notifyJobs(office: Office): Job[] {
  return [
    {
      name: 'notify.work-off',
      schedule: '*/5 * * * *',
      async run() {
        await deliverDue(office);
        await callBackDue(office);
      },
    },
  ];
}
