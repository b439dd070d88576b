import { type Text, text } from '#/values/text.ts';

/** "Họ, chữ đệm, tên" → "họ, chữ đệm, tên"; "UBND xã" and "CCCD" stay. */
export function inSentence(label: Text): Text {
  return { vi: lowered(label.vi), en: lowered(label.en) };
}

function lowered(words: string): string {
  const [first = '', second = ''] = words;
  return second !== '' && second === second.toLocaleUpperCase('vi') && /\p{L}/u.test(second)
    ? words
    : first.toLocaleLowerCase('vi') + words.slice(first.length);
}

/** "Nhập ngày sinh của con", with an example when there is one. */
export function enterWords(label: Text, example?: string): Text {
  const name = inSentence(label);
  if (example === undefined) return text(`Nhập ${name.vi}`, `Enter: ${name.en}`);
  return text(`Nhập ${name.vi}, ví dụ ${example}`, `Enter: ${name.en}, for example ${example}`);
}

/** "Chọn giới tính của con". */
export function chooseWords(label: Text): Text {
  const name = inSentence(label);
  return text(`Chọn ${name.vi}`, `Choose: ${name.en}`);
}

/** "Đánh dấu vào ô “…” để tiếp tục". */
export function tickWords(label: Text): Text {
  return text(
    `Đánh dấu vào ô “${start(label.vi)}” để đi tiếp`,
    `Tick “${start(label.en)}” to go on`,
  );
}

/** The first words of a long sentence. */
function start(sentence: string): string {
  if (sentence.length <= 60) return sentence;
  return `${sentence.slice(0, 48).replace(/[\s,;.]+\S*$/, '')}…`;
}

/** Too many characters, with both numbers. */
export function tooLongWords(label: Text, most: number, have: number): Text {
  return text(
    `${label.vi} dài ${have} ký tự, tối đa ${most}. Viết ngắn lại`,
    `${label.en} has ${have} characters, at most ${most} are allowed. Shorten it`,
  );
}
