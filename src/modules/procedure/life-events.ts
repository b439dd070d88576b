import type { IconName } from '#/ui/index.ts';
import { text, type Text } from '#/values/text.ts';

/** A moment in life at which people meet the state; `icon` is a name of the icon set. */
export interface LifeEvent {
  readonly code: string;
  readonly name: Text;
  readonly icon: IconName;
  readonly of: 'citizen' | 'business';
}

/** The life events of the catalogue in the order in which they are shown, after the groups of the national portal. */
export const lifeEvents: readonly LifeEvent[] = [
  event('sinh_con', 'Sinh con, nuôi con nhỏ', 'Having and raising a baby', 'baby'),
  event('hoc_tap', 'Học tập', 'Going to school', 'graduation-cap'),
  event('giay_to_tuy_than', 'Giấy tờ tùy thân', 'Identity papers', 'id-card'),
  event('cu_tru', 'Chuyển chỗ ở, cư trú', 'Moving home, residence', 'truck'),
  event('ket_hon', 'Kết hôn, gia đình', 'Marriage and family', 'heart'),
  event('ly_hon', 'Ly hôn', 'Divorce', 'heart-crack'),
  event('chung_thuc_giay_to', 'Sao y, chứng thực giấy tờ', 'Certified copies of papers', 'stamp'),
  event('sua_giay_to', 'Sửa thông tin trên giấy tờ', 'Correcting papers', 'file-pen'),
  event('viec_lam', 'Việc làm, thất nghiệp', 'Work and unemployment', 'briefcase'),
  event('xay_nha', 'Xây, sửa nhà', 'Building or repairing a house', 'hammer'),
  event('mua_ban_nha_dat', 'Mua, bán nhà đất', 'Buying or selling property', 'key-round'),
  event('so_huu_nha_dat', 'Có nhà, có đất', 'Owning land or a house', 'house'),
  event('suc_khoe', 'Sức khỏe, bảo hiểm y tế', 'Health and health insurance', 'heart-pulse'),
  event(
    'tro_giup_xa_hoi',
    'Trợ giúp xã hội, người có công',
    'Social support and people of merit',
    'hand-heart',
  ),
  event('phuong_tien', 'Xe, lái xe', 'Vehicles and driving', 'car'),
  event('nghi_huu', 'Nghỉ hưu', 'Retirement', 'armchair'),
  event('nguoi_than_qua_doi', 'Người thân qua đời', 'When someone dies', 'flower-2'),
  event('khieu_nai', 'Khiếu nại, tố cáo', 'Complaints', 'scale'),
  event('khoi_su_kinh_doanh', 'Bắt đầu kinh doanh', 'Starting a business', 'store', 'business'),
  event(
    'thay_doi_kinh_doanh',
    'Thay đổi, ngừng kinh doanh',
    'Changing or closing a business',
    'refresh-cw',
    'business',
  ),
  event('nop_thue', 'Nộp thuế, phí', 'Paying taxes and fees', 'receipt-text', 'business'),
  event(
    'thue_lao_dong',
    'Thuê lao động, bảo hiểm xã hội',
    'Hiring and social insurance',
    'users',
    'business',
  ),
];

/** The life event of a code; undefined when there is none. */
export function findLifeEvent(code: string): LifeEvent | undefined {
  return lifeEvents.find((one) => one.code === code);
}

function event(
  code: string,
  vi: string,
  en: string,
  icon: IconName,
  of: LifeEvent['of'] = 'citizen',
): LifeEvent {
  return { code, name: text(vi, en), icon, of };
}
