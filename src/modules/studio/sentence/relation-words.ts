import { text, type Text } from '#/values/text.ts';
import type { Relation } from './sentence.ts';

/** Relations as people say them, between a question and a value. */
export const relationWords: Readonly<Record<Relation, Text>> = {
  is: text('là', 'is'),
  'is-not': text('không là', 'is not'),
  more: text('lớn hơn, sau', 'is more than, after'),
  'at-least': text('từ … trở lên, từ ngày', 'is at least, from'),
  less: text('nhỏ hơn, trước', 'is less than, before'),
  'at-most': text('không quá, đến ngày', 'is at most, until'),
  'one-of': text('là một trong', 'is one of'),
  'none-of': text('không là một trong', 'is none of'),
  answered: text('đã được trả lời', 'is answered'),
  unanswered: text('chưa được trả lời', 'is not answered'),
  'under-age': text('(ngày sinh) chưa đủ số tuổi', '(day of birth) is younger than years'),
  'of-age': text('(ngày sinh) từ đủ số tuổi', '(day of birth) is of age in years'),
};
