import { text, type Text } from '#/values/text.ts';
import type { Kind } from '../event.ts';
import type { ListedMessage } from '../store/listing.ts';

export const words = {
  title: text('Liên thông với hệ thống khác', 'Exchange with other installations'),
  intro: text(
    'Phần việc của cơ quan dùng hệ thống khác được gửi đi và trả về bằng thông điệp có chữ ký.',
    'Parts of agencies that use another installation are sent and come back as signed messages.',
  ),
  own: text('Hệ thống này', 'This installation'),
  address: text('Địa chỉ', 'Address'),
  addressHint: text('Ví dụ https://dichvu.example.vn', 'For example https://dichvu.example.vn'),
  publicKey: text('Khóa công khai Ed25519', 'Public key of Ed25519'),
  publicKeyHint: text(
    '43 ký tự, bên kia đọc ở trang này của họ',
    '43 characters; the other side reads it on this page of theirs',
  ),
  keyId: text('Mã khóa', 'Key id'),
  partners: text('Hệ thống được tin', 'Installations that are believed'),
  served: text('Đơn vị dùng hệ thống khác', 'Units that another installation serves'),
  offers: text('Phần việc nhận làm cho nơi khác', 'Parts done here for others'),
  name: text('Tên', 'Name'),
  unit: text('Đơn vị', 'Unit'),
  system: text('Hệ thống', 'Installation'),
  procedureCode: text('Mã thủ tục liên thông', 'Code of the joint procedure'),
  procedureCodeHint: text('Ví dụ 3.000722', 'For example 3.000722'),
  step: text('Bước trong quy trình', 'Step of its process'),
  stepHint: text('Ví dụ residence', 'For example residence'),
  slug: text('Làm theo thủ tục nào ở đây?', 'By which procedure here?'),
  validFrom: text('Từ ngày', 'From'),
  validTo: text('Đến trước ngày', 'Until before'),
  source: text('Theo văn bản nào?', 'By which document?'),
  end: text('Kết thúc', 'End'),
  ended: text('Đã kết thúc', 'Ended'),
  saved: text('Đã lưu', 'Saved'),
  save: text('Lưu', 'Save'),
  none: text('Chưa có', 'None yet'),
  messages: text('Thông điệp', 'Messages'),
  openOnly: text('Chưa xong', 'Not done'),
  all: text('Tất cả', 'All'),
  stuck: text('{n} thông điệp cần xử lý', '{n} messages need somebody'),
  way: text('Chiều', 'Way'),
  out: text('Gửi đi', 'Out'),
  in: text('Nhận về', 'In'),
  part: text('Phần liên thông', 'Part'),
  what: text('Nội dung', 'Says'),
  state: text('Trạng thái', 'State'),
  at: text('Lúc', 'At'),
  again: text('Gửi lại', 'Send again'),
  sentAgain: text('Thông điệp sẽ được gửi lại', 'The message is sent again'),
  attempts: text('{n} lần', '{n} attempts'),
  next: text('lần sau {at}', 'next {at}'),
  act: text('Thao tác', 'Act'),
} as const;

export const addWords = {
  'he-thong': text('Thêm hệ thống', 'Add an installation'),
  'don-vi': text('Thêm đơn vị dùng hệ thống khác', 'Add a unit served elsewhere'),
  'thu-tuc': text('Thêm phần việc nhận làm', 'Add a part done here'),
} as const;

export const kindWords: Readonly<Record<Kind, Text>> = {
  requested: text('Đề nghị giải quyết', 'Asked for'),
  answered: text('Người nộp đã bổ sung', 'Applicant has answered'),
  withdrawn: text('Không cần nữa', 'No longer wanted'),
  accepted: text('Đã tiếp nhận', 'Accepted'),
  progress: text('Tiến độ', 'Progress'),
  supplement: text('Yêu cầu bổ sung', 'Supplement asked for'),
  refused: text('Từ chối', 'Refused'),
  finished: text('Có kết quả', 'Done'),
};

export const stateWords: Readonly<
  Record<ListedMessage['state'], { words: Text; tone: 'info' | 'good' | 'warning' | 'error' }>
> = {
  waiting: { words: text('Đang chờ', 'Waiting'), tone: 'info' },
  failed: { words: text('Gửi hỏng, sẽ thử lại', 'Failed, tried again'), tone: 'warning' },
  sent: { words: text('Đã gửi', 'Sent'), tone: 'good' },
  dead: { words: text('Không gửi được', 'Dead'), tone: 'error' },
  applied: { words: text('Đã thực hiện', 'Applied'), tone: 'good' },
  refused: { words: text('Không thực hiện được', 'Refused'), tone: 'error' },
};
