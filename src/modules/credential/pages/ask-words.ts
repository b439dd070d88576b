import { text, type Text } from '#/values/text.ts';
import type { Reason } from '../verify/check-presentation.ts';

export const words = {
  title: text('Xem giấy tờ số của người khác', "See somebody's digital credential"),
  lead: text(
    'Dành cho ngân hàng, trường học, cơ quan. Chọn đúng những thông tin cần; người giữ giấy tờ quét mã và đồng ý cho xem.',
    'For banks, schools and offices. Choose only what you need; the holder scans the code and agrees to show it.',
  ),
  whichType: text('Cần xem giấy tờ nào?', 'Which credential?'),
  whichClaims: text('Cần xem thông tin nào?', 'Which facts?'),
  onlyNeeded: text('Chỉ chọn những gì việc của bạn cần.', 'Choose only what your task needs.'),
  make: text('Tạo mã yêu cầu', 'Make the request'),
  who: text('Bạn là ai?', 'Who are you?'),
  whoHint: text(
    'Người giữ giấy tờ đọc tên này trước khi đồng ý, ví dụ: Ngân hàng Mê Kông, chi nhánh Cái Răng',
    'The holder reads this name before agreeing, for example: Mekong Bank, Cai Rang branch',
  ),
  whoMissing: text(
    'Nhập tên của bạn hoặc của nơi bạn làm việc',
    'Enter your name or your workplace',
  ),
  whatFor: text('Cần xem để làm gì?', 'What do you need it for?'),
  whatForHint: text('Ví dụ: mở tài khoản cho con', 'For example: opening an account for a child'),
  whatForMissing: text('Nhập việc cần xem giấy tờ', 'Enter what you need it for'),
  claimMissing: text('Chọn ít nhất một thông tin cần xem', 'Choose at least one thing to see'),
  scan: text(
    'Mời người giữ giấy tờ quét mã này bằng máy ảnh của điện thoại. Ví trong tài khoản của họ mở ra.',
    'Ask the holder to scan this code with the camera of their phone. The wallet in their account opens.',
  ),
  otherWallet: text('Họ dùng ứng dụng ví khác?', 'Do they use another wallet?'),
  scanOther: text(
    'Mời họ quét mã này bằng ứng dụng ví.',
    'Ask them to scan this code with the wallet.',
  ),
  qr: text('Mã QR để ví mở yêu cầu', 'QR code that opens the request'),
  copy: text('Hoặc gửi liên kết:', 'Or send the link:'),
  look: text('Đã quét xong, xem kết quả', 'It was scanned: see the answer'),
  proven: text(
    'Giấy tờ là thật, còn giá trị, do chính người giữ đưa ra. Cấp lúc {at}.',
    'The credential is genuine, in force, and was shown by its holder. Issued at {at}.',
  ),
  gone: text(
    'Trang này tự xóa sau mười phút. Không có thông tin nào khác được gửi đến.',
    'This page deletes itself after ten minutes. Nothing else was sent.',
  ),
};

const forged = text(
  'Không tin được: nội dung đã bị sửa hoặc không do cơ quan này ký.',
  'Not to be trusted: it was changed, or this office did not sign it.',
);
const elsewhere = text(
  'Không tin được: người đưa ra không chứng tỏ được mình giữ giấy tờ này cho đúng yêu cầu này.',
  'Not to be trusted: who shows it has not proven to hold it, for this very request.',
);

const reasons: Partial<Record<Reason, Text>> = {
  expired: text('Giấy tờ đã hết hạn.', 'The credential has expired.'),
  'not-yet': text('Giấy tờ chưa có hiệu lực.', 'The credential is not in force yet.'),
  revoked: text('Giấy tờ đã bị thu hồi.', 'The credential was revoked.'),
  'not-recorded': text(
    'Không tin được: giấy tờ này không có trong sổ minh bạch.',
    'Not to be trusted: the public ledger does not know it.',
  ),
  'other-type': text('Đây là loại giấy tờ khác.', 'This is another type of credential.'),
  declined: text('Người giữ giấy tờ không đồng ý cho xem.', 'The holder did not agree to show it.'),
  incomplete: text(
    'Người giữ không cho xem đủ những thông tin được hỏi.',
    'The holder did not show all that was asked.',
  ),
  binding: elsewhere,
  audience: elsewhere,
  nonce: elsewhere,
  holder: elsewhere,
  stale: elsewhere,
};

/** Why nothing was proven, in words. */
export function reasonWords(reason: Reason): Text {
  return reasons[reason] ?? forged;
}
