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
  'identity.unknown-browser': {
    status: 429,
    words: text(
      'Hôm nay đã có quá nhiều mã sai từ các trình duyệt lạ, nên trình duyệt này chưa nhập mã được. Hãy dùng khóa truy cập, mã dự phòng hoặc trình duyệt bạn từng đăng nhập.',
      'Too many wrong codes came from unknown browsers today, so this one cannot enter a code. Use a passkey, a recovery code or a browser that you signed in with before.',
    ),
  },
  'identity.passkey-first': {
    status: 403,
    words: text(
      'Vai trò của bạn ký duyệt bằng khóa truy cập. Hãy mở trang Tài khoản, xác nhận bằng khóa rồi làm lại.',
      'Your role approves by passkey. Confirm with your passkey on the account page and do it again.',
    ),
  },
  'identity.confirm-first': {
    status: 403,
    words: text(
      'Việc này cần bạn vừa xác nhận lại mình trong {minutes} phút gần đây. Hãy mở trang Tài khoản, xác nhận rồi làm lại.',
      'This needs a confirmation of yours within the last {minutes} minutes. Confirm on the account page and do it again.',
    ),
  },
  'identity.way-blocked': {
    status: 403,
    words: text(
      'Bạn đã khóa cách đăng nhập này. Hãy vào bằng cách khác; trong trang Tài khoản có thể mở lại.',
      'You have closed this way to sign in. Use another; on the account page you can open it again.',
    ),
  },
  'identity.only-way': {
    status: 409,
    words: text(
      'Nếu khóa cách này, bạn sẽ không còn cách nào chắc chắn để đăng nhập. Hãy thêm khóa truy cập, hoặc đăng nhập bằng VNeID mức 2 trước.',
      'Without this way you would have no sure way to sign in. Add a passkey, or sign in by VNeID of level 2 first.',
    ),
  },
  'identity.national-level': {
    status: 403,
    words: text(
      'Tài khoản định danh của bạn mới ở mức 1 nên chưa mở được tài khoản này. Hãy đến Công an cấp xã để lên mức 2 rồi đăng nhập lại, dùng cách đăng nhập khác, hoặc mang thẻ căn cước đến Trung tâm Phục vụ hành chính công.',
      'Your electronic identity is of level 1, which does not open this account. Have it raised to level 2 by the police of your commune and sign in again, use another way, or bring your identity card to the service centre.',
    ),
  },
  'identity.national-busy': {
    status: 503,
    words: text(
      'VNeID đang bận, hãy thử sau hoặc đến quầy. Bạn cũng có thể đăng nhập bằng cách khác.',
      'VNeID is busy. Try again later or come to the counter. You can also sign in another way.',
    ),
  },
  'identity.last-factor': {
    status: 409,
    words: text(
      'Cán bộ luôn phải có bước xác thực thứ hai. Hãy thêm cách khác trước khi gỡ cách cuối cùng này.',
      'Officials always need a second factor. Add another before you remove the last one.',
    ),
  },
  'identity.no-factor': {
    status: 404,
    words: text(
      'Cách xác thực này không còn nữa.',
      'This way to prove who you are is gone already.',
    ),
  },
  'identity.reset-under-way': {
    status: 409,
    words: text(
      'Đã có đề nghị gỡ bước xác thực của người này, đang chờ duyệt hoặc chờ đủ 24 giờ.',
      'A removal for this person is under way already: it waits for approval or for 24 hours to pass.',
    ),
  },
  'identity.no-reset': {
    status: 404,
    words: text(
      'Đề nghị này không còn: đã duyệt, đã dừng hoặc đã làm xong.',
      'This request is gone: it was approved, stopped or done.',
    ),
  },
  'identity.second-person': {
    status: 403,
    words: text(
      'Người duyệt phải là người quản trị khác với người đề nghị và với người được gỡ.',
      'Whoever approves must be another administrator than the one who asked, and not the official themselves.',
    ),
  },
  'identity.may-not-reset': {
    status: 403,
    words: text(
      'Không ai tự gỡ bước xác thực của mình tại quầy. Tài khoản cán bộ do người quản trị gỡ.',
      'Nobody removes their own second factor at the counter. Those of officials are removed by an administrator.',
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
  'identity.card-agrees': {
    status: 422,
    words: text(
      'Họ tên và ngày sinh bạn nhập đã đúng như trong hệ thống. Không có gì để sửa: hãy xác minh tài khoản.',
      'The name and day of birth that you typed are those that are known. There is nothing to correct: verify the account.',
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
