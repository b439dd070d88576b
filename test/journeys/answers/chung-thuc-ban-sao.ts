import { type Story } from '../story.ts';

/** Certified copies of two diplomas, fetched the same day. */
export const story: Story = {
  applicant: 'doanh-nghiep-1',
  answers: {
    ds_giay_to: [
      { ten: 'Bằng tốt nghiệp đại học', so_trang: 2, so_ban: 3 },
      { ten: 'Học bạ', so_trang: 5, so_ban: 1 },
    ],
    ban_sao_kem: 'Nhờ cơ quan chụp từ bản chính',
  },
  papers: [],
  way: [
    'TIEP_NHAN receive',
    'VAN_PHONG handle',
    'LANH_DAO_UBND approve',
    'VAN_THU register',
    'TRA_KET_QUA deliver',
  ],
  fee: 19_000,
  due: '17 giờ 00, 14/07/2026',
  says: ['SCT/BS'],
};
