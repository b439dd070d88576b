import type { Text } from '#/values/text.ts';
import type { Channel } from '../../dossier.ts';
import { deskWords as words } from './desk-words.ts';

/** Kênh thực hiện, as people say it. */
export const channelWords: Readonly<Record<Channel, Text>> = {
  ONLINE: words.online,
  DIRECT: words.direct,
  POSTAL: words.postal,
};
