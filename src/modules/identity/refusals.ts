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
      'Số định danh này đã có trong hệ thống. Hãy đăng nhập; nếu chưa có hoặc quên mật khẩu, hãy mang thẻ căn cước đến Trung tâm Phục vụ hành chính công để được mở lại.',
      'This identification number is known already. Sign in; if you have no password or forgot it, bring your identity card to the service centre.',
    ),
  },
  'identity.no-demo': {
    status: 404,
    words: text('Không có tài khoản dùng thử này.', 'There is no such demo account.'),
  },
} satisfies RefusalTable;
