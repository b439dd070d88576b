import { text, type Text } from '#/values/text.ts';

/** What may be wrong with a record. `must`: a draft needs it mended; `look`: a person should look at it. */
export const findingWords = {
  'part-missing': {
    weight: 'must',
    words: text(
      'Thiếu bộ phận bắt buộc “{part}” (Nghị định 63/2010/NĐ-CP, Điều 8, khoản 2)',
      'The compulsory part “{part}” is missing (Decree 63/2010/NĐ-CP, article 8(2))',
    ),
  },
  'also-missing': {
    weight: 'must',
    words: text(
      'Chưa có {part}; bản nháp cần phần này',
      'There is no {part} yet; a draft needs it',
    ),
  },
  'no-sets': {
    weight: 'look',
    words: text(
      'Không ghi số lượng hồ sơ; tạm để 1 bộ',
      'The number of sets is not told; 1 for now',
    ),
  },
  'too-long': {
    weight: 'must',
    words: text(
      'Dài {length} chữ, nhiều nhất {most}: hãy rút gọn',
      '{length} signs, at most {most}: please shorten',
    ),
  },
  'ill-typed': {
    weight: 'must',
    words: text(
      'Chỗ này phải là {wanted}, nên chưa hiểu được',
      'This should be {wanted}, so it was not understood',
    ),
  },
  'too-many': {
    weight: 'must',
    words: text(
      'Có {count} mục, chỉ đọc {most} mục đầu',
      'There are {count} entries; only the first {most} were read',
    ),
  },
  'note-as-paper': {
    weight: 'look',
    words: text(
      'Đây là ghi chú, không phải giấy tờ: “{name}”. Đã chuyển sang phần yêu cầu, điều kiện.',
      'This is a note and no paper: “{name}”. It was moved to the conditions.',
    ),
  },
  'no-copies': {
    weight: 'look',
    words: text(
      'Giấy tờ không ghi số bản chính, bản sao: “{name}”',
      'The paper tells no number of originals or copies: “{name}”',
    ),
  },
  duplicate: {
    weight: 'look',
    words: text(
      'Giấy tờ ghi hai lần: “{name}”. Chỉ giữ một lần.',
      'The paper stands there twice: “{name}”. It is kept once.',
    ),
  },
  'same-name': {
    weight: 'look',
    words: text(
      'Hai mã khác nhau cho cùng một giấy tờ: “{name}”',
      'Two codes for one paper: “{name}”',
    ),
  },
  'no-code': {
    weight: 'look',
    words: text(
      'Giấy tờ chưa có mã: “{name}”. Đã đặt mã tạm {code}.',
      'The paper has no code: “{name}”. It got {code} for now.',
    ),
  },
  'deadline-number': {
    weight: 'look',
    words: text(
      'Ô số ghi {number}, lời ghi {text}: hãy xem lại văn bản',
      'The number says {number}, the words say {text}: look at the decree',
    ),
  },
  'deadline-channels': {
    weight: 'look',
    words: text(
      'Thời hạn khác nhau giữa các cách nộp: {all}',
      'The ways of filing differ in time: {all}',
    ),
  },
  'deadline-case': {
    weight: 'look',
    words: text(
      'Trường hợp “{name}” ghi {case}, khác thời hạn chung {general}',
      'The case “{name}” says {case}, unlike the general {general}',
    ),
  },
  'deadline-unit': {
    weight: 'look',
    words: text(
      'Đơn vị thời gian “{unit}” không rõ là ngày hay ngày làm việc',
      'The unit “{unit}” does not tell whether days are working days',
    ),
  },
  'deadline-none': {
    weight: 'must',
    words: text('Không tìm thấy thời hạn nào bằng số', 'No time in numbers was found'),
  },
  'fee-as-text': {
    weight: 'look',
    words: text(
      'Mức phí chỉ ghi bằng lời: “{words}”. Hãy ghi vào bảng phí của bản nháp.',
      'The fee is only told in words: “{words}”. Write it into the fee table of the draft.',
    ),
  },
  'fee-differs': {
    weight: 'look',
    words: text(
      'Mức phí khác nhau: {all}. Hãy ghi vào bảng phí của bản nháp.',
      'Fees differ: {all}. Write them into the fee table of the draft.',
    ),
  },
  'fee-zero-words': {
    weight: 'look',
    words: text(
      'Ô số ghi 0 đồng nhưng lời nói có thu: “{words}”',
      'The number says 0 but the words tell of a fee: “{words}”',
    ),
  },
  garbled: {
    weight: 'look',
    words: text(
      'Có chữ bị vỡ bảng mã: “{sample}”',
      'Letters were garbled by a wrong encoding: “{sample}”',
    ),
  },
  unseen: {
    weight: 'look',
    words: text(
      'Đã bỏ {count} ký tự không nhìn thấy và đưa dấu về dạng chuẩn (NFC)',
      '{count} unseen signs were taken out, and marks composed (NFC)',
    ),
  },
  markup: {
    weight: 'look',
    words: text('Còn thẻ HTML trong lời: “{sample}”', 'HTML stands among the words: “{sample}”'),
  },
  'bad-code': {
    weight: 'must',
    words: text(
      'Mã thủ tục “{code}” không đúng dạng, ví dụ 1.001193',
      'The code “{code}” is not of the form 1.001193',
    ),
  },
} as const satisfies Readonly<
  Record<string, { readonly weight: 'must' | 'look'; readonly words: Text }>
>;

export type FindingCode = keyof typeof findingWords;

/** One thing that a person should look at, and where it stands in the file. */
export interface Finding {
  readonly code: FindingCode;
  readonly place: string;
  readonly facts: Readonly<Record<string, string>>;
}

export function finding(
  code: FindingCode,
  place: string,
  facts: Readonly<Record<string, string | number>> = {},
): Finding {
  const told = Object.entries(facts).map(([name, fact]) => [name, shortened(String(fact))]);
  return { code, place, facts: Object.fromEntries(told) };
}

function shortened(words: string): string {
  return words.length > 160 ? `${words.slice(0, 157)}…` : words;
}
