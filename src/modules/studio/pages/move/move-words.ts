import { refusals as agencyRefusals } from '#/modules/agency/index.ts';
import { processRefusals } from '#/modules/process/index.ts';
import type { Refusal, RefusalTable } from '#/platform/refusal.ts';
import type { Tone } from '#/ui/index.ts';
import { fill, text, type Text } from '#/values/text.ts';
import type { Move } from '../../move/move.ts';

export const moveWords = {
  title: text('Chuyển hồ sơ đang chạy', 'Move running dossiers'),
  link: text(
    'Chuyển hồ sơ đang chạy sang quy trình mới',
    'Move running dossiers to the new process',
  ),
  lead: text(
    'Hồ sơ đi hết theo quy trình lúc nộp. Khi pháp luật yêu cầu, có thể chuyển các hồ sơ đang chạy sang quy trình của phiên bản {no}, nếu bước đang chờ có bước tương ứng. Thời hạn, lệ phí và những việc đã làm giữ nguyên.',
    'Dossiers end on the process that they began with. Where the law asks for it, running ones can go on by the process of version {no}, if the step that they wait at has its like there. Deadlines, fees and what was done stay.',
  ),
  none: text('Không có hồ sơ nào chạy theo quy trình cũ', 'No dossier runs on an older process'),
  noneHint: text(
    'Mọi hồ sơ đang chạy đã theo quy trình hiện hành.',
    'All running dossiers follow the present process.',
  ),
  stands: text('Hồ sơ đang ở đâu, và sẽ sang đâu', 'Where dossiers wait, and where they would go'),
  tried: text(
    'Đã thử trên một hồ sơ của mỗi dòng, chưa chuyển gì.',
    'Tried with one dossier of each line; nothing has moved.',
  ),
  version: text('Quy trình số', 'Process no.'),
  waits: text('Đang chờ ở', 'Waits at'),
  to: text('Sẽ sang', 'Goes to'),
  cases: text('Số hồ sơ', 'Dossiers'),
  outcome: text('Kết quả thử', 'Outcome'),
  fits: text('Chuyển được', 'Can be moved'),
  stays: text('Giữ quy trình cũ', 'Stays'),
  nowhere: text('không có bước tương ứng', 'nothing like it'),
  propose: text('Đề nghị chuyển', 'Propose the move'),
  proposeHint: text(
    'Người khác phải duyệt thì hồ sơ mới được chuyển. Sau khi gửi, trang sau cho thấy kết quả thử theo lựa chọn của bạn.',
    'Another person must approve before anything moves. The next page shows what your choice would come to.',
  ),
  target: text('Hồ sơ đang ở “{step}” thì sang bước nào?', 'Where do dossiers at “{step}” go?'),
  keep: text('Không chuyển, để đi hết theo quy trình cũ', 'Not moved: they end on the old process'),
  reason: text('Căn cứ để chuyển', 'Law or decision that asks for it'),
  reasonHint: text(
    'Ghi trong lịch sử của từng hồ sơ, người nộp đọc được. Ví dụ: Quyết định 12/QĐ-UBND ngày 15/7/2026',
    'Stands in the history of each dossier, where its applicant reads it. For example: Decision 12/QĐ-UBND of 15/7/2026',
  ),
  earlier: text('Các lần chuyển', 'Moves'),
  when: text('Lúc', 'When'),
  who: text('Người đề nghị', 'Proposed by'),
  state: text('Tình trạng', 'State'),
  decided: text('Người quyết định', 'Decided by'),
  approve: text('Duyệt và chuyển', 'Approve and move'),
  drop: text('Bỏ đề nghị', 'Give up'),
  ownHint: text(
    'Bạn là người đề nghị, nên cần người khác duyệt.',
    'You proposed it, so somebody else must approve.',
  ),
  approved: text('Đã duyệt, đang chuyển hồ sơ', 'Approved; dossiers are being moved'),
  dropped: text('Đã bỏ đề nghị', 'Given up'),
  reload: text('Xem tiến độ mới nhất', 'See how far it is'),
  progress: text('Đã thử', 'Tried'),
  moved: text('Đã chuyển', 'Moved'),
  refused: text('Giữ quy trình cũ', 'Stayed'),
  stayed: text('Hồ sơ giữ quy trình cũ, và vì sao', 'Dossiers that stayed, and why'),
  code: text('Mã hồ sơ', 'Dossier'),
  why: text('Vì sao', 'Why'),
  nobodyStayed: text('Mọi hồ sơ đã chuyển', 'All dossiers were moved'),
} as const;

export const moveStates: Readonly<
  Record<Move['state'], { readonly words: Text; readonly tone: Tone }>
> = {
  PROPOSED: { words: text('Chờ người khác duyệt', 'Waits for approval'), tone: 'warning' },
  DROPPED: { words: text('Đã bỏ', 'Given up'), tone: 'neutral' },
  RUNNING: { words: text('Đang chuyển', 'Moving'), tone: 'info' },
  DONE: { words: text('Đã xong', 'Done'), tone: 'good' },
};

const tables: RefusalTable = { ...processRefusals, ...agencyRefusals };

/** Why a dossier stays. */
export function stayWords({ refused, facts = {} }: Refusal): Text {
  const entry = tables[refused];
  if (!entry) throw new Error(`a move of a dossier was refused by ${refused}, which has no words`);
  return fill(entry.words, facts);
}
