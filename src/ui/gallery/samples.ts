import type { Filled, Lookups, Option, Question } from '#/platform/form/question.ts';
import { text } from '#/values/text.ts';

/** A question of every kind for the gallery, with names that look like those of real forms. */
export const questions: readonly Question[] = [
  {
    name: 'ten_giay_to',
    kind: 'text',
    label: text('Tên giấy tờ', 'Name of the paper'),
    hint: text('Ghi như trên giấy, ví dụ Bằng tốt nghiệp', 'As it stands on the paper'),
    required: true,
  },
  { name: 'ly_do', kind: 'textarea', label: text('Lý do', 'Reason') },
  { name: 'so_ban', kind: 'integer', label: text('Số bản sao', 'Copies'), required: true },
  {
    name: 'dien_tich',
    kind: 'decimal',
    label: text('Diện tích (m²)', 'Area (m²)'),
    hint: text('Ví dụ 98,5', 'For example 98,5'),
    required: true,
  },
  { name: 'von', kind: 'money', label: text('Vốn kinh doanh', 'Capital'), required: true },
  {
    name: 'ngay_sinh',
    kind: 'date',
    label: text('Ngày sinh của con', 'Child’s birthday'),
    required: true,
  },
  {
    name: 'me_ngay_sinh',
    kind: 'partial-date',
    label: text('Ngày sinh của mẹ', 'Mother’s birthday'),
    required: true,
  },
  {
    name: 'gio_mat',
    kind: 'datetime',
    label: text('Giờ, ngày mất', 'Time of death'),
    required: true,
  },
  {
    name: 'dan_toc',
    kind: 'select',
    label: text('Dân tộc', 'Ethnic group'),
    optionsFrom: 'ethnic-groups',
    required: true,
  },
  {
    name: 'gioi_tinh',
    kind: 'radio',
    label: text('Giới tính của con', 'Child’s sex'),
    options: [
      { value: 'nam', label: text('Nam', 'Male') },
      { value: 'nu', label: text('Nữ', 'Female') },
    ],
    required: true,
  },
  {
    name: 'ban_dien_tu',
    kind: 'checkbox',
    label: text('Nhận thêm bản điện tử', 'Also send an electronic copy'),
  },
  {
    name: 'cam_doan',
    kind: 'consent',
    label: text(
      'Tôi cam đoan những gì đã khai là đúng và chịu trách nhiệm trước pháp luật',
      'I declare that all of this is true and answer for it before the law',
    ),
    required: true,
  },
  {
    name: 'ho_ten',
    kind: 'person-name',
    label: text('Họ, chữ đệm, tên', 'Full name'),
    required: true,
  },
  {
    name: 'so_dinh_danh',
    kind: 'personal-id',
    label: text('Số định danh cá nhân', 'Personal ID number'),
    required: true,
  },
  {
    name: 'dien_thoai',
    kind: 'phone',
    label: text('Số điện thoại', 'Telephone'),
    prefill: 'profile.phone',
    required: true,
  },
  { name: 'thu', kind: 'email', label: text('Thư điện tử', 'E-mail'), prefill: 'profile.email' },
  {
    name: 'giay_to',
    kind: 'identity-document',
    label: text('Giấy tờ tùy thân', 'Identity document'),
  },
  { name: 'noi_o', kind: 'address', label: text('Nơi cư trú', 'Residence'), required: true },
  {
    name: 'hen',
    kind: 'appointment',
    label: text('Hẹn đến nộp bản chính', 'Appointment'),
    required: true,
  },
  { name: 'noi_sinh', kind: 'place', label: text('Nơi sinh', 'Place of birth') },
  {
    name: 'ket_hon',
    kind: 'civil-record',
    label: text('Giấy chứng nhận kết hôn', 'Marriage certificate'),
  },
  { name: 'vi_tri', kind: 'geo-point', label: text('Vị trí thửa đất', 'Position of the plot') },
  {
    name: 'chu_ho_dong_y',
    kind: 'third-party-consent',
    label: text('Ý kiến của chủ hộ', 'Consent of the head of household'),
  },
  {
    name: 'tung_o',
    kind: 'residence-history',
    label: text('Những nơi từng ở', 'Former residences'),
  },
  {
    name: 'thanh_vien',
    kind: 'table',
    label: text('Thành viên cùng thay đổi', 'Members who move too'),
    max: 10,
    columns: [
      { name: 'ho_ten', kind: 'person-name', label: text('Họ tên', 'Full name'), required: true },
      { name: 'ngay_sinh', kind: 'date', label: text('Ngày sinh', 'Birthday'), required: true },
    ],
  },
  { name: 'bang_chu', kind: 'computed', label: text('Ngày sinh bằng chữ', 'Birthday in words') },
];

/** The form as somebody left it in the middle, with a few slips. */
export const filled: Filled = {
  typed: {
    ten_giay_to: '<script>alert(1)</script>',
    so_ban: 'hai',
    von: '1.250.000',
    'ngay_sinh.day': '31',
    'ngay_sinh.month': '2',
    'ngay_sinh.year': '2026',
    dan_toc: 'kho-me',
    gioi_tinh: 'nu',
    ho_ten: 'Nguyễn Thị Ngọc Ánh',
    'noi_o.province': '92',
    'noi_o.commune': '',
    'thanh_vien.0.row': '1',
    'thanh_vien.0.ho_ten': 'Trần Văn Bảo',
    'thanh_vien.1.row': '1',
    bang_chu: 'Ngày hai mươi bảy tháng ba năm hai nghìn không trăm hai mươi sáu',
  },
  wrong: {
    so_ban: text(
      'Nhập số bản sao bằng chữ số, ví dụ 2',
      'Enter the number of copies in digits, for example 2',
    ),
    'ngay_sinh.day': text(
      'Tháng 2 năm 2026 không có ngày 31. Nhập ngày sinh, ví dụ 27 3 2026',
      'February 2026 has no day 31. Enter the birthday, for example 27 3 2026',
    ),
    cam_doan: text('Đánh dấu để cam đoan', 'Tick to declare'),
    'noi_o.commune': text('Chọn xã, phường, đặc khu', 'Choose the commune, ward or special zone'),
  },
};

const lists: Readonly<Record<string, readonly Option[]>> = {
  'ethnic-groups': [
    { value: 'kinh', label: text('Kinh', 'Kinh') },
    { value: 'kho-me', label: text('Khơ-me', 'Khmer') },
    { value: 'hoa', label: text('Hoa', 'Hoa') },
  ],
  provinces: [
    { value: '91', label: text('Tỉnh An Giang', 'An Giang Province') },
    { value: '92', label: text('Thành phố Cần Thơ', 'Can Tho City') },
  ],
};

const communes: readonly Option[] = [
  { value: '31135', label: text('Phường Ninh Kiều', 'Ninh Kieu Ward') },
  { value: '31150', label: text('Phường Cái Khế', 'Cai Khe Ward') },
];

/** A few entries of each list. */
export const lookups: Lookups = {
  options: (list, within) =>
    list === 'communes' ? (within === '92' ? communes : []) : (lists[list] ?? []),
};
