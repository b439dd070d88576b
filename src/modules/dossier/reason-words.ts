import { text, type Text } from '#/values/text.ts';
import type { SupplementItem } from './store/index.ts';

/** Why a paper or a statement has to be supplemented. */
export const reasonWords: Readonly<Record<SupplementItem['reason'], Text>> = {
  missing: text('còn thiếu', 'missing'),
  incorrect: text('chưa đúng', 'incorrect'),
  incomplete: text('chưa đầy đủ', 'incomplete'),
  outdated: text('đã hết hạn, quá cũ', 'outdated'),
  unreadable: text('không đọc được', 'unreadable'),
};
