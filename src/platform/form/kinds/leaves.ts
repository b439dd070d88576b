import type { Kind } from '../question.ts';
import { choice } from './choice.ts';
import { date, datetime } from './date.ts';
import { email, personName, personalId, phone, taxCode, vsicCode } from './identity.ts';
import type { Leaf } from './leaf.ts';
import { block, line } from './line.ts';
import { decimal, integer, money } from './number.ts';
import { partialDate } from './partial-date.ts';
import { tick } from './tick.ts';

/** The kinds that hold no other questions. `computed` is shown, not read: it has no leaf. */
export const leaves: Partial<Record<Kind, Leaf>> = {
  text: line,
  textarea: block,
  integer,
  decimal,
  money,
  date,
  'partial-date': partialDate,
  datetime,
  select: choice,
  radio: choice,
  checkbox: tick,
  consent: tick,
  'person-name': personName,
  'personal-id': personalId,
  'tax-code': taxCode,
  phone,
  email,
  'vsic-code': vsicCode,
};
