import { home, type Story } from '../story.ts';

/** A home owner declares his land; the notice names the tax, which he pays before it is handed out. */
export const story: Story = {
  applicant: 'cong-dan-2',
  answers: {
    dia_chi_thua: home,
    to_ban_do: '12',
    thua_so: '345',
    da_co_gcn: 'Có',
    gcn_so: 'CK 123456',
    muc_dich: 'Đất ở',
    thoi_diem_bat_dau: '2026-06-20',
    dien_tich_gcn: 120,
    dien_tich_thuc_te: 120,
    han_muc: 200,
    gia_dat: 10_000_000,
    mien_giam: 'Không',
  },
  papers: [],
  way: [
    'TIEP_NHAN receive',
    'CB_THUE handle',
    'LANH_DAO_THUE approve',
    'CB_THUE register',
    'NGUOI_NOP pay',
    'CB_THUE deliver',
  ],
  fee: 360_000,
  due: '10 giờ 00, 20/07/2026',
  says: ['Thạch Sa Rươne'],
};
