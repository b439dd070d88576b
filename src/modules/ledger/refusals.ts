import type { RefusalTable } from '#/platform/refusal.ts';
import { text } from '#/values/text.ts';

export const refusals = {
  'ledger.not-open': {
    status: 404,
    words: text('Sổ minh bạch chưa có trang nào.', 'The public ledger has no page yet.'),
  },
  'ledger.no-such-entry': {
    status: 404,
    words: text(
      'Sổ minh bạch không có mục này, hoặc bạn không xem được mục này.',
      'The public ledger has no such entry, or it is not yours to see.',
    ),
  },
  'ledger.not-sealed': {
    status: 409,
    words: text(
      'Việc này đang được niêm vào sổ, thường xong trong vài giây. Hãy tải lại trang.',
      'This is being sealed, usually within seconds. Reload the page.',
    ),
  },
  'ledger.no-such-size': {
    status: 422,
    words: text(
      'Sổ hiện có {size} mục; hãy chọn hai số từ 0 đến {size}, số trước không lớn hơn số sau.',
      'The ledger has {size} entries; choose two numbers from 0 to {size}, the first not above the second.',
    ),
  },
} satisfies RefusalTable;
