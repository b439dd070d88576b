import { text } from '#/values/text.ts';
import type { RefusalTable } from '../refusal.ts';

/** What the platform itself may refuse. */
export const refusals = {
  'http.idempotency-key-reused': {
    status: 422,
    words: text(
      'Khóa Idempotency-Key này đã dùng cho một yêu cầu khác. Hãy dùng khóa mới.',
      'This Idempotency-Key was used for another request. Use a new key.',
    ),
  },
} satisfies RefusalTable;
