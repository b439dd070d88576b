import type { RefusalTable } from '#/platform/refusal.ts';
import { text } from '#/values/text.ts';

export const refusals = {
  'openid.bad-id': {
    status: 422,
    words: text(
      'Mã ứng dụng chỉ gồm chữ thường không dấu, số và dấu gạch nối.',
      'An application’s id has small letters, digits and hyphens only.',
    ),
  },
  'openid.id-taken': {
    status: 409,
    words: text('Đã có ứng dụng mã “{id}”.', 'There is an application “{id}” already.'),
  },
  'openid.no-client': {
    status: 404,
    words: text(
      'Không có ứng dụng này, hoặc nó đã bị chấm dứt.',
      'There is no such application, or it has been ended.',
    ),
  },
  'openid.no-address': {
    status: 422,
    words: text(
      'Trang web cần ít nhất một địa chỉ nhận kết quả đăng nhập.',
      'A site needs at least one address that answers are sent to.',
    ),
  },
  'openid.bad-scope': {
    status: 422,
    words: text(
      'Chọn ít nhất một quyền dành cho loại ứng dụng này.',
      'Choose at least one permission that this kind of application may have.',
    ),
  },
  'openid.no-request': {
    status: 410,
    words: text(
      'Yêu cầu đăng nhập này đã hết hạn, hoặc được mở ở trình duyệt khác. Hãy quay lại trang của ứng dụng và bắt đầu lại.',
      'This request has expired or was opened in another browser. Go back to the application and begin again.',
    ),
  },
  'openid.no-grant': {
    status: 404,
    words: text('Quyền này đã được rút trước đó.', 'This was withdrawn before.'),
  },
} satisfies RefusalTable;
