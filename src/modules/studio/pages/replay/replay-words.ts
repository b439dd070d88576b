import { text, type Text } from '#/values/text.ts';
import type { ChangeKind } from '../../replay/judgement.ts';

/** What would be otherwise, in a word. */
export const kindWords: Readonly<Record<ChangeKind, Text>> = {
  fees: text('lệ phí', 'fees'),
  deadline: text('thời hạn', 'deadline'),
  papers: text('giấy tờ', 'papers'),
  eligibility: text('điều kiện nộp', 'eligibility'),
  broken: text('không tính được', 'cannot be judged'),
};

export const replayWords = {
  title: text('Chạy lại hồ sơ cũ', 'Replay dossiers'),
  lead: text(
    'Lấy các hồ sơ đã nộp trong 12 tháng qua, tính lại bằng quy tắc của bản nháp và so với bản đang công bố. Không hồ sơ nào bị thay đổi; danh sách chỉ có mã, không có tên người.',
    'Dossiers of the last twelve months are judged by the rules of the draft and compared with the published version. None is changed; lists show codes, no names.',
  ),
  start: text('Chạy lại', 'Replay'),
  none: text('Chưa chạy lại lần nào', 'Not replayed yet'),
  noneHint: text(
    'Bấm “Chạy lại” để biết bản nháp sẽ đổi bao nhiêu hồ sơ.',
    'Press “Replay” to see what the draft would change.',
  ),
  newProcedure: text(
    'Thủ tục mới chưa có hồ sơ nào để chạy lại.',
    'A new procedure has no dossiers to replay.',
  ),
  when: text('Lúc', 'When'),
  revision: text('Bản lưu', 'Revision'),
  outcome: text('Kết quả', 'Outcome'),
  outdated: text('bản nháp đã sửa sau lần chạy này', 'the draft was changed since'),
  summary: text(
    '{changed} trên {total} hồ sơ sẽ đổi',
    '{changed} of {total} dossiers would change',
  ),
  nothing: text(
    'Không hồ sơ nào trong {total} hồ sơ sẽ đổi',
    'None of {total} dossiers would change',
  ),
  parts: text('{summary}: {parts}', '{summary}: {parts}'),
  waiting: text('Đang chờ chạy', 'Waiting'),
  running: text('Đang chạy', 'Running'),
  reload: text('Xem tiến độ mới', 'Show how far it is'),
  failed: text('Không chạy được: {fault}', 'It failed: {fault}'),
  sums: text('Tổng phí, lệ phí: {was} → {now}', 'All fees: {was} → {now}'),
  list: text('Hồ sơ sẽ đổi', 'Dossiers that would change'),
  all: text('Tất cả', 'All'),
  code: text('Mã hồ sơ', 'Code'),
  kinds: text('Đổi gì', 'What'),
  was: text('Bản đang công bố', 'Published version'),
  now: text('Bản nháp', 'Draft'),
  fees: text('Phí, lệ phí', 'Fees'),
  deadline: text('Thời hạn', 'Deadline'),
  papers: text('Giấy tờ', 'Papers'),
  obstacles: text('Lý do chưa nộp được', 'Obstacles'),
  fault: text('Không tính được', 'Cannot be judged'),
  one: text('Hồ sơ {code}', 'Dossier {code}'),
  recorded: text(
    'Việc mở hồ sơ này đã được ghi lại; người nộp xem được ai đã xem dữ liệu của họ.',
    'That you opened this is recorded; the applicant can see who read their data.',
  ),
  purpose: text(
    'Xem thay đổi quy định sẽ ảnh hưởng hồ sơ thế nào',
    'Seeing how a change of rules would affect the dossier',
  ),
} as const;
