import type { DeadlineState } from '#/ui/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, text, type Text } from '#/values/text.ts';
import { deadlineWords } from './deadline-words.ts';
import type { Dossier, State } from './dossier.ts';

/** How a deadline looks now: state, words and the reason. */
export interface DeadlineView {
  readonly state: DeadlineState;
  readonly words: Text;
  readonly reason: Text;
}

const soonMs = 24 * 3_600_000;

type Timed = Pick<Dossier, 'deadline' | 'acceptDueAt' | 'dueAt' | 'pausedAt' | 'endedAt'> & {
  readonly state?: State | undefined;
};

/** The deadline of a dossier as it stands: before acceptance the acceptance clock, then the procedure's. */
export function deadlineOf(dossier: Timed, now: Date): DeadlineView {
  const law = deadlineWords(dossier.deadline);
  const due = dossier.dueAt ?? dossier.acceptDueAt;
  const reason =
    dossier.dueAt === null
      ? text(
          '8 giờ làm việc từ khi nộp để tiếp nhận hoặc trả lời',
          '8 working hours from filing to accept or answer',
        )
      : text(`Theo quy định: ${law.vi}`, `By law: ${law.en}`);
  const at = { at: formatInstant(due) };
  // What was taken back or stopped kept no deadline, and missed none.
  if (dossier.state === 'WITHDRAWN' || dossier.state === 'STOPPED') {
    return { state: 'done', words: text('Thôi tính hạn', 'No deadline any more'), reason };
  }
  if (dossier.endedAt !== null) {
    const isKept = dossier.dueAt === null || dossier.endedAt <= dossier.dueAt;
    return {
      state: isKept ? 'done' : 'late',
      words: isKept ? text('Xong đúng hạn', 'Done in time') : text('Xong, trễ hạn', 'Done, late'),
      reason,
    };
  }
  if (dossier.pausedAt !== null) {
    return {
      state: 'paused',
      words: text('Đang tạm dừng tính hạn', 'The clock is paused'),
      reason,
    };
  }
  const left = due.getTime() - now.getTime();
  if (left < 0)
    return { state: 'late', words: fill(text('Quá hạn {at}', 'Was due {at}'), at), reason };
  return {
    state: left < soonMs ? 'soon' : 'calm',
    words: fill(text('Hạn {at}', 'Due {at}'), at),
    reason,
  };
}
