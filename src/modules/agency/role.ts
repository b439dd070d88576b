import { text, type Text } from '#/values/text.ts';

/** The roles that officials hold in units; processes and access rules name them. */
export const roles = {
  TIEP_NHAN: text('Tiếp nhận hồ sơ', 'Reception'),
  TRA_KET_QUA: text('Trả kết quả', 'Delivery of results'),
  TU_PHAP_HO_TICH: text('Tư pháp – hộ tịch', 'Justice and civil status'),
  VAN_PHONG: text('Văn phòng', 'Office'),
  CHUYEN_VIEN: text('Chuyên viên thụ lý', 'Case officer'),
  VAN_HOA: text('Văn hóa – xã hội', 'Culture and social affairs'),
  QUAN_SU: text('Quân sự', 'Military command'),
  TRUONG_PHONG: text('Trưởng phòng', 'Head of office'),
  LANH_DAO_UBND: text('Lãnh đạo Ủy ban nhân dân', "Leader of the People's Committee"),
  VAN_THU: text('Văn thư', 'Records clerk'),
  CA_TIEP_NHAN: text('Công an tiếp nhận', 'Police reception'),
  CA_XAC_MINH: text('Công an xác minh', 'Police verification'),
  CA_LANH_DAO: text('Lãnh đạo Công an', 'Police leader'),
  CA_CAN_CUOC: text('Công an cấp căn cước', 'Police identity cards'),
  CB_THUE: text('Cán bộ thuế', 'Tax officer'),
  LANH_DAO_THUE: text('Lãnh đạo cơ quan thuế', 'Tax leader'),
  BHXH: text('Cán bộ bảo hiểm xã hội', 'Social insurance officer'),
  QUAN_TRI: text('Quản trị hệ thống', 'Administrator'),
} as const satisfies Record<string, Text>;

export type Role = keyof typeof roles;

/** Whether a text names a role. */
export function isRole(candidate: string): candidate is Role {
  return Object.hasOwn(roles, candidate);
}
