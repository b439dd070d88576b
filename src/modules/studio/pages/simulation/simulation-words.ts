import { fill, say, text, type Lang, type Text } from '#/values/text.ts';

export const simulationWords = {
  title: text('Mô phỏng nhân lực', 'Staffing simulation'),
  lead: text(
    'Chạy thử quy trình của bản nháp với hồ sơ tưởng tượng, để biết người dân sẽ chờ bao lâu với số người và số giờ làm việc như dưới đây, và thêm một người ở đâu thì lợi nhất. Không hồ sơ thật nào bị đụng tới.',
    'Plays the process of the draft with imagined dossiers: how long people would wait with these officials and hours of work, and where one more person helps most. No real dossier is touched.',
  ),
  former: text('Các lần đã mô phỏng', 'Former simulations'),
  none: text('Chưa mô phỏng lần nào', 'Nothing simulated yet'),
  noneHint: text(
    'Xem số liệu bên dưới rồi bấm “Mô phỏng”.',
    'Look at the figures below, then press “Simulate”.',
  ),
  when: text('Lúc', 'When'),
  outcome: text('Kết quả', 'Outcome'),
  figures: text('Số liệu để mô phỏng', 'Figures to simulate with'),
  office: text('Hồ sơ và thời gian', 'Dossiers and time'),
  perDay: text('Hồ sơ mới mỗi ngày làm việc', 'New dossiers in a working day'),
  perDayMeasured: text(
    'Đo được: {n} hồ sơ của thủ tục này trong 12 tháng qua',
    'Measured: {n} dossiers of this procedure in the last twelve months',
  ),
  perDayGuess: text(
    'Chưa có hồ sơ nào để đo; hãy ước lượng',
    'Nothing to measure yet; please estimate',
  ),
  days: text('Số ngày làm việc được mô phỏng', 'Working days to play'),
  daysHint: text(
    'Theo giờ làm việc và ngày nghỉ của cơ quan tiếp nhận trong năm vừa qua; 1/10 đầu không tính vì cơ quan còn trống',
    'By the hours and holidays of the receiving office in the last year; the first tenth is not counted, as the office is still empty',
  ),
  variation: text('Hồ sơ khó dễ khác nhau', 'How dossiers differ in work'),
  fixed: text('Hồ sơ nào cũng như nhau', 'All alike'),
  some: text('Khác nhau vừa phải', 'Somewhat different'),
  strong: text('Khác nhau nhiều', 'Very different'),
  newsHours: text(
    'Số giờ làm việc chờ trả lời từ bên ngoài',
    'Working hours until an answer from outside comes',
  ),
  seed: text('Số khởi đầu', 'Seed'),
  seedHint: text(
    'Cùng số khởi đầu và cùng số liệu thì ra cùng kết quả; đổi số để xem may rủi',
    'The same seed and figures come to the same; change it to see what is chance',
  ),
  people: text('Người làm', 'People'),
  peopleAt: text('{role}: số người', '{role}: people'),
  peopleHint: text('Theo chức danh hôm nay', 'By the posts of today'),
  otherWork: text(
    '{role}: việc khác chiếm bao nhiêu phần trăm thời gian',
    '{role}: percent of the time that goes to other work',
  ),
  otherWorkHint: text(
    'Ước từ số hồ sơ của các thủ tục khác trong 12 tháng qua',
    'Estimated from the dossiers of other procedures in the last twelve months',
  ),
  steps: text('Từng bước', 'Step by step'),
  hours: text('{step}: số giờ làm thật', '{step}: hours of real work'),
  hoursMeasured: text(
    'Đo được từ {n} lần làm; quy trình cho {stated} giờ',
    'Measured from {n} times; the process allows {stated} hours',
  ),
  hoursStated: text(
    'Quy trình cho {stated} giờ; làm thật thường ít hơn',
    'The process allows {stated} hours; real work often takes less',
  ),
  share: text('{step}: bao nhiêu phần trăm là “{outcome}”', '{step}: percent of “{outcome}”'),
  notHundred: text(
    'Các kết quả của một bước phải cộng lại là 100',
    'The outcomes of a step must be 100 together',
  ),
  tooMany: text(
    'Nhiều nhất {n} hồ sơ mỗi lần: giảm số ngày hoặc số hồ sơ mỗi ngày',
    'At most {n} dossiers at once: fewer days or fewer dossiers a day',
  ),
  start: text('Mô phỏng', 'Simulate'),
  changed: text(
    'Quy trình vừa được sửa nên số liệu đã được lấy lại. Hãy xem rồi bấm “Mô phỏng”.',
    'The process was just changed, so the figures were taken anew. Look at them and press “Simulate”.',
  ),
  outdated: text('bản nháp đã sửa sau lần này', 'the draft was changed since'),
  waiting: text('Đang chờ chạy', 'Waiting'),
  running: text('Đang chạy', 'Running'),
  reload: text('Xem tiến độ mới', 'Show how far it is'),
  failed: text('Không chạy được', 'It failed'),
  verdict: text(
    'Một nửa số hồ sơ có kết quả trong {median}, chín phần mười trong {p90}',
    'Half of the dossiers have their result within {median}, nine of ten within {p90}',
  ),
  nothing: text(
    'Không hồ sơ nào có kết quả trong thời gian mô phỏng',
    'No dossier came to a result in the time that was played',
  ),
  onTime: text(
    '{share} hồ sơ đúng hạn ({onTime}/{judged}), tính từ lúc tiếp nhận.',
    '{share} of the dossiers on time ({onTime}/{judged}), counted from acceptance.',
  ),
  noDeadline: text(
    'Quy tắc của bản nháp chưa cho biết thời hạn.',
    'The rules of the draft tell no deadline yet.',
  ),
  conservation: text(
    'Trong {days} ngày làm việc có {arrived} hồ sơ đến, {ended} hồ sơ xong, {inside} hồ sơ còn đang làm.',
    'In {days} working days {arrived} dossiers came, {ended} ended, {inside} are still in the office.',
  ),
  tooBusy: text(
    'Không làm kịp ở: {roles}. Hàng chờ ở đó dài thêm mãi, nên thời gian chờ thật còn dài hơn số ở đây.',
    'They cannot keep up at: {roles}. The line there grows without end, so real waits are longer than told here.',
  ),
  cut: text(
    'Có quá nhiều việc nên phải dừng giữa chừng; hãy giảm số ngày, hoặc xem có bước nào bị trả lại mãi không.',
    'Too much happened, so it was broken off; play fewer days, or see whether a step is sent back for ever.',
  ),
  oneMore: text('Thêm một người thì đổi gì', 'What one more person changes'),
  best: text(
    'Lợi nhất: thêm một người ở {role}. Từ lúc nộp đến lúc có kết quả, trung bình giảm từ {was} còn {now}.',
    'Best: one more person at {role}. From filing to the result it takes {now} instead of {was} on average.',
  ),
  noBest: text(
    'Thêm một người ở đâu cũng gần như không đổi: người dân không phải chờ vì thiếu người.',
    'One more person changes almost nothing anywhere: people do not wait for lack of staff.',
  ),
  oneMoreNote: text(
    'Xếp theo thời gian từ lúc nộp đến lúc có kết quả. Thời hạn tính từ lúc tiếp nhận, nên tiếp nhận nhanh hơn có thể dồn việc cho bước sau.',
    'In the order of the time from filing to the result. The deadline runs from acceptance, so faster acceptance may crowd the next step.',
  ),
  role: text('Vai trò', 'Role'),
  asNow: text('Như hiện nay', 'As it is'),
  onePlus: text('Thêm một: {role}', 'One more: {role}'),
  meanWait: text('Chờ trung bình', 'Mean wait'),
  half: text('Một nửa không quá', 'Half within'),
  nine: text('9/10 không quá', '9 of 10 within'),
  share100: text('Đúng hạn', 'On time'),
  stepTitle: text('Bước', 'Step'),
  stepWaits: text('Chờ ở từng bước', 'Waiting at each step'),
  count: text('Lượt làm', 'Times done'),
  lineMean: text('Hàng chờ trung bình', 'Mean line'),
  lineMost: text('Dài nhất', 'Longest'),
  busyTitle: text('Người làm bận đến đâu', 'How busy people are'),
  peopleCount: text('Số người', 'People'),
  busy: text('Bận', 'Busy'),
  used: text('Số liệu đã dùng', 'Figures that were used'),
  again: text('Mô phỏng lại với số liệu khác', 'Simulate again with other figures'),
  casesPerDay: text('{n} hồ sơ mỗi ngày', '{n} dossiers a day'),
  deadline: text('Thời hạn', 'Deadline'),
} as const;

