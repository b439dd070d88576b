import type { Office } from './deliver/office.ts';
import { insertReceived } from './store/notifications.ts';
import { listServices } from './store/services.ts';
import type { ReceivedText } from './store/sealed.ts';

/** Keeps a text message for the service whose number it came to; one that is nobody's is not kept. */
export async function receiveText(
  { services: { database, clock } }: Pick<Office, 'services'>,
  text: ReceivedText,
): Promise<void> {
  await database.transaction(async (tx) => {
    const service = (await listServices(tx)).find(
      ({ inboundNumber, endedAt }) => endedAt === null && inboundNumber === text.to,
    );
    if (service) await insertReceived(tx, service.id, text, clock.now());
  });
}
