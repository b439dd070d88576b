import type { Kind, Prefill, Question } from '#/platform/form/index.ts';
import { text, type Text } from '#/values/text.ts';

/** Settings that a kind of question may have beyond its words, and when it is asked. */
export type Setting =
  | 'options'
  | 'numbers'
  | 'rows'
  | 'days'
  | 'length'
  | 'pattern'
  | 'day-rule'
  | 'place-rule'
  | 'prefill'
  | 'copy'
  | 'default'
  | 'own-words';

/** A kind of question as the library offers it. */
export interface KindEntry {
  readonly name: Text;
  /** What it asks and checks by itself. */
  readonly about: Text;
  readonly settings: readonly Setting[];
  readonly prefills?: readonly Prefill[];
}

const plain: readonly Setting[] = ['copy', 'own-words'];

/** The library of question kinds, the most used first. */
export const library: Readonly<Record<Kind, KindEntry>> = {
  text: entry('Một dòng chữ', 'A line of text', 'Chữ ngắn bất kỳ', 'Any short text', [
    'length',
    'pattern',
    'default',
    ...plain,
  ]),
  textarea: entry('Nhiều dòng chữ', 'Several lines', 'Mô tả, lý do', 'A description or reason', [
    'length',
    ...plain,
  ]),
  radio: entry(
    'Chọn một (hiện hết)',
    'One choice, all shown',
    'Tối đa chừng bảy lựa chọn',
    'Up to some seven choices',
    ['options', 'default', 'prefill', ...plain],
    ['profile.sex'],
  ),
  select: entry(
    'Chọn một (danh sách)',
    'One choice from a list',
    'Danh sách dài, kể cả danh mục quốc gia',
    'Long lists, national ones too',
    ['options', 'default', 'prefill', ...plain],
    ['profile.ethnicity', 'profile.nationality', 'profile.sex'],
  ),
  checkbox: entry(
    'Đánh dấu có hoặc không',
    'A box to tick',
    'Trả lời có hoặc không',
    'Yes or no',
    plain,
  ),
  consent: entry(
    'Lời đồng ý',
    'Consent',
    'Phải tự tay đánh dấu; lời cam đoan thì hệ thống hỏi một lần khi nộp',
    'Must be ticked by the person; the declaration is asked once, on submission',
    ['own-words'],
  ),
  'person-name': entry(
    'Họ tên người',
    'Name of a person',
    'Kiểm tra họ, chữ đệm, tên; viết hoa đúng',
    'Family, middle and given name',
    ['length', 'prefill', ...plain],
    ['profile.fullName'],
  ),
  'personal-id': entry(
    'Số định danh cá nhân',
    'Personal ID number',
    '12 số, kiểm tra nơi sinh, thế kỷ, giới tính',
    '12 digits, checked',
    ['prefill', ...plain],
    ['profile.personalId'],
  ),
  'identity-document': entry(
    'Giấy tờ tùy thân',
    'Identity paper',
    'Loại, số, ngày cấp, nơi cấp',
    'Kind, number, when and by whom issued',
    plain,
  ),
  date: entry(
    'Ngày',
    'Day',
    'Ngày, tháng, năm có thật',
    'A real day',
    ['days', 'day-rule', 'prefill', ...plain],
    ['profile.bornOn'],
  ),
  'partial-date': entry(
    'Ngày, có thể chỉ năm',
    'Day, perhaps only the year',
    'Khi người khai có thể không nhớ ngày',
    'When the day may be unknown',
    ['day-rule', 'prefill', ...plain],
    ['profile.bornOn'],
  ),
  datetime: entry('Ngày và giờ', 'Day and time', 'Ngày và giờ phút', 'Day, hour and minute', [
    'day-rule',
    ...plain,
  ]),
  integer: entry('Số nguyên', 'Whole number', 'Số lượng', 'A count', [
    'numbers',
    'default',
    ...plain,
  ]),
  decimal: entry('Số có phần lẻ', 'Decimal number', 'Diện tích, kích thước', 'An area or a size', [
    'numbers',
    ...plain,
  ]),
  money: entry('Số tiền', 'Amount of money', 'Đồng, viết có dấu chấm ngăn nghìn', 'In đồng', [
    'numbers',
    ...plain,
  ]),
  address: entry(
    'Địa chỉ',
    'Address',
    'Tỉnh, xã, số nhà theo danh mục đơn vị hành chính',
    'Province, commune, house',
    ['place-rule', 'prefill', ...plain],
    ['profile.address'],
  ),
  place: entry(
    'Nơi có tên',
    'Named place',
    'Tên nơi và địa chỉ, ví dụ bệnh viện',
    'A name and where it is',
    plain,
  ),
  phone: entry(
    'Số điện thoại',
    'Phone number',
    'Số Việt Nam hoặc quốc tế',
    'Vietnamese or international',
    ['prefill', ...plain],
    ['profile.phone'],
  ),
  email: entry(
    'Thư điện tử',
    'E-mail',
    'Địa chỉ thư',
    'An address of mail',
    ['prefill', ...plain],
    ['profile.email'],
  ),
  'tax-code': entry(
    'Mã số thuế',
    'Tax code',
    '10, 12 hoặc 13 số, kiểm tra số cuối',
    'Checked by its last digit',
    ['prefill', ...plain],
    ['profile.personalId'],
  ),
  table: entry(
    'Bảng nhiều dòng',
    'Rows',
    'Danh sách người, giấy tờ; mỗi dòng vài câu hỏi',
    'A list with some questions each',
    ['rows', 'own-words'],
  ),
  'residence-history': entry(
    'Quá trình cư trú',
    'History of residence',
    'Từ, đến, nơi ở',
    'From, until, where',
    ['rows', 'own-words'],
  ),
  'civil-record': entry(
    'Giấy tờ hộ tịch',
    'Civil status record',
    'Số, quyển, ngày và nơi đăng ký',
    'Number, book, day and place',
    plain,
  ),
  'vsic-code': entry('Mã ngành kinh tế', 'Economic activity', 'Mã VSIC', 'Code of VSIC', plain),
  'geo-point': entry('Tọa độ', 'Coordinates', 'Vĩ độ, kinh độ', 'Latitude and longitude', plain),
  appointment: entry('Hẹn giờ', 'Appointment', 'Ngày và buổi', 'A day and a half of it', plain),
  'third-party-consent': entry(
    'Đồng ý của người khác',
    'Consent of somebody else',
    'Họ tên, số định danh, đồng ý',
    'Name, number, consent',
    ['own-words'],
  ),
  computed: entry(
    'Giá trị tự tính (chỉ hiện)',
    'Computed (shown only)',
    'Hiện một giá trị tính từ câu trả lời',
    'Shows a value worked out from answers',
    [],
  ),
};

