import { fill, text, type Text } from '#/values/text.ts';
import type { CatalogueFacts, Channel, Paper } from '../catalogue.ts';
import type { LegalDeadline } from '../assess.ts';

/** Levels of agencies, as people know them. */
export const agencyLevels: Readonly<Record<CatalogueFacts['agencyLevel'], Text>> = {
  COMMUNE: text('Ủy ban nhân dân xã, phường, đặc khu', 'People’s Committee of the commune'),
  COMMUNE_POLICE: text('Công an xã, phường, đặc khu', 'Commune police'),
  TAX: text('Cơ quan thuế', 'Tax authority'),
  SOCIAL_INSURANCE: text('Cơ quan bảo hiểm xã hội', 'Social insurance authority'),
  PROVINCE: text('Sở, ban, ngành cấp tỉnh', 'Provincial department'),
  INTERLINKED: text('Nhiều cơ quan cùng làm', 'Several authorities together'),
};

/** How a dossier is handed in. */
export const channels: Readonly<Record<Channel, Text>> = {
  ONLINE: text('Trực tuyến trên trang này', 'Online on this site'),
  DIRECT: text('Trực tiếp tại nơi tiếp nhận', 'In person at the counter'),
  POSTAL: text('Qua bưu chính công ích', 'By public post'),
};

/** The same in a word, for tables. */
export const channelNames: Readonly<Record<Channel, Text>> = {
  ONLINE: text('Trực tuyến', 'Online'),
  DIRECT: text('Trực tiếp', 'In person'),
  POSTAL: text('Bưu chính', 'By post'),
};

/** Where it is handed in. */
export const receivingUnits: Readonly<Record<CatalogueFacts['receivingUnit'], Text>> = {
  'one-stop': text(
    'Trung tâm Phục vụ hành chính công cấp xã (bất kỳ nơi nào trong tỉnh, theo Nghị định 118/2025/NĐ-CP, Điều 14)',
    'Any commune Public Administration Service Centre in the province (Decree 118/2025/NĐ-CP, article 14)',
  ),
  police: text('Công an cấp xã nơi cư trú', 'Commune police where you live'),
  tax: text('Cơ quan thuế quản lý thửa đất', 'The tax office in charge of the land'),
  insurance: text('Bảo hiểm xã hội cơ sở nơi cư trú', 'The social insurance office where you live'),
};

/** Groups of papers in the order in which a person meets them. */
export const paperGroups: Readonly<Record<Paper['group'], Text>> = {
  FORM: text('Tờ khai', 'Form'),
  SUBMIT: text('Giấy tờ phải nộp', 'Papers to hand in'),
  PRESENT: text('Giấy tờ chỉ cần xuất trình', 'Papers only to be shown'),
  LOOKED_UP: text(
    'Cơ quan nhà nước tự tra cứu, bạn không phải nộp',
    'Looked up by the authority, not asked of you',
  ),
};

/** "1 bản chính, 2 bản sao". */
export function copiesOf({ originals, copies }: Paper): Text {
  const parts = [
    ...(originals > 0
      ? [fill(text('{n} bản chính', '{n} original'), { n: String(originals) })]
      : []),
    ...(copies > 0 ? [fill(text('{n} bản sao', '{n} copies'), { n: String(copies) })] : []),
  ];
  return {
    vi: parts.map((part) => part.vi).join(', '),
    en: parts.map((part) => part.en).join(', '),
  };
}

const units: Readonly<Record<LegalDeadline['unit'], Text>> = {
  WORKING_DAY: text('{n} ngày làm việc', '{n} working days'),
  DAY: text('{n} ngày', '{n} days'),
  WORKING_HOUR: text('{n} giờ làm việc', '{n} working hours'),
  HOUR: text('{n} giờ', '{n} hours'),
  MONTH: text('{n} tháng', '{n} months'),
};

/** A deadline in words; with an hour of cut-off it is one for the same day. */
export function deadlineWords({ qty, unit, cutoff }: LegalDeadline): Text {
  if (cutoff !== null && qty === 1 && unit === 'WORKING_DAY') {
    const hour = String(Number(cutoff.slice(0, 2)));
    return fill(
      text(
        'Trong ngày; nhận sau {hour} giờ thì ngày làm việc tiếp theo',
        'The same day; after {hour}:00 the next working day',
      ),
      { hour },
    );
  }
  return fill(units[unit], { n: String(qty).replace('.', ',') });
}

/** The first sentence of a legal text. */
export function firstSentence(words: Text): Text {
  return { vi: words.vi.split(/\.(?:\s|$)/, 1)[0]!, en: words.en.split(/\.(?:\s|$)/, 1)[0]! };
}

/** The first clause of a legal text, for a line in a list. */
export function firstClause(words: Text): Text {
  return { vi: words.vi.split(/[.;](?:\s|$)/, 1)[0]!, en: words.en.split(/[.;](?:\s|$)/, 1)[0]! };
}
