import { text, type Text } from '#/values/text.ts';

/** What an applicant is told about. */
export type DossierEvent =
  | 'submitted'
  | 'accepted'
  | 'refused-intake'
  | 'supplement-required'
  | 'payment-required'
  | 'paid'
  | 'extended'
  | 'leg-refused'
  | 'resolved'
  | 'refused'
  | 'delivered'
  | 'withdrawn'
  | 'stopped'
  | 'apology'
  | 'message';

/** The words of each notice; `{…}` are facts of the dossier. */
export const eventWords: Readonly<Record<DossierEvent, { title: Text; body: Text }>> = {
  submitted: {
    title: text('Đã nhận hồ sơ {code}', 'Dossier {code} received'),
    body: text(
      '{abstract}. Mã tra cứu: {secret}. Cán bộ sẽ kiểm tra trong 8 giờ làm việc.',
      '{abstract}. Tracking code: {secret}. An official checks it within 8 working hours.',
    ),
  },
  accepted: {
    title: text('Hồ sơ {code} đã được tiếp nhận', 'Dossier {code} accepted'),
    body: text('Hẹn trả kết quả: {due}.', 'The result is due: {due}.'),
  },
  'refused-intake': {
    title: text('Hồ sơ {code} không được tiếp nhận', 'Dossier {code} not accepted'),
    body: text('Lý do: {reason}', 'Reason: {reason}'),
  },
  'supplement-required': {
    title: text('Hồ sơ {code} cần bổ sung', 'Dossier {code} needs more'),
    body: text(
      'Mở hồ sơ để xem từng mục cần bổ sung. Thời hạn giải quyết tạm dừng cho đến khi bạn gửi.',
      'Open the dossier to see each point. The deadline is paused until you answer.',
    ),
  },
  'payment-required': {
    title: text('Hồ sơ {code} cần nộp phí, lệ phí', 'Dossier {code}: payment required'),
    body: text(
      'Mở hồ sơ để xem số tiền và cách nộp.',
      'Open the dossier to see how much and how to pay.',
    ),
  },
  paid: {
    title: text('Đã nhận tiền của hồ sơ {code}', 'Payment received for dossier {code}'),
    body: text('Hồ sơ được xử lý tiếp.', 'The dossier goes on.'),
  },
  extended: {
    title: text('Hồ sơ {code} cần xác minh thêm', 'Dossier {code} needs verification'),
    body: text(
      'Lý do: {reason} Hẹn trả kết quả mới: {due}.',
      'Reason: {reason} The result is now due: {due}.',
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
    title: text('Hồ sơ {code} đã có kết quả', 'Dossier {code}: the result is ready'),
    body: text('Mở hồ sơ để xem và nhận kết quả.', 'Open the dossier to see and take the result.'),
  },
  refused: {
    title: text('Hồ sơ {code} bị từ chối giải quyết', 'Dossier {code} was refused'),
    body: text(
      'Mở hồ sơ để xem lý do và quyền khiếu nại.',
      'Open the dossier to see the reason and how to appeal.',
    ),
  },
  delivered: {
    title: text('Đã trả kết quả hồ sơ {code}', 'Result of dossier {code} delivered'),
    body: text('Kết quả đã được giao.', 'The result was handed over.'),
  },
  withdrawn: {
    title: text('Hồ sơ {code} đã rút', 'Dossier {code} withdrawn'),
    body: text('Hồ sơ đã rút theo yêu cầu.', 'The dossier was withdrawn as asked.'),
  },
  stopped: {
    title: text('Hồ sơ {code} dừng xử lý', 'Dossier {code} stopped'),
    body: text('Lý do: {reason}', 'Reason: {reason}'),
  },
  apology: {
    title: text('Xin lỗi vì trễ hẹn hồ sơ {code}', 'We apologise: dossier {code} is late'),
    body: text(
      'Hồ sơ đã quá hạn trả kết quả ({due}). Chúng tôi xin lỗi và hẹn lại: {newDue}.',
      'The result was due {due}. We apologise; the new date is {newDue}.',
    ),
  },
  message: {
    title: text('Có tin nhắn mới ở hồ sơ {code}', 'A new message in dossier {code}'),
    body: text('Mở hồ sơ để đọc và trả lời.', 'Open the dossier to read and answer.'),
  },
};
