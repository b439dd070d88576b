import { expect, test } from 'vitest';
import { deadlineWords } from './deadline-words.ts';
import type { Deadline } from './dossier.ts';

test.each<[Deadline, string, string]>([
  [{ qty: 3, unit: 'WORKING_DAY' }, '03 ngày làm việc', '3 working days'],
  [{ qty: 12, unit: 'DAY' }, '12 ngày', '12 days'],
  [{ qty: 8, unit: 'WORKING_HOUR' }, '08 giờ làm việc', '8 working hours'],
  [{ qty: 24, unit: 'HOUR' }, '24 giờ', '24 hours'],
  [{ qty: 2, unit: 'MONTH' }, '02 tháng', '2 months'],
  [{ qty: 1, unit: 'WORKING_DAY', cutoff: null }, '01 ngày làm việc', '1 working days'],
  [
    { qty: 1, unit: 'WORKING_DAY', cutoff: '15:00' },
    'Trong ngày; nhận sau 15 giờ thì trả trong ngày làm việc tiếp theo',
    'The same day; after 15:00 the next working day',
  ],
  [
    { qty: 1, unit: 'WORKING_DAY', cutoff: '09:00' },
    'Trong ngày; nhận sau 9 giờ thì trả trong ngày làm việc tiếp theo',
    'The same day; after 09:00 the next working day',
  ],
  [{ qty: 3, unit: 'WORKING_DAY', cutoff: '15:00' }, '03 ngày làm việc', '3 working days'],
])('%o is told as people say it', (deadline, vi, en) => {
  expect(deadlineWords(deadline)).toEqual({ vi, en });
});
