import { text, type Text } from '#/values/text.ts';
import type { Verb } from './dossier.ts';
import type { Act } from './store/index.ts';

/** What each act is called in the history. */
export const verbWords: Readonly<Record<Verb, Text>> = {
  submit: text('Nộp hồ sơ', 'Filed'),
  claim: text('Nhận xử lý', 'Claimed'),
  release: text('Trả lại hàng chờ', 'Released'),
  assign: text('Chuyển giao', 'Handed over'),
  accept: text('Tiếp nhận hồ sơ', 'Accepted'),
  refuse: text('Từ chối tiếp nhận', 'Not accepted'),
  'request-supplement': text('Yêu cầu bổ sung', 'Supplement requested'),
  'allow-supplement': text('Cho phép yêu cầu bổ sung thêm', 'Further supplement allowed'),
  'deny-supplement': text('Không cho yêu cầu bổ sung thêm', 'Further supplement denied'),
  'answer-supplement': text('Đã bổ sung hồ sơ', 'Supplemented'),
  forward: text('Chuyển bước tiếp theo', 'Forwarded'),
  'propose-refusal': text('Đề nghị từ chối giải quyết', 'Refusal proposed'),
  return: text('Trả lại để hoàn thiện', 'Returned'),
  approve: text('Ký duyệt', 'Approved'),
  register: text('Vào sổ, đóng dấu', 'Registered'),
  deliver: text('Trả kết quả', 'Result delivered'),
  extend: text('Gia hạn để xác minh', 'Extended for verification'),
  jump: text('Chuyển bước ngoài quy trình', 'Sent past its process'),
  'change-process': text('Chuyển sang quy trình mới', 'Moved to the new process'),
  withdraw: text('Rút hồ sơ', 'Withdrawn'),
  stop: text('Dừng xử lý', 'Stopped'),
  'demand-payment': text('Yêu cầu nộp phí, lệ phí', 'Payment demanded'),
  settle: text('Đã nộp đủ phí, lệ phí', 'Paid'),
  apologise: text('Xin lỗi và hẹn lại', 'Apology and new date'),
  message: text('Gửi tin nhắn', 'Message'),
  'check-paper': text('Kiểm tra giấy tờ', 'Paper checked'),
  elapse: text('Hết thời gian chờ', 'Time elapsed'),
  recompute: text('Tính lại hạn theo lịch làm việc', 'Deadlines recomputed by the calendar'),
  deem: text('Hết hạn, coi như đồng ý', 'Time passed, deemed to consent'),
  escalate: text('Đôn đốc theo thang nhắc hạn', 'Escalated'),
  'give-opinion': text('Cho ý kiến', 'Opinion given'),
  'finish-leg': text('Hoàn thành phần liên thông', 'Leg finished'),
  'refuse-leg': text('Từ chối phần liên thông', 'Leg refused'),
  'confirm-draft': text('Xác nhận bản nháp đúng', 'Draft confirmed'),
  'dispute-draft': text('Báo bản nháp sai', 'Draft found wrong'),
  'leg-news': text('Tin về phần liên thông', 'News of a leg'),
};

/** What one act is called; of an interlinked procedure with the part that it is about. */
export function actWords({ verb, facts }: Pick<Act, 'verb' | 'facts'>): Text {
  const part = facts['step'];
  if (typeof part !== 'string') return verbWords[verb];
  const { vi, en } = verb === 'deem' ? deemedWords(facts) : verbWords[verb];
  return text(`${vi}: ${part}`, `${en}: ${part}`);
}

/** What silence came to: consent of who was asked, or another outcome that the law gives a step. */
function deemedWords({ outcome }: Act['facts']): Text {
  return outcome === 'agree'
    ? verbWords.deem
    : text('Hết hạn, giải quyết theo luật', 'Time passed, decided by law');
}

/** Acts that are the officials' own business: the applicant's history leaves them out. */
export const innerVerbs: ReadonlySet<Verb> = new Set([
  'claim',
  'release',
  'assign',
  'check-paper',
  'deny-supplement',
  'escalate',
  'jump',
]);
