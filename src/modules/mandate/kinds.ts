import { text, type Text } from '#/values/text.ts';
import type { MandateKind } from './mandate.ts';

/** What the law wants of a kind of mandate. */
export interface KindRule {
  readonly name: Text;
  /** Whether the principal can grant it online, without an official. */
  readonly isOnline: boolean;
  /** Whether it may hold for all procedures. */
  readonly mayHoldForAll: boolean;
  /** Longest time from the first day. */
  readonly mostMonths: number;
  /** Who the principal must be. */
  readonly principal: 'minor' | 'adult' | 'organisation' | 'anybody';
  readonly law: Text;
}

/** The kinds, as data. */
export const kindRules: Readonly<Record<MandateKind, KindRule>> = {
  PARENT: {
    name: text('Cha, mẹ làm cho con chưa thành niên', 'Parent for a child under age'),
    isOnline: false,
    mayHoldForAll: true,
    // At most until the child is of age; that day is set beside.
    mostMonths: 216,
    principal: 'minor',
    law: text('Bộ luật Dân sự 2015, Điều 136', 'Civil Code 2015, article 136'),
  },
  GUARDIAN: {
    name: text('Người giám hộ', 'Guardian'),
    isOnline: false,
    mayHoldForAll: true,
    mostMonths: 60,
    principal: 'anybody',
    law: text(
      'Bộ luật Dân sự 2015, các Điều 46 đến 58 và 136',
      'Civil Code 2015, articles 46–58 and 136',
    ),
  },
  SPOUSE: {
    name: text('Vợ, chồng làm thay nhau', 'Spouse'),
    isOnline: true,
    mayHoldForAll: false,
    mostMonths: 12,
    principal: 'adult',
    law: text(
      'Luật Hôn nhân và gia đình 2014, Điều 24',
      'Law on Marriage and Family 2014, article 24',
    ),
  },
  COMPANY: {
    name: text('Người của doanh nghiệp, hộ kinh doanh', 'Employee of an organisation'),
    isOnline: true,
    mayHoldForAll: true,
    mostMonths: 12,
    principal: 'organisation',
    law: text('Bộ luật Dân sự 2015, Điều 138', 'Civil Code 2015, article 138'),
  },
  WRITTEN: {
    name: text('Ủy quyền bằng văn bản', 'Written authority'),
    isOnline: true,
    mayHoldForAll: false,
    // A mandate without a term holds for one year (article 563).
    mostMonths: 12,
    principal: 'adult',
    law: text('Bộ luật Dân sự 2015, các Điều 562, 563', 'Civil Code 2015, articles 562 and 563'),
  },
  ASSISTED: {
    name: text('Giúp nộp hồ sơ tại quầy', 'Assisted filing at the counter'),
    isOnline: false,
    mayHoldForAll: false,
    mostMonths: 1,
    principal: 'adult',
    law: text('Nghị định 118/2025/NĐ-CP', 'Decree 118/2025/NĐ-CP'),
  },
};

/** Kinds by whether an official must have seen a document. */
export function kindsOf(way: 'online' | 'counter'): MandateKind[] {
  const all = Object.keys(kindRules) as MandateKind[];
  return way === 'counter' ? all : all.filter((kind) => kindRules[kind].isOnline);
}
