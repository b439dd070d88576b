import type { ArtefactName } from '#/modules/procedure/index.ts';
import type { Tone } from '#/ui/index.ts';
import { text, type Text } from '#/values/text.ts';
import type { DraftState, DraftVerb, Purpose } from './draft.ts';

/** Where a draft stands, in words. */
export const stateWords: Readonly<Record<DraftState, Text>> = {
  EDITING: text('Đang soạn', 'Being written'),
  IN_REVIEW: text('Chờ duyệt', 'Awaiting review'),
  APPROVED: text('Đã duyệt', 'Approved'),
  PUBLISHED: text('Đã công bố', 'Published'),
  DISCARDED: text('Đã bỏ', 'Discarded'),
};

export const stateTones: Readonly<Record<DraftState, Tone>> = {
  EDITING: 'neutral',
  IN_REVIEW: 'warning',
  APPROVED: 'good',
  PUBLISHED: 'good',
  DISCARDED: 'neutral',
};

/** Why a draft is written, in words. */
export const purposeWords: Readonly<Record<Purpose, Text>> = {
  NEW: text('Thủ tục mới', 'New procedure'),
  CHANGE: text('Sửa đổi', 'Change'),
  RETIRE: text('Bãi bỏ', 'Repeal'),
  ROLL_BACK: text('Trở lại phiên bản trước', 'Return to an earlier version'),
};

/** What was done, in words. */
export const verbWords: Readonly<Record<DraftVerb, Text>> = {
  begin: text('Tạo bản nháp', 'Began the draft'),
  save: text('Lưu', 'Saved'),
  'catch-up': text('Lấy thay đổi của phiên bản mới', 'Took over a newer version'),
  'ask-review': text('Gửi duyệt', 'Asked for a review'),
  'send-back': text('Trả lại để sửa', 'Sent back'),
  approve: text('Duyệt', 'Approved'),
  publish: text('Công bố', 'Published'),
  discard: text('Bỏ bản nháp', 'Discarded'),
};

/** The parts of a procedure as officials call them. */
export const artefactWords: Readonly<Record<ArtefactName, Text>> = {
  'procedure.json': text('Thông tin công bố', 'Catalogue facts'),
  'form.json': text('Tờ khai', 'Form'),
  'process.bpmn': text('Quy trình', 'Process'),
  'rules.dmn': text('Quy tắc', 'Rules'),
  'result.typ': text('Mẫu kết quả', 'Result template'),
  'examples.json': text('Ví dụ', 'Examples'),
};
