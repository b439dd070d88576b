import { text, type Text } from '#/values/text.ts';
import type { Deadline } from './dossier.ts';

const units: Readonly<Record<Deadline['unit'], Text>> = {
  WORKING_DAY: text('ngày làm việc', 'working days'),
  DAY: text('ngày', 'days'),
  WORKING_HOUR: text('giờ làm việc', 'working hours'),
  HOUR: text('giờ', 'hours'),
  MONTH: text('tháng', 'months'),
};

/** A legal deadline as people say it: "03 ngày làm việc", "trong ngày (sau 15 giờ: ngày làm việc tiếp theo)". */
export function deadlineWords({ qty, unit, cutoff }: Deadline): Text {
  if (unit === 'WORKING_DAY' && qty === 1 && cutoff) {
    const hour = cutoff.replace(/:00$/, '').replace(/^0/, '');
    return text(
      `Trong ngày; nhận sau ${hour} giờ thì trả trong ngày làm việc tiếp theo`,
      `The same day; after ${cutoff} the next working day`,
    );
  }
  return text(`${String(qty).padStart(2, '0')} ${units[unit].vi}`, `${qty} ${units[unit].en}`);
}
