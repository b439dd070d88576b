import type { RefusalTable } from '#/platform/refusal.ts';
import { text } from '#/values/text.ts';

export const refusals = {
  'notify.no-such-message': {
    status: 404,
    words: text('Không có tin nào đang cần gửi lại như vậy', 'No such message waits to be resent'),
  },
  'notify.no-such-template': {
    status: 404,
    words: text('Không có mẫu tin này', 'There is no such template'),
  },
  'notify.template-changed': {
    status: 409,
    words: text(
      'Người khác vừa sửa mẫu tin này. Hãy mở lại trang để xem bản mới',
      'Somebody else has just changed this template. Open the page again to see the new version',
    ),
  },
  'notify.no-such-service': {
    status: 404,
    words: text(
      'Không có dịch vụ này, hoặc đã chấm dứt',
      'There is no such service, or it has ended',
    ),
  },
  'notify.service-known': {
    status: 409,
    words: text('Đã có dịch vụ mang tên này', 'There is a service of this name'),
  },
  'notify.bad-callback': {
    status: 422,
    words: text(
      'Nhập địa chỉ bắt đầu bằng https://, ví dụ https://dichvu.example.vn/tra-loi',
      'Enter an address that begins with https://, for example https://service.example.vn/reply',
    ),
  },
  'notify.bad-browser': {
    status: 422,
    words: text(
      'Trình duyệt này dùng dịch vụ báo tin mà hệ thống không hỗ trợ',
      'This browser uses a push service that is not supported here',
    ),
  },
  'notify.bad-link': {
    status: 404,
    words: text(
      'Liên kết này không đúng hoặc thư không thể thôi nhận. Hãy đăng nhập và mở mục Cách nhận tin',
      'This link is wrong, or such mail cannot be ended. Sign in and open How you are told',
    ),
  },
} satisfies RefusalTable;
