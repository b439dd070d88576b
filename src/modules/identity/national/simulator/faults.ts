/** What the simulator can be told to do wrong, one at a time, as the real thing and its attackers do. */
export const faults = {
  none: 'Không lỗi',
  plain: 'Trả JSON không mã hóa',
  'sealed-code': 'Mã hóa cả mã (encrypt_key)',
  down: 'Không trả lời',
  broken: 'Lỗi máy chủ (500)',
  slow: 'Trả lời quá chậm',
  refused: 'Từ chối đổi mã',
  'tampered-key': 'Khóa bị sửa',
  'tampered-data': 'Dữ liệu bị sửa',
  'wrong-state': 'Sai state',
  'wrong-level': 'Mức không có thật',
  'no-number': 'Thiếu số định danh',
  organisation: 'Tài khoản tổ chức',
  'not-json': 'Trả trang HTML',
  cancelled: 'Người dùng bấm hủy',
} as const;

export type SimulatedFault = keyof typeof faults;

export function isSimulatedFault(word: string | null): word is SimulatedFault {
  return word !== null && Object.hasOwn(faults, word);
}