function entry(
  vi: string,
  en: string,
  aboutVi: string,
  aboutEn: string,
  settings: readonly Setting[],
  prefills?: readonly Prefill[],
): KindEntry {
  return {
    name: text(vi, en),
    about: text(aboutVi, aboutEn),
    settings,
    ...(prefills === undefined ? {} : { prefills }),
  };
}

/** What a person calls the facts that their profile may answer. */
export const prefillWords: Readonly<Record<Prefill, Text>> = {
  'profile.fullName': text('Họ tên của người nộp', 'Name of the applicant'),
  'profile.bornOn': text('Ngày sinh của người nộp', 'Day of birth of the applicant'),
  'profile.personalId': text('Số định danh của người nộp', 'ID number of the applicant'),
  'profile.sex': text('Giới tính của người nộp', 'Sex of the applicant'),
  'profile.ethnicity': text('Dân tộc của người nộp', 'Ethnicity of the applicant'),
  'profile.nationality': text('Quốc tịch của người nộp', 'Nationality of the applicant'),
  'profile.address': text('Nơi ở của người nộp', 'Address of the applicant'),
  'profile.phone': text('Điện thoại của người nộp', 'Phone of the applicant'),
  'profile.email': text('Thư điện tử của người nộp', 'E-mail of the applicant'),
};

/** Lists of data that questions may choose from. */
export const lists: Readonly<Record<string, Text>> = {
  'ethnic-groups': text('54 dân tộc', 'Ethnic groups'),
  nationalities: text('Quốc tịch', 'Nationalities'),
  provinces: text('Tỉnh, thành phố', 'Provinces'),
  clinics: text('Cơ sở y tế', 'Clinics'),
  'identity-issuers': text('Cơ quan cấp giấy tờ tùy thân', 'Issuers of identity papers'),
};

/** Members of a question that belong to each setting: they go when the kind no longer has it. */
export const membersOf: Readonly<Record<Setting, readonly (keyof Question)[]>> = {
  options: ['options', 'optionsFrom', 'optionsWithin'],
  numbers: ['min', 'max'],
  rows: ['min', 'max', 'columns'],
  days: ['min', 'max'],
  length: ['maxLength'],
  pattern: ['pattern'],
  'day-rule': ['rule'],
  'place-rule': ['rule'],
  prefill: ['prefill'],
  copy: ['copyFrom'],
  default: ['default'],
  'own-words': ['missing', 'wrong'],
};
