import { type Story } from '../story.ts';

/** A woman who was never married asks for the paper with which she may marry in another commune. */
export const story: Story = {
  applicant: 'cong-dan-1',
  answers: {
    quan_he: 'Bản thân',
    nyc_gioi_tinh: 'Nữ',
    ket_hon_voi: 'Trần Văn Khải, sinh năm 1990',
    ket_hon_voi_gioi_tinh: 'Nam',
    da_cap_truoc: 'Không',
    so_luong: 1,
  },
  papers: [],
  way: [
    'TIEP_NHAN receive',
    'TU_PHAP_HO_TICH handle',
    'LANH_DAO_UBND approve',
    'VAN_THU register',
    'TRA_KET_QUA deliver',
  ],
  fee: 0,
  due: '10 giờ 00, 17/07/2026',
  says: ['Nguyễn Thị Bình', 'XNTTHN'],
};
