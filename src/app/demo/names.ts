import type { Sex } from '#/values/personal-id.ts';
import type { Random } from './random.ts';

/** How often a family name is met in the Mekong delta, in per mille. */
const families: readonly (readonly [string, number])[] = [
  ['Nguyễn', 310],
  ['Trần', 115],
  ['Lê', 95],
  ['Phạm', 65],
  ['Huỳnh', 60],
  ['Võ', 45],
  ['Phan', 40],
  ['Trương', 28],
  ['Bùi', 22],
  ['Đặng', 22],
  ['Đỗ', 18],
  ['Ngô', 17],
  ['Hồ', 16],
  ['Dương', 16],
  ['Lâm', 15],
  ['Lý', 13],
  ['Mai', 11],
  ['Cao', 10],
  ['Đinh', 9],
  ['Châu', 8],
  ['Tô', 7],
  ['Quách', 5],
];

/** Families of the Khmer of Cần Thơ. */
const khmerFamilies = ['Thạch', 'Sơn', 'Danh', 'Kim', 'Lâm'] as const;

const middles: Readonly<Record<Sex, readonly string[]>> = {
  Nam: [
    'Văn',
    'Hữu',
    'Minh',
    'Quốc',
    'Thanh',
    'Hoàng',
    'Đức',
    'Công',
    'Trọng',
    'Gia',
    'Tấn',
    'Phước',
  ],
  Nữ: ['Thị', 'Thị Kim', 'Thị Ngọc', 'Thị Thanh', 'Ngọc', 'Thùy', 'Bích', 'Mỹ', 'Hồng', 'Thị Cẩm'],
};

// oxfmt-ignore
const givens: Readonly<Record<Sex, readonly string[]>> = {
  Nam: ['An', 'Bảo', 'Chí', 'Cường', 'Dũng', 'Duy', 'Đạt', 'Hải', 'Hậu', 'Hiếu', 'Hòa', 'Huy', 'Khang', 'Khoa', 'Kiệt',
    'Lâm', 'Long', 'Lộc', 'Mẫn', 'Nam', 'Nghĩa', 'Nhân', 'Phong', 'Phúc', 'Quang', 'Sang', 'Tài', 'Thái', 'Thiện', 'Thịnh',
    'Tiến', 'Toàn', 'Trí', 'Trung', 'Tuấn', 'Tùng', 'Vinh'],
  Nữ: ['An', 'Anh', 'Châu', 'Chi', 'Diễm', 'Dung', 'Duyên', 'Giang', 'Hà', 'Hạnh', 'Hân', 'Hiền', 'Hoa', 'Hương', 'Khánh',
    'Lan', 'Linh', 'Loan', 'Ly', 'Mai', 'Ngân', 'Nghi', 'Nhi', 'Như', 'Nhung', 'Oanh', 'Phương', 'Quyên', 'Thảo', 'Thắm',
    'Thu', 'Thủy', 'Thư', 'Tiên', 'Trang', 'Trâm', 'Trinh', 'Tuyền', 'Uyên', 'Vân', 'Yến'],
};

// oxfmt-ignore
const streets = ['Hai Bà Trưng', 'Nguyễn Trãi', 'Trần Hưng Đạo', '30 Tháng 4', 'Mậu Thân', '3 Tháng 2', 'Hòa Bình',
  'Lý Tự Trọng', 'Ngô Quyền', 'Phan Đình Phùng', 'Xô Viết Nghệ Tĩnh', 'Cách Mạng Tháng Tám', 'Trần Văn Khéo',
  'Nguyễn Văn Cừ', 'Võ Văn Tần', 'Đề Thám', 'Huỳnh Cương', 'Trần Việt Châu', 'Phạm Ngũ Lão', 'Trần Quang Khải',
  'Ung Văn Khiêm', 'Nguyễn An Ninh', 'Châu Văn Liêm', 'Trần Bình Trọng'] as const;

/** A family name as often as it is met. */
export function familyName(random: Random, isKhmer = false): string {
  return isKhmer ? random.pick(khmerFamilies) : random.weigh(families);
}

/** A full name with this family name. */
export function fullName(random: Random, family: string, sex: Sex): string {
  return `${family} ${random.pick(middles[sex])} ${random.pick(givens[sex])}`;
}

/** House and street of an address in the demo ward. */
export function streetAddress(random: Random): string {
  const house = random.chance(0.3)
    ? `${random.whole(2, 190)}/${random.whole(1, 40)}`
    : String(random.whole(1, 290));
  return `${house} đường ${random.pick(streets)}, khu vực ${random.whole(1, 8)}`;
}
