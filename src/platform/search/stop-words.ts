import { plainSyllable } from './syllables.ts';

/**
 * Function words: they carry no subject. Never add mất, lại, mới, đổi: lost, again, new and change are the subject.
 */
const accented = new Set(
  (
    'tôi tui em mình anh chị ad ạ à nhé nha vậy z v thì là mà và của với các những này đó kia khi nào sao đâu ở ' +
    'bao nhiêu mấy bn bạn có không ko k hông được đc phải cần muốn sắp vừa rồi xong nữa một cái chiếc giúp gì j ' +
    'xin cho bị ơi dạ làm tờ nhau ra đi ai nên cũng đã sẽ đứa of for and how with where'
  ).split(' '),
);

const folded = new Set(Array.from(accented, plainSyllable));

/**
 * Whether a syllable is a function word. In a text with accents the accents decide (đó is one, đo is not);
 * a text without any can only be judged by its letters.
 */
export function isStopWord(typed: string, textHasAccents: boolean): boolean {
  return textHasAccents ? accented.has(typed) : folded.has(plainSyllable(typed));
}

/** All function words as they are compared: they count as known, so that they are never "corrected". */
export const stopWords: ReadonlySet<string> = folded;
