import { roles } from '#/modules/agency/index.ts';
import { text, type Text } from '#/values/text.ts';
import type { Scope } from '../../sentence/condition-form.ts';
import { channelSubject, type Subject } from '../../sentence/subject.ts';

/** The kinds of step as officials call them. */
export const kindWords: Readonly<Record<string, Text>> = {
  receive: text('Tiếp nhận', 'Receive'),
  assign: text('Phân công', 'Assign'),
  handle: text('Thụ lý', 'Handle'),
  review: text('Xem lại, trình ký', 'Review'),
  approve: text('Phê duyệt, ký', 'Approve'),
  register: text('Vào sổ, đóng dấu', 'Register'),
  pay: text('Người nộp nộp tiền', 'The applicant pays'),
  leg: text('Phần của cơ quan khác', 'Part of another agency'),
  consult: text('Lấy ý kiến cơ quan khác', 'Consultation of another agency'),
  deliver: text('Trả kết quả', 'Deliver'),
};

/** The kinds of unit that a step may be done in. */
export const unitWords: Readonly<Record<string, Text>> = {
  'one-stop': text('Một cửa (Trung tâm Phục vụ hành chính công)', 'One-stop shop'),
  justice: text('Tư pháp – hộ tịch', 'Justice'),
  economy: text('Kinh tế, hạ tầng', 'Economy'),
  culture: text('Văn hóa – xã hội', 'Culture and social affairs'),
  leadership: text('Lãnh đạo Ủy ban nhân dân', 'Leadership'),
  records: text('Văn thư, văn phòng', 'Records'),
  police: text('Công an', 'Police'),
  military: text('Quân sự', 'Military command'),
  tax: text('Thuế', 'Tax'),
  insurance: text('Bảo hiểm xã hội', 'Social insurance'),
};

/** Who may do a step. */
export const roleWords: Readonly<Record<string, Text>> = {
  ...roles,
  NGUOI_NOP: text('Người nộp hồ sơ', 'The applicant'),
};

/** Words for a code of a list; the code itself when nobody knows it. */
export function wordsFor(list: Readonly<Record<string, Text>>, code: string | undefined): Text {
  const own = code ?? '';
  return Object.hasOwn(list, own) ? list[own]! : text(own, own);
}

const facts: readonly Subject[] = [
  channelSubject,
  {
    path: 'variant',
    label: text('Loại xử lý', 'Course'),
    type: 'choice',
    options: [
      { value: 'NORMAL', label: text('Thường', 'Ordinary') },
      { value: 'VERIFY', label: text('Có xác minh', 'With verification') },
      { value: 'EXTEND', label: text('Gia hạn', 'Extended') },
    ],
  },
  { path: 'feeDue', label: text('Còn tiền phải nộp', 'A fee is due'), type: 'flag', options: [] },
  {
    path: 'proposal',
    label: text('Đề xuất của người thụ lý', 'Proposal of the case officer'),
    type: 'choice',
    options: [
      { value: 'grant', label: text('Đồng ý', 'Grant') },
      { value: 'refuse', label: text('Từ chối', 'Refuse') },
    ],
  },
];

/** What the condition of a step may look at. */
export const stepScope: Scope = {
  subjects: facts,
  names: ['outcome', ...facts.map(({ path }) => path)],
};
