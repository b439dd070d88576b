import { text, type Text } from '#/values/text.ts';
import type { AccountKind } from '../person.ts';
import type { PersonFacts } from '../register-person.ts';
import { official, resident } from './persons.ts';

/** A post that a demo official should hold; the application grants it, since identity knows no units. */
export interface WishedPost {
  /** Key of a unit of the demo ward. */
  readonly unitKey: string;
  readonly role: string;
  readonly title: string;
}

/** An account that is opened by a button where the demo is on. */
export interface DemoAccount {
  readonly name: string;
  readonly kind: AccountKind;
  readonly person: PersonFacts;
  /** What one can do with it, in one sentence. */
  readonly description: Text;
  readonly posts: readonly WishedPost[];
}

/** All demo accounts: invented persons of one ward, with numbers that cannot exist. */
export const demoAccounts: readonly DemoAccount[] = [
  {
    name: 'cong-dan-1',
    kind: 'citizen',
    person: resident(
      'Nguyễn Thị Bình',
      '1992-03-27',
      '000192000001',
      '12 đường Hai Bà Trưng, khu vực 1',
    ),
    description: text(
      'Nộp hồ sơ, ví dụ khai sinh cho con, và theo dõi',
      'Applies, for example to register a birth, and follows it',
    ),
    posts: [],
  },
  {
    name: 'cong-dan-2',
    kind: 'citizen',
    person: resident(
      'Thạch Sa Rươne',
      '1968-11-05',
      '000068000002',
      '45/7 hẻm 3, đường Phan Đình Phùng, khu vực 4',
      {
        ethnicity: 'Khmer',
      },
    ),
    description: text(
      'Nộp hồ sơ cấp phép xây dựng, xin xác nhận cư trú',
      'Applies for a building permit or a residence certificate',
    ),
    posts: [],
  },
  {
    name: 'doanh-nghiep-1',
    kind: 'citizen',
    person: resident(
      'Lê Hoàng Phúc',
      '1979-08-14',
      '000079000003',
      '88 đường Nguyễn Trãi, khu vực 2',
      {
        organisationName: 'Hộ kinh doanh Gạo Phúc Lộc',
        taxCode: '000079000003',
      },
    ),
    description: text(
      'Đăng ký và thay đổi hộ kinh doanh',
      'Registers and changes a household business',
    ),
    posts: [],
  },
  {
    name: 'mot-cua-1',
    kind: 'official',
    person: official('Phạm Thị Mai Lan', '1990-01-19', '000190000011'),
    description: text(
      'Tiếp nhận, kiểm tra thành phần hồ sơ, trả kết quả',
      'Receives and checks dossiers, hands out results',
    ),
    posts: [
      {
        unitKey: 'ninh-kieu-mot-cua',
        role: 'TIEP_NHAN',
        title: 'Công chức Trung tâm Phục vụ hành chính công',
      },
      {
        unitKey: 'ninh-kieu-mot-cua',
        role: 'TRA_KET_QUA',
        title: 'Công chức Trung tâm Phục vụ hành chính công',
      },
    ],
  },
  {
    name: 'thu-ly-1',
    kind: 'official',
    person: official('Trần Quốc Việt', '1986-06-02', '000086000012'),
    description: text(
      'Thụ lý hồ sơ hộ tịch, chứng thực; soạn kết quả',
      'Handles civil status and certification; drafts results',
    ),
    posts: [
      {
        unitKey: 'ninh-kieu-tu-phap',
        role: 'TU_PHAP_HO_TICH',
        title: 'Công chức tư pháp - hộ tịch',
      },
    ],
  },
  {
    name: 'thu-ly-2',
    kind: 'official',
    person: official('Võ Minh Nhật', '1994-09-23', '000094000013'),
    description: text(
      'Thụ lý hồ sơ xây dựng, hộ kinh doanh',
      'Handles building permits and household businesses',
    ),
    posts: [
      {
        unitKey: 'ninh-kieu-kinh-te',
        role: 'CHUYEN_VIEN',
        title: 'Chuyên viên Phòng Kinh tế, Hạ tầng và Đô thị',
      },
    ],
  },
  {
    name: 'truong-phong-1',
    kind: 'official',
    person: official('Đặng Thị Thu Hà', '1981-12-30', '000181000014'),
    description: text(
      'Phân công chuyên viên, xem lại hồ sơ trước khi trình',
      'Assigns case officers, reviews before signature',
    ),
    posts: [
      {
        unitKey: 'ninh-kieu-kinh-te',
        role: 'TRUONG_PHONG',
        title: 'Trưởng phòng Kinh tế, Hạ tầng và Đô thị',
      },
    ],
  },
  {
    name: 'lanh-dao-1',
    kind: 'official',
    person: official('Huỳnh Văn Thành', '1975-04-08', '000075000015'),
    description: text(
      'Phê duyệt, ký kết quả hoặc trả lại',
      'Approves and signs results, or returns them',
    ),
    posts: [
      {
        unitKey: 'ninh-kieu-lanh-dao',
        role: 'LANH_DAO_UBND',
        title: 'Phó Chủ tịch Ủy ban nhân dân',
      },
    ],
  },
  {
    name: 'van-thu-1',
    kind: 'official',
    person: official('Bùi Ngọc Diệp', '1997-07-17', '000197000016'),
    description: text('Cấp số, vào sổ, đóng dấu kết quả', 'Numbers, registers and seals results'),
    posts: [
      { unitKey: 'ninh-kieu-van-thu', role: 'VAN_THU', title: 'Văn thư Văn phòng HĐND và UBND' },
      { unitKey: 'ninh-kieu-van-thu', role: 'VAN_PHONG', title: 'Văn thư Văn phòng HĐND và UBND' },
    ],
  },
  {
    name: 'cong-an-1',
    kind: 'official',
    person: official('Nguyễn Hữu Tài', '1991-05-11', '000091000017'),
    description: text(
      'Tiếp nhận và xác minh hồ sơ cư trú',
      'Receives and verifies residence dossiers',
    ),
    posts: [
      { unitKey: 'ninh-kieu-cong-an', role: 'CA_TIEP_NHAN', title: 'Cán bộ Công an phường' },
      { unitKey: 'ninh-kieu-cong-an', role: 'CA_XAC_MINH', title: 'Cán bộ Công an phường' },
      { unitKey: 'ninh-kieu-cong-an', role: 'CA_CAN_CUOC', title: 'Cán bộ Công an phường' },
    ],
  },
  {
    name: 'cong-an-2',
    kind: 'official',
    person: official('Lâm Thanh Sơn', '1978-10-26', '000078000018'),
    description: text('Phê duyệt hồ sơ cư trú', 'Approves residence dossiers'),
    posts: [{ unitKey: 'ninh-kieu-cong-an', role: 'CA_LANH_DAO', title: 'Trưởng Công an phường' }],
  },
  {
    name: 'thue-1',
    kind: 'official',
    person: official('Đỗ Thị Kim Ngân', '1989-02-15', '000189000019'),
    description: text(
      'Xử lý phần thuế của hồ sơ liên thông',
      'Handles the tax leg of joined procedures',
    ),
    posts: [{ unitKey: 'ninh-kieu-thue', role: 'CB_THUE', title: 'Công chức Thuế cơ sở' }],
  },
  {
    name: 'thue-2',
    kind: 'official',
    person: official('Trương Công Hậu', '1974-03-03', '000074000020'),
    description: text('Phê duyệt phần thuế', 'Approves the tax leg'),
    posts: [{ unitKey: 'ninh-kieu-thue', role: 'LANH_DAO_THUE', title: 'Phó Trưởng Thuế cơ sở' }],
  },
  {
    name: 'bhxh-1',
    kind: 'official',
    person: official('Sơn Thị Ngọc Trâm', '1993-08-21', '000193000021', { ethnicity: 'Khmer' }),
    description: text(
      'Cấp thẻ bảo hiểm y tế cho trẻ',
      'Issues health insurance cards for children',
    ),
    posts: [{ unitKey: 'ninh-kieu-bhxh', role: 'BHXH', title: 'Viên chức Bảo hiểm xã hội cơ sở' }],
  },
  {
    name: 'van-hoa-1',
    kind: 'official',
    person: official('Huỳnh Thị Cẩm Tú', '1991-01-12', '000191000023'),
    description: text(
      'Cho ý kiến về di tích, cảnh quan',
      'Gives opinions on monuments and landscape',
    ),
    posts: [{ unitKey: 'ninh-kieu-van-hoa', role: 'VAN_HOA', title: 'Công chức Văn hóa – Xã hội' }],
  },
  {
    name: 'quan-su-1',
    kind: 'official',
    person: official('Mai Đức Thắng', '1983-07-22', '000083000024'),
    description: text(
      'Cho ý kiến về công trình quốc phòng, tĩnh không',
      'Gives opinions on defence works and air space',
    ),
    posts: [
      {
        unitKey: 'ninh-kieu-quan-su',
        role: 'QUAN_SU',
        title: 'Chỉ huy trưởng Ban Chỉ huy Quân sự',
      },
    ],
  },
  {
    name: 'quan-tri',
    kind: 'official',
    person: official('Ngô Gia Bảo', '1988-11-29', '000088000022'),
    description: text(
      'Quản trị hệ thống, thủ tục, người dùng',
      'Administers the system, procedures and users',
    ),
    posts: [{ unitKey: 'ninh-kieu-lanh-dao', role: 'QUAN_TRI', title: 'Quản trị hệ thống' }],
  },
];
