import type { RefusalTable } from '#/platform/refusal.ts';
import { text } from '#/values/text.ts';

/** Why a part of an interlinked procedure is not taken in or not finished. */
export const legRefusals = {
  'dossier.leg-gone': {
    status: 409,
    words: text(
      'Phần liên thông này không còn chờ giải quyết',
      'This part no longer waits for anybody',
    ),
  },
  'dossier.leg-paused': {
    status: 409,
    words: text(
      'Hồ sơ đang chờ người nộp; phần liên thông tiếp tục sau khi họ trả lời',
      'The dossier waits for its applicant; the part goes on when they have answered',
    ),
  },
  'dossier.no-part-procedure': {
    status: 422,
    words: text(
      'Không có thủ tục đang áp dụng để giải quyết phần liên thông này',
      'No procedure in force does this part',
    ),
  },
  'dossier.part-unfit': {
    status: 422,
    words: text(
      'Nội dung phần liên thông chưa đủ hoặc chưa đúng: {missing}',
      'The part is incomplete or wrong: {missing}',
    ),
  },
} satisfies RefusalTable;
