import type { MessagingSettings } from '#/platform/config/index.ts';
import type { ChannelName } from '../write/template.ts';
import type { Channel, Channels } from './channel.ts';
import { catcher } from './catcher.ts';
import { pushChannel } from './push.ts';
import { smsHttpChannel } from './sms-http.ts';
import { smppChannel, type SmppListener } from './smpp.ts';
import { zaloChannel, type TokenKeeper } from './zalo.ts';
import type { ReturnPath } from './mail.ts';

/** What channels need of the house. */
export interface House extends SmppListener {
  readonly returnPath: ReturnPath;
  readonly keeper: TokenKeeper;
}

/** The channels of this installation: those of the settings, in a demonstration without settings the catcher. */
export function openChannels(
  settings: MessagingSettings | null,
  isDemo: boolean,
  house: House,
): Channels {
  if (settings === null) return isDemo ? catcher() : new Map();
  const { mail, sms, zalo, push } = settings;
  const open: (readonly [ChannelName, Channel | undefined])[] = [
    [
      'mail',
      mail &&
        lazily('mail', async () => (await import('./mail.ts')).mailChannel(mail, house.returnPath)),
    ],
    ['sms', sms && (sms.kind === 'smpp' ? smppChannel(sms, house) : smsHttpChannel(sms))],
    ['zns', zalo && zaloChannel(zalo, house.keeper)],
    ['push', push && pushChannel(push)],
  ];
  return new Map(open.flatMap(([name, one]) => (one ? [[name, one] as const] : [])));
}

/** Its library is loaded with the first message. */
function lazily(name: ChannelName, open: () => Promise<Channel>): Channel {
  let opened: Promise<Channel> | undefined;
  return {
    name,
    send: async (parcel) => (await (opened ??= open())).send(parcel),
    close: async () => (await opened)?.close(),
  };
}
