import { text, type Text } from '#/values/text.ts';
import type { Request } from '../store/requests.ts';

/** Where a request stands. */
export const stateWords: Readonly<Record<Request['state'], Text>> = {
  OPEN: text('Đang chờ trả lời', 'Waits for an answer'),
  ACCEPTED: text('Được chấp nhận', 'Accepted'),
  REFUSED: text('Không được chấp nhận', 'Refused'),
};
