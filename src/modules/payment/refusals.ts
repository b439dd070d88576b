import type { RefusalTable } from '#/platform/refusal.ts';
import { text } from '#/values/text.ts';

export const refusals = {
  'payment.no-demand': {
    status: 404,
    words: text('Không có khoản phải nộp này.', 'There is no such demand.'),
  },
  'payment.no-collector': {
    status: 409,
    words: text(
      'Đơn vị này chưa khai báo tài khoản thu phí. Hãy báo người quản trị.',
      'This unit has no account for fees yet. Tell the administrator.',
    ),
  },
  'payment.not-collector': {
    status: 403,
    words: text(
      'Chỉ người tiếp nhận và trả kết quả của đơn vị thu mới ghi nhận được khoản này.',
      'Only the front office of the collecting unit may record this.',
    ),
  },
  'payment.wrong-amount': {
    status: 422,
    words: text(
      'Số tiền phải đúng bằng {expected}; số đã nhập là {given}. Hãy kiểm tra lại.',
      'The amount must be exactly {expected}; {given} was entered. Check it.',
    ),
  },
  'payment.already-paid': {
    status: 409,
    words: text(
      'Khoản này đã được nộp rồi. Không thu lần nữa.',
      'This was already paid. Do not collect it again.',
    ),
  },
  'payment.closed': {
    status: 409,
    words: text(
      'Khoản này không còn phải nộp: đã miễn, đã hủy hoặc đã hoàn.',
      'This is not owed any more: it was waived, cancelled or refunded.',
    ),
  },
  'payment.not-paid': {
    status: 409,
    words: text(
      'Khoản này chưa nộp nên không có gì để hoàn.',
      'This was not paid, so there is nothing to refund.',
    ),
  },
  'payment.bank-reference-told': {
    status: 409,
    words: text(
      'Ngân hàng đã báo khoản tiền này. Hãy ghép khoản tiền với mã nộp ở trang Đối soát.',
      'The bank has told of this money itself. Match it to the reference on the page Reconciliation.',
    ),
  },
  'payment.no-arrival': {
    status: 404,
    words: text('Không có khoản tiền này.', 'There is no such money.'),
  },
  'payment.used-up': {
    status: 409,
    words: text(
      'Khoản tiền này đã được dùng hết. Hãy tải lại trang.',
      'This money is used up. Reload the page.',
    ),
  },
  'payment.no-giving-back': {
    status: 404,
    words: text('Không có đề nghị hoàn tiền này.', 'There is no such request for a refund.'),
  },
  'payment.already-asked-back': {
    status: 409,
    words: text(
      'Đã có người đề nghị hoàn khoản này; đang chờ người thứ hai duyệt.',
      'Somebody has asked to refund this; it waits for a second person.',
    ),
  },
  'payment.decided': {
    status: 409,
    words: text('Đề nghị này đã được quyết định.', 'This request was decided already.'),
  },
  'payment.own-wish': {
    status: 409,
    words: text(
      'Bạn là người đề nghị nên người khác phải duyệt.',
      'You asked for it, so somebody else must decide.',
    ),
  },
  'payment.no-gateway': {
    status: 404,
    words: text('Không có cổng thanh toán này.', 'There is no such gateway.'),
  },
  'payment.no-order': {
    status: 404,
    words: text(
      'Không tìm thấy lần thanh toán này. Hãy mở hồ sơ của bạn để xem đã nộp chưa.',
      'There is no such payment. Open your dossier to see whether it is paid.',
    ),
  },
  'payment.gateway-away': {
    status: 409,
    words: text(
      'Cổng thanh toán không trả lời. Chưa có tiền nào bị trừ: hãy thử lại sau ít phút hoặc quét mã VietQR.',
      'The gateway does not answer. No money was taken: try again in a few minutes, or scan the VietQR code.',
    ),
  },
  'payment.unreadable-statement': {
    status: 422,
    words: text(
      'Không đọc được tệp sao kê. {why} Chưa có gì được ghi.',
      'The statement cannot be read. {why} Nothing was recorded.',
    ),
  },
  'payment.no-such-reference': {
    status: 422,
    words: text(
      'Không có mã nộp này ở đơn vị của bạn. Mã có dạng LP và 10 ký tự, ví dụ LP7K2M9QX4TB.',
      'Your unit has no such reference. It is LP and 10 signs, for example LP7K2M9QX4TB.',
    ),
  },
  'payment.not-a-transfer': {
    status: 409,
    words: text(
      'Chỉ khoản chuyển vào tài khoản ngân hàng mới có thể là tiền cổng thanh toán chuyển về.',
      'Only a transfer to the bank account can be the money that a gateway passes on.',
    ),
  },
  'payment.empty-day': {
    status: 404,
    words: text(
      'Ngày này không có khoản tiền nào ở nguồn này.',
      'No money came from this source on this day.',
    ),
  },
  'payment.day-closed': {
    status: 409,
    words: text('Ngày này đã khóa.', 'This day is closed.'),
  },
  'payment.unexplained': {
    status: 422,
    words: text(
      'Hai bên lệch nhau. Hãy ghi vì sao rồi lập biên bản.',
      'The two sides differ. Say why, then prepare the minutes.',
    ),
  },
  'payment.not-prepared': {
    status: 409,
    words: text('Chưa ai lập biên bản ngày này.', 'Nobody has prepared this day.'),
  },
  'payment.own-day': {
    status: 409,
    words: text(
      'Bạn đã lập biên bản nên người khác phải khóa ngày.',
      'You prepared it, so somebody else must close the day.',
    ),
  },
  'payment.day-changed': {
    status: 409,
    words: text(
      'Số tiền đã thay đổi từ khi lập biên bản. Hãy lập lại.',
      'The sums have changed since it was prepared. Prepare it again.',
    ),
  },
  'payment.bank-reference-used': {
    status: 409,
    words: text(
      'Mã giao dịch ngân hàng này đã ghi cho một khoản khác. Hãy xem lại sao kê.',
      'This bank reference was recorded for another demand. Check the statement.',
    ),
  },
  'payment.no-ground': {
    status: 422,
    words: text(
      'Hãy ghi căn cứ, ví dụ "Hộ nghèo, Điều 10 Luật Phí và lệ phí".',
      'Give the ground, for example "Poor household, article 10 of the Law on fees and charges".',
    ),
  },
} satisfies RefusalTable;
