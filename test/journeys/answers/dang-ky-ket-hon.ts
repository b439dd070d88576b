import { home, type Story } from '../story.ts';

/** A couple of the ward asks to marry; both for the first time. */
export const story: Story = {
  applicant: 'cong-dan-1',
  answers: {
    nu_ho_ten: 'Nguyễn Thị Bình',
    nu_ngay_sinh: '1992-03-27',
    nu_so_dinh_danh: '000192000001',
    nu_noi_cu_tru: home,
    nam_ho_ten: 'Trần Văn Khải',
    nam_ngay_sinh: '1990-09-02',
    nam_so_dinh_danh: '000090000042',
    nam_noi_cu_tru: home,
    de_nghi_cap_ban_sao: 'Không',
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
  due: '17 giờ 00, 14/07/2026',
  says: ['Trần Văn Khải', 'GCNKH'],
};
