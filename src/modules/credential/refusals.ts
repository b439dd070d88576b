import type { RefusalTable } from '#/platform/refusal.ts';
import { text } from '#/values/text.ts';

export const refusals = {
  'credential.no-result': {
    status: 404,
    words: text(
      'Bạn không có kết quả này để lấy thành giấy tờ số.',
      'You have no such result to take as a digital credential.',
    ),
  },
  'credential.no-offer': {
    status: 404,
    words: text(
      'Mã lấy giấy tờ đã hết hạn hoặc đã dùng. Hãy lấy mã mới.',
      'The code has ended or was used. Ask for a new one.',
    ),
  },
  'credential.none': {
    status: 404,
    words: text('Bạn không có giấy tờ số này.', 'You have no such digital credential.'),
  },
  'credential.no-type': {
    status: 404,
    words: text('Không có loại giấy tờ số này.', 'There is no such type of credential.'),
  },
  'credential.nothing-asked': {
    status: 409,
    words: text('Hãy chọn ít nhất một thông tin cần xem.', 'Choose at least one thing to see.'),
  },
  'credential.no-request': {
    status: 404,
    words: text(
      'Yêu cầu này đã hết hạn và đã được xóa. Hãy tạo yêu cầu mới.',
      'This request has ended and was deleted. Make a new one.',
    ),
  },
} satisfies RefusalTable;
