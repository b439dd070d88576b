import { home, type Story } from '../story.ts';

/** A tenant registers for six months with the consent of the owner. */
export const story: Story = {
  applicant: 'cong-dan-2',
  answers: {
    hinh_thuc: 'Cá nhân, hộ gia đình',
    gioi_tinh: 'Nam',
    truong_hop: 'Thuê, mượn, ở nhờ',
    dia_chi_moi: home,
    thoi_han: 6,
    quan_he_chu_ho: 'Chủ hộ',
    thanh_vien: [],
    noi_dung: 'Đăng ký tạm trú',
    y_kien_chu_so_huu: { name: 'Lê Thị Sáu', personalId: '000180000043', agreed: true },
  },
  papers: ['000.00.00.G01-KQ003631'],
  way: [
    'CA_TIEP_NHAN receive',
    'NGUOI_NOP pay',
    'CA_XAC_MINH handle',
    'CA_LANH_DAO approve',
    'CA_TIEP_NHAN register',
    'CA_TIEP_NHAN deliver',
  ],
  fee: 7_000,
  due: '10 giờ 00, 17/07/2026',
  says: ['Thạch Sa Rươne'],
};
