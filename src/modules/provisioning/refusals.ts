import type { RefusalTable } from '#/platform/refusal.ts';
import { text } from '#/values/text.ts';

export const refusals = {
  'provisioning.no-token': {
    status: 404,
    words: text('Mã này đã hết hiệu lực.', 'This token has ended already.'),
  },
} satisfies RefusalTable;
