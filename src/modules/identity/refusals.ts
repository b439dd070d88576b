import type { RefusalTable } from '#/platform/refusal.ts';
import { text } from '#/values/text.ts';

export const refusals = {
  'identity.too-many-tries': {
    status: 429,
    words: text(
      'Đã thử quá nhiều lần. Hãy đợi {minutes} phút rồi thử lại, hoặc đến Trung tâm Phục vụ hành chính công.',
      'Too many tries. Wait {minutes} minutes and try again, or come to the service centre.',
    ),
  },
  'identity.name-taken': {
    status: 409,
    words: text(
      'Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.',
      'This account name is taken. Choose another.',
    ),
  },
  'identity.no-account': {
    status: 404,
    words: text('Không có tài khoản “{name}” đang mở.', 'There is no open account “{name}”.'),
  },
  'identity.no-demo': {
    status: 404,
    words: text('Không có tài khoản dùng thử này.', 'There is no such demo account.'),
  },
  'identity.may-not-verify': {
    status: 403,
    words: text(
      'Chỉ cán bộ mới xác minh được tài khoản, và không ai tự xác minh tài khoản của mình.',
      'Only officials verify accounts, and nobody verifies their own.',
    ),
  },
  'identity.no-number': {
    status: 409,
    words: text(
      'Người này chưa có số định danh cá nhân trong hệ thống nên chưa mở được tài khoản.',
      'No personal identification number of this person is known, so no account can be opened.',
    ),
  },
  'identity.nothing-to-verify': {
    status: 409,
    words: text(
      'Tài khoản này không có, đã đóng hoặc đã được xác minh.',
      'This account does not exist, is closed or is verified already.',
    ),
  },
} satisfies RefusalTable;
