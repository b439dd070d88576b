import type { Tone } from '#/ui/index.ts';
import { text, type Text } from '#/values/text.ts';
import type { BadgeEvent } from '../../store/index.ts';

/** What each piece of news is called, and how it looks. */
export const newsWords: Readonly<Record<BadgeEvent, { readonly name: Text; readonly tone: Tone }>> =
  {
    resubmitted: { name: text('Đã bổ sung', 'Supplemented'), tone: 'good' },
    message: { name: text('Tin nhắn mới', 'New message'), tone: 'info' },
    returned: { name: text('Bị trả lại', 'Returned'), tone: 'warning' },
    paid: { name: text('Đã nộp phí', 'Paid'), tone: 'good' },
    assigned: { name: text('Mới được giao', 'Newly given'), tone: 'info' },
    lapsed: { name: text('Hết hạn bổ sung', 'Supplement lapsed'), tone: 'warning' },
    untold: {
      name: text('Chưa báo người nộp trong hạn', 'Applicant not told in time'),
      tone: 'error',
    },
    'due-soon': { name: text('Bước sắp hết hạn', 'Step nearly due'), tone: 'warning' },
    escalated: { name: text('Đã báo cấp trên', 'Escalated'), tone: 'error' },
    overdue: { name: text('Mới quá hạn', 'Became overdue'), tone: 'error' },
    withdrawn: { name: text('Đã rút', 'Withdrawn'), tone: 'neutral' },
  };
