import { text } from '#/values/text.ts';
import type { RefusalTable } from '../refusal.ts';

/** What the platform itself may refuse, before any module is asked. */
export const refusals = {
  'http.malformed': {
    status: 400,
    words: text(
      'Dữ liệu gửi lên bị hỏng nên không đọc được. Hãy quay lại, tải lại trang rồi gửi lại.',
      'What was sent is broken and cannot be read. Go back, reload the page and send again.',
    ),
  },
  'http.not-signed-in': {
    status: 401,
    words: text('Bạn cần đăng nhập để làm việc này.', 'Sign in to do this.'),
  },
  'http.bad-token': {
    status: 401,
    words: text(
      'Mã truy cập của ứng dụng không đúng, đã hết hạn hoặc không kèm bằng chứng giữ khóa.',
      'The access token is wrong, has expired or comes without proof of its key.',
    ),
  },
  'http.token-scope': {
    status: 403,
    words: text(
      'Ứng dụng chưa được cho phép làm việc này.',
      'The application was not allowed to do this.',
    ),
  },
  'http.mandate-ended': {
    status: 403,
    words: text(
      'Bạn không còn được làm thay cho người này: ủy quyền đã hết hạn hoặc bị thu hồi. Việc vừa bấm chưa được làm. Từ giờ bạn làm cho chính mình.',
      'You may no longer act for this person: the mandate has ended or was revoked. What you pressed was not done. From now on you act for yourself.',
    ),
  },
  'http.forbidden': {
    status: 403,
    words: text(
      'Tài khoản bạn đang dùng không có quyền làm việc này.',
      'Your account may not do this.',
    ),
  },
  'http.foreign-origin': {
    status: 403,
    words: text(
      'Yêu cầu đến từ một trang khác. Để giữ an toàn, hãy mở trang của chúng tôi rồi làm lại.',
      'The request came from another site. For safety, open our own page and try again.',
    ),
  },
  'http.stale-form': {
    status: 403,
    words: text(
      'Trang đã mở quá lâu. Hãy tải lại trang rồi gửi lại.',
      'The page was open too long. Reload it and send again.',
    ),
  },
  'http.not-found': {
    status: 404,
    words: text('Không có địa chỉ này.', 'There is no such address.'),
  },
  'http.too-large': {
    status: 413,
    words: text(
      'Nội dung gửi lên quá lớn. Hãy rút ngắn phần đã gõ; giấy tờ thì tải lên ở trang giấy tờ.',
      'What was sent is too large. Shorten what you typed; papers are uploaded on the page of papers.',
    ),
  },
  'http.unknown-type': {
    status: 415,
    words: text(
      'Máy chủ không nhận kiểu dữ liệu này. Hãy gửi bằng biểu mẫu của trang, hoặc JSON qua giao diện lập trình.',
      'This type of content is not taken. Send the form of the page, or JSON to the API.',
    ),
  },
  'http.invalid': {
    status: 422,
    words: text('Dữ liệu gửi lên chưa đúng.', 'What was sent does not fit the schema.'),
  },
  'http.idempotency-key-reused': {
    status: 422,
    words: text(
      'Khóa Idempotency-Key này đã dùng cho một yêu cầu khác. Hãy dùng khóa mới.',
      'This Idempotency-Key was used for another request. Use a new key.',
    ),
  },
  'http.too-many': {
    status: 429,
    words: text(
      'Có quá nhiều yêu cầu từ bạn hoặc từ mạng của bạn trong một phút. Hãy đợi một phút rồi làm tiếp; những gì đã lưu vẫn còn.',
      'Too many requests came from you or your network within a minute. Wait a minute, then go on; what was saved is kept.',
    ),
  },
  'http.busy': {
    status: 429,
    words: text(
      'Đang có rất nhiều người đăng nhập hoặc đăng ký cùng lúc. Hãy đợi vài giây rồi quay lại và gửi lại.',
      'Very many people are signing in or registering at this moment. Wait some seconds, go back and send again.',
    ),
  },
} satisfies RefusalTable;
