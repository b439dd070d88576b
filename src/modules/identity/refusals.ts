import type { RefusalTable } from '#/platform/refusal.ts';
import { text } from '#/values/text.ts';

export const refusals = {
  'identity.wrong-password': {
    status: 403,
    words: text(
      'Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy kiểm tra phím Caps Lock và bộ gõ tiếng Việt rồi nhập lại.',
      'The account name or password is not right. Check Caps Lock and your keyboard, then try again.',
    ),
  },
  'identity.too-many-tries': {
    status: 429,
    words: text(
      'Đã nhập sai quá nhiều lần. Hãy đợi 15 phút rồi thử lại, hoặc đến Trung tâm Phục vụ hành chính công.',
      'Too many wrong tries. Wait 15 minutes and try again, or come to the service centre.',
    ),
  },
  'identity.name-taken': {
    status: 409,
    words: text('Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.', 'This account name is taken. Choose another.'),
  },
  'identity.personal-id-taken': {
    status: 409,
    words: text(
      'Số định danh này đã có tài khoản. Hãy đăng nhập bằng tài khoản đó, hoặc đến Trung tâm Phục vụ hành chính công để lấy lại.',
      'There is already an account for this identification number. Sign in with it, or come to the service centre to recover it.',
    ),
  },
  'identity.no-demo': {
    status: 404,
    words: text('Không có tài khoản dùng thử này.', 'There is no such demo account.'),
  },
} satisfies RefusalTable;
