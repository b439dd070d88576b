import type { Services } from '#/platform/module.ts';
import type { Text } from '#/values/text.ts';
import type { Channels } from '../channels/channel.ts';

/** What delivering needs. */
export interface Office {
  readonly services: Pick<Services, 'database' | 'clock' | 'log' | 'config' | 'keys'>;
  readonly channels: Channels;
  /** In whose name messages go out. */
  readonly agency: Text;
}
