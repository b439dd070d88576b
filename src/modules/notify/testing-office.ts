import { createAccount } from '#/modules/identity/index.ts';
import { stillClock, type StillClock } from '#/platform/clock.ts';
import { readConfig } from '#/platform/config/index.ts';
import { keysFrom } from '#/platform/crypto/index.ts';
import type { Database } from '#/platform/db/index.ts';
import { openLog } from '#/platform/log.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { newId } from '#/values/id.ts';
import { text } from '#/values/text.ts';
import type { Channel, Channels, Outcome, Parcel } from './channels/channel.ts';
import type { Office } from './deliver/office.ts';
import { seedNotify } from './seed.ts';
import { tell } from './tell.ts';
import type { ChannelName } from './write/template.ts';

/** An office of a test, on its database and clock. */
export interface TestOffice extends Office {
  readonly clock: StillClock;
}

export async function testOffice(
  database: Database,
  channels: Channels,
  at: Date,
): Promise<TestOffice> {
  const clock = stillClock(at);
  await database.transaction((tx) => seedNotify(tx, at));
  const services = {
    database,
    clock,
    log: openLog('silent'),
    config: readConfig({ CQS_PUBLIC_URL: 'https://dvc.example.vn' }),
    keys: keysFrom(Buffer.alloc(32, 1)),
  };
  return { services, channels, agency: text('Phường Ninh Kiều', 'Ninh Kiều Ward'), clock };
}

/** A channel that answers as it is told and remembers what it got. */
export function scriptedChannel(
  name: ChannelName,
  answer: (parcel: Parcel, n: number) => Outcome,
): Channel & { readonly got: Parcel[] } {
  const got: Parcel[] = [];
  return {
    name,
    got,
    send: async (parcel) => {
      got.push(parcel);
      return answer(parcel, got.length);
    },
    close: async () => undefined,
  };
}

export const channelsOf = (...list: readonly Channel[]): Channels =>
  new Map(list.map((one) => [one.name, one]));

/** Somebody with a mail address and a mobile phone. */
export async function someone(
  database: Database,
  at: Date,
  contact: { email?: string | null; phone?: string | null } = {},
): Promise<string> {
  const created = await database.transaction((tx) =>
    createAccount(tx, {
      name: newId(),
      kind: 'citizen',
      person: {
        fullName: 'Nguyễn Thị Bình',
        email: contact.email === undefined ? 'binh@example.vn' : contact.email,
        phone: contact.phone === undefined ? '+84912345678' : contact.phone,
      },
      at,
    }),
  );
  if (isRefusal(created)) throw new Error(created.refused);
  return created.personId;
}

/** Tells somebody that their application was accepted. */
export async function tellAccepted(
  database: Database,
  personId: string,
  at: Date,
  event = 'dossier.accepted',
): Promise<void> {
  await database.transaction((tx) =>
    tell(tx, {
      personId,
      event,
      title: text('Hồ sơ đã được tiếp nhận', 'Your application was accepted'),
      body: text('Hẹn trả 20/07/2026', 'Due 20/07/2026'),
      link: '/ho-so/H13.32-20260715-0000001',
      key: newId(),
      at,
    }),
  );
}
