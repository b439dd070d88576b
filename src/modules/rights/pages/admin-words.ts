import { text } from '#/values/text.ts';

/** What retention rules are about. */
export const whats = {
  'closed-request': text('Yêu cầu đã trả lời', 'Answered requests'),
  'withdrawn-consent': text('Sự đồng ý đã rút lại', 'Consents taken back'),
  'closed-person': text(
    'Người đã đóng tài khoản (hủy khóa)',
    'People whose account is closed (keys destroyed)',
  ),
};

/** Words of the administrators' pages. */
export const words = {
  title: text('Dữ liệu cá nhân', 'Personal data'),
  none: text('Sổ chưa có mục nào', 'No entries yet'),
  noneHint: text('Ghi mục đầu tiên bên dưới.', 'Enter the first one below.'),
  add: text('Ghi vào sổ', 'Enter'),
  added: text('Đã ghi vào sổ.', 'It is entered.'),
  madeAt: text('Ghi lúc', 'Entered'),
  reportBy: text('Báo cơ quan có thẩm quyền trước {at}', 'Tell the authority by {at}'),
  late: text('Quá hạn báo cáo: phải báo trước {at}', 'Not told in time: due {at}'),
  closed: text('Khép lại', 'Closed'),
  close: text('Khép lại mục này', 'Close it'),
  whatDone: text('Đã làm gì (số báo cáo, quyết định)', 'What was done (report, decision)'),
  retention: text('Thời hạn lưu dữ liệu', 'How long data is kept'),
  rules: text('Quy tắc đang có hiệu lực', 'Rules in force'),
  what: text('Dữ liệu', 'Data'),
  days: text('Số ngày', 'Days'),
  basis: text('Căn cứ', 'Legal basis'),
  count: text('Chạy thử, không xóa', 'Rehearse, remove nothing'),
  counted: text('Đã chạy thử. Xem nhật ký.', 'It was rehearsed. See the log.'),
  log: text('Nhật ký', 'Log'),
  when: text('Khi nào', 'When'),
  how: text('Cách chạy', 'How'),
  dry: text('Chạy thử', 'Rehearsal'),
  real: text('Chạy thật', 'For real'),
  found: text('Hết hạn', 'Over'),
  done: text('Đã xóa', 'Removed'),
  held: text('Luật còn giữ', 'Kept by law'),
};
