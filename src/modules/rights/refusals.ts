import type { RefusalTable } from '#/platform/refusal.ts';
import { text } from '#/values/text.ts';

export const refusals = {
  'rights.none': {
    status: 404,
    words: text('Không có mục này.', 'There is no such thing.'),
  },
  'rights.decided': {
    status: 409,
    words: text('Yêu cầu này đã được trả lời.', 'This request was answered already.'),
  },
  'rights.extended': {
    status: 409,
    words: text('Chỉ được gia hạn một lần.', 'It is extended only once.'),
  },
  'rights.own-reading': {
    status: 403,
    words: text(
      'Bạn là người được hỏi hoặc người hỏi, nên người khác phải trả lời.',
      'You are asked about, or you asked: somebody else must answer.',
    ),
  },
  'rights.say-what-was-done': {
    status: 409,
    words: text('Hãy ghi đã làm gì trước khi khép lại.', 'Say what was done before it is closed.'),
  },
} satisfies RefusalTable;
