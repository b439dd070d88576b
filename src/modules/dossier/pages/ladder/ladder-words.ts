import { text, type Text } from '#/values/text.ts';
import type { Level, Moment, Rung } from '../../escalation/ladder.ts';

export const ladderWords = {
  title: text('Thang nhắc hạn', 'Escalation ladder'),
  intro: text(
    'Khi một bước sắp đến hạn, đến hạn hoặc quá hạn, hệ thống nhắc từng cấp đúng một lần. Thời gian tạm dừng không tính.',
    'When a step nears its due time, reaches it or passes it, each level is told exactly once. Pauses do not count.',
  ),
  now: text('Đang áp dụng', 'In force'),
  coming: text('Sẽ áp dụng từ {day}', 'In force from {day}'),
  past: text('Đã áp dụng từ {day}', 'Was in force from {day}'),
  all: text('Các thang đã ban hành', 'All ladders'),
  who: text('Nhắc ai?', 'Who is told?'),
  when: text('Khi nào?', 'When?'),
  amount: text('Số', 'Number'),
  amountHint: text(
    'Phần trăm thời gian của bước, hoặc số giờ làm việc. Bỏ trống khi nhắc đúng hạn',
    'Per cent of the time of the step, or working hours. Empty at the due time',
  ),
  rungs: text('Các nấc', 'Rungs'),
  rungsMissing: text('Thêm ít nhất một nấc', 'Add at least one rung'),
  validFrom: text('Áp dụng từ ngày nào?', 'In force from which day?'),
  validFromHint: text('Từ ngày mai trở đi', 'From tomorrow on'),
  source: text('Theo văn bản nào?', 'By which document?'),
  change: text('Ban hành thang mới', 'Set a new ladder'),
  save: text('Lưu thang nhắc hạn', 'Save the ladder'),
  saved: text(
    'Đã lưu thang nhắc hạn, áp dụng từ {day}',
    'The ladder was saved; it holds from {day}',
  ),
} as const;

export const levelWords: Readonly<Record<Level, Text>> = {
  holder: text('Người đang giữ bước', 'Holder of the step'),
  head: text('Trưởng bộ phận', 'Head of the unit'),
  leader: text('Lãnh đạo cơ quan', 'Leader of the authority'),
};

export const momentWords: Readonly<Record<Moment, Text>> = {
  share: text('Sau phần trăm thời gian của bước', 'After per cent of the time of the step'),
  before: text('Trước hạn, số giờ làm việc', 'Working hours before it is due'),
  due: text('Khi đến hạn', 'When it is due'),
  after: text('Sau hạn, số giờ làm việc', 'Working hours after it was due'),
};

/** A rung in one sentence: "Sau 75% thời gian của bước: nhắc người đang giữ bước". */
export function rungWords({ tells, when, amount }: Rung): Text {
  const moment: Readonly<Record<Moment, Text>> = {
    share: text(`Sau ${amount}% thời gian của bước`, `After ${amount}% of the time of the step`),
    before: text(`Trước hạn ${amount} giờ làm việc`, `${amount} working hours before it is due`),
    due: momentWords.due,
    after: text(`Sau hạn ${amount} giờ làm việc`, `${amount} working hours after it was due`),
  };
  const who = levelWords[tells];
  return text(`${moment[when].vi}: ${who.vi}`, `${moment[when].en}: ${who.en}`);
}
