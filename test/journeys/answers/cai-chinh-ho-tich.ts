import { type Story } from '../story.ts';

/** A man corrects his date of birth in the register of births; the clerk had written it wrong. */
export const story: Story = {
  applicant: 'cong-dan-2',
  answers: {
    loai_viec: 'Cải chính hộ tịch',
    sai_sot_khi_dang_ky: 'Có',
    quan_he: 'Bản thân',
    noi_dung_cu: 'Ngày sinh 15/11/1968',
    noi_dung_moi: 'Ngày sinh 05/11/1968',
    ly_do: 'Sổ đăng ký ghi nhầm ngày sinh',
    de_nghi_cap_ban_sao: 'Không',
  },
  papers: ['000.00.00.G15-KQ003434'],
  way: [
    'TIEP_NHAN receive',
    'TU_PHAP_HO_TICH handle',
    'LANH_DAO_UBND approve',
    'VAN_THU register',
    'TRA_KET_QUA deliver',
  ],
  fee: 15_000,
  due: '10 giờ 00, 17/07/2026',
  says: ['Ngày sinh 05/11/1968', 'TLTĐCC'],
};
