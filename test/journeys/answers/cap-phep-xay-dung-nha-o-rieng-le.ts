import { home, type Story } from '../story.ts';

/** A man wants to build a house of two floors beside his neighbour's. */
export const story: Story = {
  applicant: 'cong-dan-2',
  answers: {
    loai_cong_trinh: 'Nhà ở riêng lẻ',
    ten_chu_dau_tu: 'Thạch Sa Rươne',
    so_dinh_danh: '000068000002',
    giay_to_dat: 'Giấy chứng nhận quyền sử dụng đất',
    so_to: '12',
    so_thua: '345',
    dien_tich: 120,
    dia_chi: home,
    cap_cong_trinh: 'Cấp IV',
    so_tang: 2,
    dt_tang_1: 80,
    tong_dt_san: 160,
    chieu_cao: 8.5,
    cot_xay_dung: 0.45,
    lien_ke: 'Có',
    pccc: 'Không',
    thoi_gian_hoan_thanh: 8,
  },
  papers: ['000.00.00.G17-KQ002712', 'GPXD.CAMKET'],
  way: [
    'TIEP_NHAN receive',
    'TRUONG_PHONG assign',
    'CHUYEN_VIEN handle',
    'TRUONG_PHONG review',
    'LANH_DAO_UBND approve',
    'VAN_THU register',
    'TRA_KET_QUA deliver',
  ],
  fee: 75_000,
  due: '10 giờ 00, 23/07/2026',
  says: ['Thạch Sa Rươne', 'GPXD'],
};
