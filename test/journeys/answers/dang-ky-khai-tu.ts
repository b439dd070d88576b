import { home, type Story } from '../story.ts';

/** A daughter registers the death of her father, ten days ago in the hospital. */
export const story: Story = {
  applicant: 'cong-dan-1',
  answers: {
    quan_he: 'Con',
    uy_quyen: 'Không',
    nc_ho_ten: 'Nguyễn Văn Tư',
    nc_ngay_sinh: { year: 1950 },
    nc_so_dinh_danh: '000050000041',
    nc_noi_cu_tru_cuoi: home,
    thoi_gian_chet: '2026-07-04T03:20',
    noi_chet: 'Bệnh viện Đa khoa thành phố Cần Thơ',
    nguyen_nhan: 'Bệnh',
    giay_bao_tu: 'Có Giấy báo tử hoặc giấy tờ thay thế',
    gbt_ngay: '2026-07-04',
    de_nghi_cap_ban_sao: 'Không',
  },
  papers: ['000.00.00.G15-KQ004376'],
  way: [
    'TIEP_NHAN receive',
    'TU_PHAP_HO_TICH handle',
    'LANH_DAO_UBND approve',
    'VAN_THU register',
    'TRA_KET_QUA deliver',
  ],
  fee: 0,
  due: '17 giờ 00, 14/07/2026',
  says: ['Nguyễn Văn Tư', 'TLKT'],
};
