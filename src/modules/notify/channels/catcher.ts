import { channelNames, type ChannelName } from '../write/template.ts';
import type { Channel, Channels } from './channel.ts';

/** Takes every message and sends none: of the demonstration, where administrators look at what would have gone out. */
export function catcher(): Channels {
  return new Map(channelNames.map((name) => [name, caught(name)]));
}

function caught(name: ChannelName): Channel {
  return {
    name,
    send: async ({ id }) => ({ kind: 'sent', ref: `caught ${id}` }),
    close: async () => undefined,
  };
}
