import type { SummaryRow, Tone } from '#/ui/index.ts';
import { formatDay } from '#/values/day.ts';
import { say, text, type Lang, type Text } from '#/values/text.ts';
import type { CalendarChange } from '../calendar-changes/calendar-change.ts';
import type { CalendarDay } from '../calendar.ts';
import { kindWords, statusWords, weekdayText, weekLines } from './words.ts';

export const changeWords = {
  whose: text('Áp dụng cho', 'Applies to'),
  country: text('Cả nước', 'The whole country'),
  source: text('Căn cứ', 'Legal basis'),
  before: text('Hạn hiện tại', 'Due now'),
  after: text('Hạn mới', 'New due date'),
  dayBefore: text('Hiện tại', 'At present'),
  dayAfter: text('Sẽ là', 'Will be'),
  ordinary: text('Ngày bình thường trong tuần', 'An ordinary day of the week'),
  from: text('Từ ngày', 'From'),
  to: text('Đến hết ngày', 'To'),
  season: text('Mùa trong năm', 'Season of the year'),
  hours: text('Giờ làm việc', 'Office hours'),
  proposedBy: text('Người khai báo', 'Proposed by'),
  appliedBy: text('Người áp dụng', 'Applied by'),
  impact: text('Hồ sơ đổi hạn', 'Dossiers whose deadlines move'),
  nothing: text('Không hồ sơ nào đổi hạn', 'No deadline moves'),
  nothingHint: text(
    'Đã xem {examined} hồ sơ đang giải quyết.',
    '{examined} open dossiers were looked at.',
  ),
  wouldMove: text(
    '{dossiers} hồ sơ và {steps} bước sẽ đổi hạn, trong {examined} hồ sơ đang giải quyết.',
    '{dossiers} dossiers and {steps} steps will be due at another time, of {examined} open dossiers.',
  ),
  hasMoved: text(
    '{dossiers} hồ sơ và {steps} bước đã đổi hạn, trong {examined} hồ sơ đã xem.',
    '{dossiers} dossiers and {steps} steps are due at another time, of {examined} looked at.',
  ),
  partly: text(
    'Chỉ xem trước {examined} hồ sơ đầu tiên. Khi áp dụng, mọi hồ sơ đang giải quyết đều được tính lại.',
    'Only the first {examined} dossiers were looked at. Once applied, all open dossiers are computed again.',
  ),
  underway: text(
    'Đang tính lại. Tải lại trang để xem số mới nhất.',
    'Under way. Reload the page for the latest numbers.',
  ),
  list: text('Hạn cũ và hạn mới', 'Old and new due dates'),
  listHint: text(
    'Bảng chỉ nêu tối đa 50 hạn đầu tiên, không nêu tên người.',
    'The table shows the first 50 deadlines, without names of persons.',
  ),
  dossier: text('Hồ sơ', 'Dossier'),
  deadline: text('Hạn nào', 'Which deadline'),
  effect: text(
    'Khi áp dụng, mọi hạn trên được tính lại và ghi vào diễn biến từng hồ sơ cùng căn cứ; người nộp được báo khi ngày hẹn lùi lại. Hạn đã qua giữ nguyên.',
    'Once applied, all these deadlines are computed again and written into each history with the legal basis; applicants are told when a promised day moves later. Deadlines that have passed stay.',
  ),
  daysBefore: text('Số ngày khác thường hiện có', 'Special days at present'),
  daysAfter: text('Số ngày khác thường của lịch mới', 'Special days of the new calendar'),
  days: text('Các ngày của lịch mới', 'The days of the new calendar'),
  day: text('Ngày', 'Day'),
  kind: text('Loại', 'Kind'),
  name: text('Tên', 'Name'),
  own: text(
    'Bạn đã lập lịch này, nên cần người khác duyệt: quản trị viên khác hoặc lãnh đạo.',
    'You set this calendar up, so somebody else must approve it: another administrator, or a leader.',
  ),
  apply: text('Áp dụng', 'Apply'),
  drop: text('Bỏ, không thay đổi', 'Drop it, change nothing'),
  applied: text(
    'Đã áp dụng. Hạn của các hồ sơ đang được tính lại',
    'Applied. The deadlines are being computed again',
  ),
  droppedNow: text('Đã bỏ, lịch không đổi', 'Dropped; the calendar stays'),
} as const;

/** What a change is called. */
export function changeTitle({ detail }: CalendarChange): Text {
  if (detail.kind === 'HOURS') {
    const day = formatDay(detail.hours.from);
    return text(`Giờ làm việc từ ${day}`, `Office hours from ${day}`);
  }
  if (detail.kind === 'YEAR')
    return text(`Lịch nghỉ năm ${detail.year}`, `Days off of ${detail.year}`);
  const weekday = weekdayText(detail.on);
  const day = formatDay(detail.on);
  const kind = detail.after ? kindWords[detail.after.kind] : changeWords.ordinary;
  return text(`${weekday.vi}, ${day}: ${kind.vi}`, `${weekday.en}, ${day}: ${kind.en}`);
}

/** How far it has come. */
export function standingOf({ appliedAt, droppedAt }: CalendarChange): {
  readonly tone: Tone;
  readonly words: Text;
} {
  if (appliedAt !== null) return { tone: 'good', words: text('Đã áp dụng', 'Applied') };
  if (droppedAt !== null) return { tone: 'neutral', words: text('Đã bỏ', 'Dropped') };
  return { tone: 'warning', words: text('Chưa áp dụng', 'Not applied yet') };
}

/** What changes, line by line. */
export function whatLines({ detail }: CalendarChange, lang: Lang): SummaryRow[] {
  const line = (label: Text, value: string) => ({ label: say(lang, label), value });
  if (detail.kind === 'DAY') {
    return [
      line(changeWords.dayBefore, dayWords(detail.before, lang)),
      line(changeWords.dayAfter, dayWords(detail.after, lang)),
    ];
  }
  if (detail.kind === 'YEAR') {
    const { before, after } = detail;
    return [
      line(changeWords.daysBefore, before === null ? '0' : String(before.days.length)),
      line(changeWords.daysAfter, String(after.days.length)),
    ];
  }
  const { from, to, season, week } = detail.hours;
  return [
    line(changeWords.from, formatDay(from)),
    ...(to === undefined ? [] : [line(changeWords.to, formatDay(to))]),
    ...(season === undefined ? [] : [line(changeWords.season, seasonWords(season))]),
    line(changeWords.hours, weekLines(week, lang).join(' · ')),
  ];
}

function dayWords(day: CalendarDay | null, lang: Lang): string {
  if (day === null) return say(lang, changeWords.ordinary);
  const status = day.status === 'APPROVED' ? '' : ` (${say(lang, statusWords[day.status].words)})`;
  return `${say(lang, kindWords[day.kind])}: ${say(lang, day.name)}${status}`;
}

/** A season as people write it: 16/04 – 15/10. */
export function seasonWords({ from, to }: { readonly from: string; readonly to: string }): string {
  const turned = (monthDay: string) => monthDay.split('-').toReversed().join('/');
  return `${turned(from)} – ${turned(to)}`;
}
