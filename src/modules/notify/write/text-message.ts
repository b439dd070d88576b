/** GSM 03.38 default alphabet (3GPP TS 23.038, 6.2.1), without the escape. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** Its extension table: two septets each. */
const extended = '\f^{}\\[~]|€';

const septets = new Map<string, number>([
  ...Array.from(basic).map((letter): [string, number] => [letter, 1]),
  ...Array.from(extended).map((letter): [string, number] => [letter, 2]),
]);

/** How long a part may be, alone and as one of several: a header of 6 octets tells the parts (TS 23.040, 9.2.3.24.1). */
const sizes = { gsm: { one: 160, many: 153 }, ucs2: { one: 70, many: 67 } } as const;

/** More parts than this are refused: providers cut or lose them. */
export const mostParts = 10;

/** A text as it goes over the air. */
export interface Parts {
  readonly encoding: 'gsm' | 'ucs2';
  readonly parts: readonly string[];
  /** Septets, or UTF-16 units for UCS-2. */
  readonly length: number;
}

/** Cuts a text into the messages that carry it. No character is torn: neither an escaped one nor a surrogate pair. */
export function partsOf(text: string): Parts {
  const letters = Array.from(text);
  const encoding = letters.every((letter) => septets.has(letter)) ? 'gsm' : 'ucs2';
  const sizeOf = (letter: string) => (encoding === 'gsm' ? septets.get(letter)! : letter.length);
  const length = letters.reduce((sum, letter) => sum + sizeOf(letter), 0);
  const { one, many } = sizes[encoding];
  if (length <= one) return { encoding, parts: [text], length };
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const letter of letters) {
    if (size + sizeOf(letter) > many) {
      parts.push(part);
      [part, size] = ['', 0];
    }
    part += letter;
    size += sizeOf(letter);
  }
  return { encoding, parts: [...parts, part], length };
}

/**
 * Vietnamese without its marks, which fits into GSM-7: a third of the price, and old phones show it. Typographic signs
 * become those that have a key.
 */
export function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[“”„]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[–—−]/g, '-')
    .replaceAll('…', '...')
    .replaceAll('\u00A0', ' ')
    .normalize('NFC');
}
