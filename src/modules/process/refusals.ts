import type { RefusalTable } from '#/platform/refusal.ts';
import { text } from '#/values/text.ts';

export const refusals = {
  'process.task-gone': {
    status: 409,
    words: text(
      'Bước này đã được làm xong hoặc không còn nữa. Hãy tải lại trang để xem bước hiện tại.',
      'This step has been done already or is there no more. Reload the page to see where the case stands.',
    ),
  },
  'process.already-claimed': {
    status: 409,
    words: text(
      'Bước này đã có người khác nhận. Hãy chọn việc khác hoặc nhờ người đó nhả việc.',
      'Somebody else has claimed this step. Choose another or ask them to release it.',
    ),
  },
  'process.unknown-outcome': {
    status: 422,
    words: text(
      'Bước này không thể kết thúc bằng “{outcome}”. Kết quả được phép: {allowed}.',
      'This step cannot end with "{outcome}". It may end with: {allowed}.',
    ),
  },
  'process.suspended': {
    status: 409,
    words: text(
      'Quy trình đang tạm dừng. Hãy đợi đến khi được tiếp tục.',
      'The process is suspended. Wait until it goes on.',
    ),
  },
  'process.not-suspended': {
    status: 409,
    words: text('Quy trình đang chạy, không tạm dừng.', 'The process is running, not suspended.'),
  },
  'process.ended': {
    status: 409,
    words: text('Quy trình đã kết thúc.', 'The process has ended.'),
  },
  'process.no-reason': {
    status: 422,
    words: text('Hãy ghi rõ lý do.', 'Give a reason.'),
  },
  'process.may-not-jump': {
    status: 403,
    words: text(
      'Chỉ lãnh đạo hoặc quản trị viên của đơn vị tham gia mới được chuyển bước ngoài quy trình.',
      'Only a leader or administrator of a unit that takes part may send a case past its process.',
    ),
  },
  'process.no-such-step': {
    status: 422,
    words: text(
      'Không thể chuyển tới “{element}”: quy trình không có bước này.',
      'Cannot go to "{element}": the process has no such step.',
    ),
  },
  'process.jump-stuck': {
    status: 422,
    words: text(
      'Không thể chuyển tới “{element}”: từ đó quy trình sẽ không kết thúc được.',
      'Cannot go to "{element}": from there the process could not end.',
    ),
  },
  'process.other-process': {
    status: 422,
    words: text('Phiên bản này là của quy trình khác.', 'This version belongs to another process.'),
  },
  'process.cannot-move': {
    status: 422,
    words: text(
      'Hồ sơ đang ở “{element}”, mà phiên bản mới không có phần tương ứng. Hãy chỉ ra phần thay cho nó, hoặc để hồ sơ đi hết theo phiên bản cũ.',
      'The case waits at "{element}", which has no counterpart in the new version. Name one, or let the case end on its own version.',
    ),
  },
  'process.move-stuck': {
    status: 422,
    words: text(
      'Sang phiên bản mới thì hồ sơ này sẽ không kết thúc được. Hãy để hồ sơ đi hết theo phiên bản cũ.',
      'On the new version this case could not end. Let it end on its own version.',
    ),
  },
  'process.job-gone': {
    status: 409,
    words: text(
      'Việc tự động này đã xong hoặc không còn cần nữa.',
      'This job has been done already or is not needed any more.',
    ),
  },
} satisfies RefusalTable;
