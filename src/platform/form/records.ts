import { text } from '#/values/text.ts';
import type { Kind, Option, Question } from './question.ts';

/**
 * The questions inside a question whose answer is a record (an address, an identity document, …), in the order
 * of asking; undefined for every other kind. Their posted names are `<name>.<part>`.
 */
export function partsOf(question: Question): readonly Question[] | undefined {
  return records[question.kind]?.(question);
}

/** The columns of a question whose answer is a list of rows; undefined for every other kind. */
export function columnsOf(question: Question): readonly Question[] | undefined {
  if (question.kind === 'table') return question.columns ?? [];
  if (question.kind === 'residence-history') return residence;
  return undefined;
}

const identityPapers: readonly Option[] = [
  { value: 'can-cuoc', label: text('Thẻ căn cước', 'Identity card (căn cước)') },
  { value: 'cccd', label: text('Căn cước công dân', 'Citizen identity card (CCCD)') },
  { value: 'can-cuoc-dien-tu', label: text('Căn cước điện tử', 'Electronic identity card') },
  { value: 'ho-chieu', label: text('Hộ chiếu', 'Passport') },
  { value: 'khac', label: text('Giấy tờ hợp lệ khác', 'Another valid paper') },
];

function identityDocument(question: Question): readonly Question[] {
  return [
    {
      name: 'kind',
      kind: 'select',
      label: text('Loại giấy tờ', 'Kind of paper'),
      options: question.options ?? identityPapers,
      required: true,
    },
    {
      name: 'number',
      kind: 'text',
      label: text('Số giấy tờ', 'Number of the paper'),
      maxLength: 30,
      required: true,
    },
    { name: 'issuedOn', kind: 'date', label: text('Ngày cấp', 'Day of issue'), rule: 'not-future' },
    { name: 'issuedBy', kind: 'text', label: text('Nơi cấp', 'Issued by'), maxLength: 200 },
  ];
}

/** Two tiers since 1 July 2025 (Law 72/2025/QH15): province, then commune, ward or special zone. */
const area: readonly Question[] = [
  {
    name: 'province',
    kind: 'select',
    label: text('Tỉnh, thành phố', 'Province or city'),
    optionsFrom: 'provinces',
    required: true,
  },
  {
    name: 'commune',
    kind: 'select',
    label: text('Xã, phường, đặc khu', 'Commune, ward or special zone'),
    optionsFrom: 'communes',
    optionsWithin: 'province',
    required: true,
  },
];

const detail: Question = {
  name: 'detail',
  kind: 'text',
  label: text('Số nhà, đường, thôn, tổ dân phố', 'House number, street, hamlet'),
};

const placeName: Question = {
  name: 'name',
  kind: 'text',
  label: text('Tên nơi đó', 'Name of the place'),
  hint: text(
    'Ví dụ Bệnh viện Phụ sản thành phố Cần Thơ',
    'For example Can Tho Obstetrics Hospital',
  ),
  required: true,
};

const civilRecord: readonly Question[] = [
  { name: 'number', kind: 'text', label: text('Số', 'Number'), maxLength: 50, required: true },
  { name: 'book', kind: 'text', label: text('Quyển số', 'Book number'), maxLength: 50 },
  {
    name: 'registeredOn',
    kind: 'date',
    label: text('Ngày đăng ký', 'Day of registration'),
    rule: 'not-future',
  },
  {
    name: 'registeredAt',
    kind: 'text',
    label: text('Nơi đăng ký', 'Place of registration'),
    required: true,
  },
];

/** WGS 84 degrees; the limits hold every island and sea zone of Việt Nam. */
const geoPoint: readonly Question[] = [
  {
    name: 'lat',
    kind: 'decimal',
    label: text('Vĩ độ', 'Latitude'),
    hint: text('Ví dụ 10,0341', 'For example 10,0341'),
    min: 4,
    max: 24,
    required: true,
  },
  {
    name: 'lng',
    kind: 'decimal',
    label: text('Kinh độ', 'Longitude'),
    hint: text('Ví dụ 105,7883', 'For example 105,7883'),
    min: 100,
    max: 120,
    required: true,
  },
];

const appointment: readonly Question[] = [
  {
    name: 'day',
    kind: 'date',
    label: text('Ngày hẹn', 'Day'),
    rule: 'not-past',
    required: true,
  },
  {
    name: 'half',
    kind: 'radio',
    label: text('Buổi', 'Half of the day'),
    options: [
      { value: 'morning', label: text('Buổi sáng', 'Morning') },
      { value: 'afternoon', label: text('Buổi chiều', 'Afternoon') },
    ],
    required: true,
  },
];

const thirdPartyConsent: readonly Question[] = [
  {
    name: 'name',
    kind: 'person-name',
    label: text('Họ, chữ đệm, tên người đồng ý', 'Full name of the person who agrees'),
    required: true,
  },
  {
    name: 'personalId',
    kind: 'personal-id',
    label: text('Số định danh của người đồng ý', 'Personal ID number of the person who agrees'),
    required: true,
  },
  {
    name: 'agreed',
    kind: 'consent',
    label: text('Người này đã đọc và đồng ý', 'This person has read and agrees'),
    required: true,
  },
];

const residence: readonly Question[] = [
  {
    name: 'from',
    kind: 'partial-date',
    label: text('Từ', 'From'),
    hint: text('Có thể chỉ ghi năm', 'A year alone is enough'),
    rule: 'not-future',
    required: true,
  },
  {
    name: 'to',
    kind: 'partial-date',
    label: text('Đến', 'Until'),
    hint: text('Để trống nếu đang ở', 'Leave empty if still living there'),
  },
  { name: 'place', kind: 'text', label: text('Nơi cư trú', 'Place of residence'), required: true },
];

const records: Partial<Record<Kind, (question: Question) => readonly Question[]>> = {
  'identity-document': identityDocument,
  address: ({ rule }) => [...area, rule === 'detailed' ? { ...detail, required: true } : detail],
  place: () => [placeName, ...area, detail],
  'civil-record': () => civilRecord,
  'geo-point': () => geoPoint,
  appointment: () => appointment,
  'third-party-consent': () => thirdPartyConsent,
};
