import { text } from '#/values/text.ts';

/** Words of the registers that officials keep by Circular 01/2018/TT-VPCP. */
export const registerWords = {
  register: text('Sổ theo dõi hồ sơ', 'Register of dossiers'),
  registerIntro: text(
    'Hồ sơ mà đơn vị đã tiếp nhận trong khoảng ngày (Mẫu số 06, Thông tư 01/2018/TT-VPCP).',
    'Dossiers that the unit accepted in a span of days (form 06, Circular 01/2018/TT-VPCP).',
  ),
  from: text('Từ ngày', 'From'),
  until: text('Đến ngày', 'Until'),
  unit: text('Đơn vị', 'Unit'),
  show: text('Xem', 'Show'),
  print: text('In sổ (PDF)', 'Print (PDF)'),
  none: text(
    'Không có hồ sơ nào được tiếp nhận trong khoảng này.',
    'No dossier was accepted then.',
  ),
  more: text(
    'Còn nữa: chỉ hiện {most} hồ sơ đầu. Hãy chọn khoảng ngày ngắn hơn để xem đủ và in.',
    'There are more: only the first {most} are shown. Choose a shorter span to see and print all.',
  ),
  wrongSpan: text(
    'Nhập hai ngày như 01/07/2026, ngày bắt đầu không muộn hơn ngày kết thúc',
    'Enter two days such as 01/07/2026, the first not after the last',
  ),
  code: text('Mã hồ sơ', 'Code'),
  procedure: text('Thủ tục', 'Procedure'),
  name: text('Cá nhân, tổ chức', 'Person'),
  office: text('Cơ quan chủ trì', 'Lead office'),
  acceptedAt: text('Nhận', 'Accepted'),
  dueAt: text('Hẹn trả', 'Due'),
  resultAt: text('Có kết quả', 'Result'),
  deliveredAt: text('Trả', 'Delivered'),
  note: text('Trạng thái', 'State'),
  control: text('Phiếu kiểm soát quá trình giải quyết hồ sơ', 'Process control sheet'),
  back: text('Về hồ sơ', 'Back to the dossier'),
  handovers: text('Giao, nhận hồ sơ', 'Handovers'),
  handoversNone: text('Hồ sơ chưa qua bước nào.', 'The dossier has passed no step yet.'),
  handOffice: text('Cơ quan, bộ phận', 'Office'),
  given: text('Giao', 'Given'),
  taken: text('Nhận', 'Taken'),
  people: text('Người giao, người nhận', 'Giver, taker'),
  timeliness: text('Kết quả', 'Timeliness'),
  handNote: text('Ghi chú', 'Note'),
  printSheet: text('In phiếu (PDF)', 'Print (PDF)'),
};
