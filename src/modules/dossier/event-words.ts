import { text, type Text } from '#/values/text.ts';

/** What an applicant is told about. */
export type DossierEvent =
  | 'submitted'
  | 'accepted'
  | 'refused-intake'
  | 'supplement-required'
  | 'draft-to-confirm'
  | 'payment-required'
  | 'paid'
  | 'extended'
  | 'rescheduled'
  | 'reappointed'
  | 'leg-refused'
  | 'leg-not-taken'
  | 'resolved'
  | 'refused'
  | 'delivered'
  | 'withdrawn'
  | 'stopped'
  | 'apology'
  | 'message';

/** The words of each notice; `{…}` are facts of the dossier. Which dossier it is stands before every body. */
export const eventWords: Readonly<Record<DossierEvent, { title: Text; body: Text }>> = {
  submitted: {
    title: text('Đã nhận hồ sơ', 'Dossier received'),
    body: text(
      'Mã tra cứu: {secret}. Cán bộ sẽ kiểm tra trong 8 giờ làm việc.',
      'Tracking code: {secret}. An official checks it within 8 working hours.',
    ),
  },
  accepted: {
    title: text('Hồ sơ đã được tiếp nhận', 'Dossier accepted'),
    body: text('Hẹn trả kết quả: {due}.', 'The result is due: {due}.'),
  },
  'refused-intake': {
    title: text('Hồ sơ không được tiếp nhận', 'Dossier not accepted'),
    body: text('Lý do: {reason}', 'Reason: {reason}'),
  },
  'supplement-required': {
    title: text('Hồ sơ cần bổ sung', 'Dossier needs more'),
    body: text(
      'Mở hồ sơ để xem từng mục cần bổ sung. Thời hạn giải quyết tạm dừng cho đến khi bạn gửi.',
      'Open the dossier to see each point. The deadline is paused until you answer.',
    ),
  },
  'draft-to-confirm': {
    title: text('Hồ sơ {code}: mời kiểm tra bản nháp', 'Dossier {code}: please check the draft'),
    body: text(
      'Mở hồ sơ, xem bản nháp kết quả và trả lời trước {until}. Không trả lời thì coi như đồng ý.',
      'Open the dossier, read the draft of the result and answer before {until}. No answer counts as consent.',
    ),
  },
  'payment-required': {
    title: text('Hồ sơ cần nộp phí, lệ phí', 'Payment required'),
    body: text(
      'Mở hồ sơ để xem số tiền và cách nộp.',
      'Open the dossier to see how much and how to pay.',
    ),
  },
  paid: {
    title: text('Đã nhận tiền phí, lệ phí', 'Payment received'),
    body: text('Hồ sơ được xử lý tiếp.', 'The dossier goes on.'),
  },
  extended: {
    title: text('Hồ sơ cần xác minh thêm', 'Dossier needs verification'),
    body: text(
      'Lý do: {reason} Hẹn trả kết quả mới: {due}.',
      'Reason: {reason} The result is now due: {due}.',
    ),
  },
  rescheduled: {
    title: text('Ngày hẹn trả kết quả thay đổi', 'Your result is due on another day'),
    body: text(
      'Lịch làm việc thay đổi ({reason}). Hẹn trả kết quả mới: {due}.',
      'The working calendar has changed ({reason}). The result is now due: {due}.',
    ),
  },
  reappointed: {
    title: text('Ngày hẹn lại thay đổi', 'The new date has changed'),
    body: text(
      'Lịch làm việc thay đổi ({reason}). Hẹn trả kết quả mới: {newDue}.',
      'The working calendar has changed ({reason}). The result is now due: {newDue}.',
    ),
  },
  'leg-not-taken': {
    title: text(
      'Hồ sơ {code}: một phần sẽ làm theo cách khác',
      'Dossier {code}: a part takes another way',
    ),
    body: text(
      '{part}: hệ thống được hỏi không nhận phần này ({reason}). Cán bộ đang lo phần này, các phần khác vẫn tiếp tục. Bạn không phải làm gì.',
      '{part}: the system that was asked does not take it ({reason}). Officials see to it, the other parts go on. You need not do anything.',
    ),
  },
  'leg-refused': {
    title: text('Hồ sơ {code}: một phần bị từ chối', 'Dossier {code}: a part was refused'),
    body: text(
      '{part}: bị từ chối. Lý do: {reason} Các phần khác vẫn tiếp tục. Mở hồ sơ để xem văn bản từ chối.',
      '{part}: refused. Reason: {reason} The other parts go on. Open the dossier to see the notice.',
    ),
  },
  resolved: {
    title: text('Hồ sơ đã có kết quả', 'The result is ready'),
    body: text('Mở hồ sơ để xem và nhận kết quả.', 'Open the dossier to see and take the result.'),
  },
  refused: {
    title: text('Hồ sơ bị từ chối giải quyết', 'Dossier refused'),
    body: text(
      'Mở hồ sơ để xem lý do và quyền khiếu nại.',
      'Open the dossier to see the reason and how to appeal.',
    ),
  },
  delivered: {
    title: text('Đã trả kết quả', 'Result delivered'),
    body: text('Kết quả đã được giao.', 'The result was handed over.'),
  },
  withdrawn: {
    title: text('Hồ sơ đã rút', 'Dossier withdrawn'),
    body: text('Hồ sơ đã rút theo yêu cầu.', 'The dossier was withdrawn as asked.'),
  },
  stopped: {
    title: text('Hồ sơ dừng xử lý', 'Dossier stopped'),
    body: text('Lý do: {reason}', 'Reason: {reason}'),
  },
  apology: {
    title: text('Xin lỗi vì trễ hẹn', 'We apologise: your dossier is late'),
    body: text(
      'Hồ sơ đã quá hạn trả kết quả ({due}). Chúng tôi xin lỗi và hẹn lại: {newDue}.',
      'The result was due {due}. We apologise; the new date is {newDue}.',
    ),
  },
  message: {
    title: text('Có tin nhắn mới', 'A new message'),
    body: text('Mở hồ sơ để đọc và trả lời.', 'Open the dossier to read and answer.'),
  },
};
