import { waitWords } from '#/modules/procedure/index.ts';
import { dayOf, formatDay } from '#/values/day.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, text, type Text } from '#/values/text.ts';
import type { DeadlineView } from '../deadline-of.ts';
import type { Dossier } from '../dossier.ts';
import type { Forecast, Times } from './times-of.ts';

export const timesWords = {
  provisional: text(
    'Hạn theo luật là tạm tính: lịch nghỉ của năm đó chưa được duyệt. Nếu lịch đổi, hạn được tính lại và bạn được báo.',
    'The legal due date is provisional: the days off of that year are not approved yet. If they change, it is computed again and you are told.',
  ),
  title: text('Ba mốc thời gian', 'Three times'),
  legal: text('Hạn theo luật', 'Due by law'),
  waited: text('Người khác đã chờ thực tế', 'What others really waited'),
  forecast: text('Dự báo cho hồ sơ này', 'Forecast for this dossier'),
  experience: text('Thực tế và dự báo', 'Experience and forecast'),
  few: text(
    'Chưa đủ hồ sơ đã xong để nêu số liệu và dự báo',
    'Too few dossiers are over to tell or to forecast',
  ),
  disclaimer: text(
    'Dự báo tính từ hồ sơ đã xong, không phải cam kết. Hạn theo luật mới là ngày cơ quan phải trả kết quả.',
    'The forecast is learnt from dossiers that are over and promises nothing. The agency is bound by the date of the law.',
  ),
} as const;

/** The date of the law with how it comes about. */
export function legalWords(
  { dueAt, acceptDueAt }: Pick<Dossier, 'dueAt' | 'acceptDueAt'>,
  { reason }: DeadlineView,
): Text {
  const at = formatInstant(dueAt ?? acceptDueAt);
  return text(`${at}. ${reason.vi}`, `${at}. ${reason.en}`);
}

/** The percentiles of dossiers that are over. */
export function waitedWords({ waited }: Times): Text {
  if (waited === null) {
    return text('Chưa đủ hồ sơ đã xong để nêu số liệu', 'Too few dossiers are over to tell');
  }
  const { p50, p80, p95 } = waited.hours;
  const [half, most, nearly] = [waitWords(p50), waitWords(p80), waitWords(p95)];
  const facts = { n: String(waited.counted), since: formatDay(waited.since) };
  return fill(
    text(
      `5 trong 10 hồ sơ xong trong ${half.vi}, 8 trong 10 trong ${most.vi}, 95 trong 100 trong ${nearly.vi} ({n} hồ sơ từ {since})`,
      `5 of 10 were over within ${half.en}, 8 of 10 within ${most.en}, 95 of 100 within ${nearly.en} ({n} dossiers since {since})`,
    ),
    facts,
  );
}

/** When it will probably be over, how sure that is, and from how many others it was learnt; or why nothing is said. */
export function forecastWords({ forecast }: Times): Text {
  if (forecast === 'few') {
    return text(
      'Chưa đủ hồ sơ tương tự đã xong để dự báo',
      'Too few similar dossiers are over to tell',
    );
  }
  if (forecast === 'beyond') {
    return text(
      'Hồ sơ này đã lâu hơn gần như mọi hồ sơ trước, nên không dự báo được',
      'This one takes longer than nearly all before it, so nothing can be told',
    );
  }
  return foreseen(forecast);
}

function foreseen({ half, most, counted, isPaused }: Forecast): Text {
  const [sure, likely] = [spanWords(most), spanWords(half)];
  const n = String(counted);
  const condition = isPaused
    ? text('Nếu đồng hồ chạy tiếp ngay bây giờ: ', 'If the clock ran on now: ')
    : text('', '');
  return text(
    `${condition.vi}8 trong 10 hồ sơ tương tự xong ${sure.vi}; 5 trong 10 xong ${likely.vi} (tính từ ${n} hồ sơ)`,
    `${condition.en}8 of 10 similar dossiers are over ${sure.en}; 5 of 10 ${likely.en} (learnt from ${n})`,
  );
}

function spanWords([from, to]: readonly [Date, Date]): Text {
  const [first, last] = [dayOf(from), dayOf(to)];
  return first === last
    ? text(`ngày ${formatDay(first)}`, `on ${formatDay(first)}`)
    : text(
        `từ ${formatDay(first)} đến ${formatDay(last)}`,
        `from ${formatDay(first)} to ${formatDay(last)}`,
      );
}
