import type { Report } from '../channels/channel.ts';
import { insertCallback } from '../store/callbacks.ts';
import { updateReported } from '../store/outcomes.ts';
import type { Office } from './office.ts';

/** Writes down what a provider told later; what it tells again, or of messages that are not ours, changes nothing. */
export async function takeReport(office: Pick<Office, 'services'>, report: Report): Promise<void> {
  const { database, clock } = office.services;
  const at = clock.now();
  await database.transaction(async (tx) => {
    const message = await updateReported(tx, report, at);
    if (message?.serviceId == null) return;
    const status = report.state === 'delivered' ? 'delivered' : 'permanent-failure';
    await insertCallback(tx, { messageId: message.id, serviceId: message.serviceId, status, at });
  });
}
