import { home, type Story } from '../story.ts';

/** A grocer registers his shop online, which costs nothing. */
export const story: Story = {
  applicant: 'doanh-nghiep-1',
  answers: {
    chu_the: 'Cá nhân',
    chu_so_dinh_danh: '000079000003',
    ten_hkd: 'Hộ kinh doanh Gạo Phúc Lộc',
    dia_chi: home,
    nganh_nghe: [
      { ma: '4711', ten: 'Bán lẻ trong các cửa hàng kinh doanh tổng hợp', chinh: true },
      { ma: '4631', ten: 'Bán buôn gạo', chinh: false },
    ],
    von: 50_000_000,
    ngay_bat_dau: '2026-08-01',
  },
  papers: [],
  way: [
    'TIEP_NHAN receive',
    'CHUYEN_VIEN handle',
    'TRUONG_PHONG approve',
    'TRA_KET_QUA register',
    'TRA_KET_QUA deliver',
  ],
  fee: 0,
  due: '10 giờ 00, 17/07/2026',
  says: ['Hộ kinh doanh Gạo Phúc Lộc', 'Lê Hoàng Phúc'],
};