/** Outcomes of steps, as officials call them. */
export const outcomeWords: Readonly<Record<string, Text>> = {
  accept: text('tiếp nhận', 'accepted'),
  refuse: text('từ chối', 'refused'),
  forward: text('chuyển bước', 'forwarded'),
  'propose-refusal': text('đề nghị từ chối', 'refusal proposed'),
  approve: text('ký duyệt', 'approved'),
  return: text('trả lại', 'sent back'),
  done: text('xong', 'done'),
  paid: text('đã nộp tiền', 'paid'),
};

/** A number with at most two digits behind the comma. */
export function figure(lang: Lang, value: number): string {
  return value.toLocaleString(lang === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 2 });
}

export function percent(lang: Lang, share: number): string {
  const shown = (100 * share).toLocaleString(lang === 'vi' ? 'vi-VN' : 'en-GB', {
    maximumFractionDigits: 1,
  });
  return `${shown} %`;
}

const minutes = text('{n} phút', '{n} minutes');
const hours = text('{n} giờ làm việc', '{n} working hours');
const days = text('{n} ngày làm việc', '{n} working days');

/** A time in working hours, as people say it: 8 of them are a working day. */
export function lasting(lang: Lang, time: number): string {
  const [words, n] =
    time < 1 ? [minutes, Math.round(time * 60)] : time < 8 ? [hours, time] : [days, time / 8];
  const shown = n.toLocaleString(lang === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 });
  return say(lang, fill(words, { n: shown }));
}
