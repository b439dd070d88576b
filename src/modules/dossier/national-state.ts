import { text, type Text } from '#/values/text.ts';
import type { State } from './dossier.ts';

/** One of the ten national dossier states of the synchronisation interface (mã trạng thái đồng bộ). */
export interface NationalState {
  readonly code: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;
  readonly name: Text;
}

const national = {
  1: { code: 1, name: text('Mới đăng ký', 'Submitted') },
  2: { code: 2, name: text('Được tiếp nhận', 'Accepted') },
  3: { code: 3, name: text('Không được tiếp nhận', 'Not accepted') },
  4: { code: 4, name: text('Đang xử lý', 'In progress') },
  5: { code: 5, name: text('Yêu cầu bổ sung giấy tờ', 'Supplement required') },
  6: { code: 6, name: text('Yêu cầu thực hiện nghĩa vụ tài chính', 'Payment required') },
  7: { code: 7, name: text('Công dân yêu cầu rút hồ sơ', 'Withdrawn') },
  8: { code: 8, name: text('Dừng xử lý', 'Stopped') },
  9: { code: 9, name: text('Đã xử lý xong', 'Resolved') },
  10: { code: 10, name: text('Đã trả kết quả', 'Result delivered') },
} as const satisfies Record<number, NationalState>;

const codeOf = {
  SUBMITTED: 1,
  RESUBMITTED: 1,
  ACCEPTED: 2,
  REFUSED_INTAKE: 3,
  ASSIGNED: 4,
  HANDLING: 4,
  VERIFYING: 4,
  CONSULTING: 4,
  DRAFTING: 4,
  // The national catalogue has no word for it: nothing is missing, the agency goes on with it.
  CONFIRMING: 4,
  AWAITING_SIGNATURE: 4,
  SIGNED: 4,
  SUPPLEMENT_REQUIRED: 5,
  PAYMENT_REQUIRED: 6,
  WITHDRAWN: 7,
  STOPPED: 8,
  REFUSED_RESULT: 9,
  RESOLVED: 9,
  DELIVERED: 10,
} as const satisfies Record<State, keyof typeof national>;

/** The national state of an internal one. Total: every internal state has exactly one. */
export function nationalState(state: State): NationalState {
  return national[codeOf[state]];
}
