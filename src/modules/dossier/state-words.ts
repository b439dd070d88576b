import { text, type Text } from '#/values/text.ts';
import type { State } from './dossier.ts';

/** How each state is told to people: what it is called and how it looks. */
export interface StateWords {
  readonly name: Text;
  readonly tone: 'info' | 'good' | 'warning' | 'error' | 'neutral';
  /** What happens next, as the applicant reads it. */
  readonly next: Text;
}

export const stateWords: Readonly<Record<State, StateWords>> = {
  SUBMITTED: {
    name: text('Chờ tiếp nhận', 'Awaiting acceptance'),
    tone: 'info',
    next: text(
      'Cán bộ kiểm tra hồ sơ trong 8 giờ làm việc.',
      'An official checks your dossier within 8 working hours.',
    ),
  },
  RESUBMITTED: {
    name: text('Đã bổ sung, chờ tiếp nhận', 'Supplemented, awaiting acceptance'),
    tone: 'info',
    next: text('Cán bộ kiểm tra phần bạn vừa bổ sung.', 'An official checks what you added.'),
  },
  ACCEPTED: {
    name: text('Đã tiếp nhận', 'Accepted'),
    tone: 'info',
    next: text(
      'Hồ sơ được chuyển đến bộ phận chuyên môn.',
      'The dossier goes to the office in charge.',
    ),
  },
  REFUSED_INTAKE: {
    name: text('Không được tiếp nhận', 'Not accepted'),
    tone: 'error',
    next: text(
      'Xem lý do bên dưới. Bạn có thể nộp lại hồ sơ mới.',
      'See the reason below. You may apply again.',
    ),
  },
  ASSIGNED: {
    name: text('Đã phân công', 'Assigned'),
    tone: 'info',
    next: text('Cán bộ thụ lý bắt đầu xem xét.', 'The case officer begins.'),
  },
  HANDLING: {
    name: text('Đang thẩm tra', 'Being examined'),
    tone: 'info',
    next: text('Cán bộ chuyên môn đang thẩm tra hồ sơ.', 'The case officer examines the dossier.'),
  },
  VERIFYING: {
    name: text('Đang xác minh', 'Being verified'),
    tone: 'info',
    next: text(
      'Cơ quan đang xác minh thêm, thời hạn được tính lại theo luật.',
      'The agency verifies facts; the deadline was recomputed by law.',
    ),
  },
  CONSULTING: {
    name: text('Đang lấy ý kiến', 'Opinions are being asked'),
    tone: 'info',
    next: text('Đang chờ ý kiến của cơ quan khác.', 'Other agencies are being asked.'),
  },
  DRAFTING: {
    name: text('Chờ trình ký', 'Under review'),
    tone: 'info',
    next: text(
      'Kết quả đang được kiểm tra trước khi trình ký.',
      'The result is reviewed before it is signed.',
    ),
  },
  AWAITING_SIGNATURE: {
    name: text('Chờ ký duyệt', 'Awaiting approval'),
    tone: 'info',
    next: text('Lãnh đạo đang xem xét, ký duyệt.', 'The leader decides.'),
  },
  SIGNED: {
    name: text('Đã ký, chờ vào sổ', 'Approved, being registered'),
    tone: 'info',
    next: text('Văn thư vào sổ, đóng dấu kết quả.', 'The result is registered and sealed.'),
  },
  CONFIRMING: {
    name: text('Chờ kiểm tra bản nháp', 'Draft to be checked'),
    tone: 'warning',
    next: text(
      'Người nộp kiểm tra bản nháp kết quả. Thời hạn giải quyết tạm dừng; không trả lời thì coi như đồng ý.',
      'The applicant checks a draft of the result. The deadline is paused; no answer counts as consent.',
    ),
  },
  SUPPLEMENT_REQUIRED: {
    name: text('Cần bổ sung', 'Supplement required'),
    tone: 'warning',
    next: text(
      'Bạn cần bổ sung hồ sơ. Thời hạn giải quyết tạm dừng cho đến khi bạn gửi.',
      'You need to add something. The deadline is paused until you do.',
    ),
  },
  PAYMENT_REQUIRED: {
    name: text('Cần nộp phí, lệ phí', 'Payment required'),
    tone: 'warning',
    next: text(
      'Bạn cần nộp phí, lệ phí. Thời hạn giải quyết tạm dừng cho đến khi bạn nộp.',
      'You need to pay. The deadline is paused until you do.',
    ),
  },
  WITHDRAWN: {
    name: text('Đã rút', 'Withdrawn'),
    tone: 'neutral',
    next: text('Hồ sơ đã rút theo yêu cầu của bạn.', 'The dossier was withdrawn as you asked.'),
  },
  STOPPED: {
    name: text('Dừng xử lý', 'Stopped'),
    tone: 'error',
    next: text(
      'Cơ quan đã dừng xử lý. Xem lý do bên dưới.',
      'The agency stopped. See the reason below.',
    ),
  },
  REFUSED_RESULT: {
    name: text('Từ chối giải quyết', 'Refused'),
    tone: 'error',
    next: text(
      'Xem lý do và quyền khiếu nại bên dưới. Văn bản trả lời được trao khi trả kết quả.',
      'See the reason and how to appeal below. The decision is handed over with the result.',
    ),
  },
  RESOLVED: {
    name: text('Đã có kết quả', 'Result ready'),
    tone: 'good',
    next: text('Kết quả đã sẵn sàng để nhận.', 'The result is ready.'),
  },
  DELIVERED: {
    name: text('Đã trả kết quả', 'Result delivered'),
    tone: 'good',
    next: text('Hồ sơ đã hoàn tất.', 'The dossier is complete.'),
  },
};
