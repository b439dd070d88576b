import { home, type Story } from '../story.ts';

/** A woman registers her residence in a house of her own; the police wait for the fee before they verify. */
export const story: Story = {
  applicant: 'cong-dan-1',
  answers: {
    gioi_tinh: 'Nữ',
    truong_hop: 'Chỗ ở thuộc quyền sở hữu',
    dia_chi_moi: home,
    quan_he_chu_ho: 'Chủ hộ',
    thanh_vien: [],
    noi_dung: 'Đăng ký thường trú',
  },
  papers: [],
  way: [
    'CA_TIEP_NHAN receive',
    'NGUOI_NOP pay',
    'CA_XAC_MINH handle',
    'CA_LANH_DAO approve',
    'CA_TIEP_NHAN register',
    'CA_TIEP_NHAN deliver',
  ],
  fee: 10_000,
  due: '10 giờ 00, 23/07/2026',
  says: ['Nguyễn Thị Bình'],
};
