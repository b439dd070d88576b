/** Sets of characters (code points) as XML Schema regular expressions write them. */

export type CharacterSet = (character: string) => boolean;

const categories = /^(L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cofn]?)$/;

/** The Unicode blocks that texts in this country need; XML Schema knows them as \p{IsName}. */
const blocks: Readonly<Record<string, readonly [number, number]>> = {
  IsBasicLatin: [0x0000, 0x007f],
  'IsLatin-1Supplement': [0x0080, 0x00ff],
  'IsLatinExtended-A': [0x0100, 0x017f],
  'IsLatinExtended-B': [0x0180, 0x024f],
  IsIPAExtensions: [0x0250, 0x02af],
  IsSpacingModifierLetters: [0x02b0, 0x02ff],
  IsCombiningDiacriticalMarks: [0x0300, 0x036f],
  IsGreek: [0x0370, 0x03ff],
  IsGreekandCoptic: [0x0370, 0x03ff],
  IsCyrillic: [0x0400, 0x04ff],
  IsThai: [0x0e00, 0x0e7f],
  IsLao: [0x0e80, 0x0eff],
  IsKhmer: [0x1780, 0x17ff],
  IsLatinExtendedAdditional: [0x1e00, 0x1eff],
  IsGeneralPunctuation: [0x2000, 0x206f],
  IsSuperscriptsandSubscripts: [0x2070, 0x209f],
  IsCurrencySymbols: [0x20a0, 0x20cf],
  IsLetterlikeSymbols: [0x2100, 0x214f],
  IsNumberForms: [0x2150, 0x218f],
  IsArrows: [0x2190, 0x21ff],
  IsMathematicalOperators: [0x2200, 0x22ff],
  IsCJKSymbolsandPunctuation: [0x3000, 0x303f],
  IsHiragana: [0x3040, 0x309f],
  IsKatakana: [0x30a0, 0x30ff],
  IsCJKUnifiedIdeographs: [0x4e00, 0x9fff],
  IsHangulSyllables: [0xac00, 0xd7a3],
};

/** The set of \p{name}: a general category or a block; undefined when there is none of that name. */
export function property(name: string): CharacterSet | undefined {
  if (categories.test(name)) return oneOf(new RegExp(`^\\p{${name}}$`, 'u'));
  const block = Object.hasOwn(blocks, name) ? blocks[name] : undefined;
  return block === undefined ? undefined : range(...block);
}

export function range(first: number, last: number): CharacterSet {
  return (character) => {
    const code = character.codePointAt(0) ?? -1;
    return code >= first && code <= last;
  };
}

export function not(set: CharacterSet): CharacterSet {
  return (character) => !set(character);
}

function oneOf(pattern: RegExp): CharacterSet {
  return (character) => pattern.test(character);
}

const digit = oneOf(/^\p{Nd}$/u);
const word = oneOf(/^[^\p{P}\p{Z}\p{C}]$/u);
const space = oneOf(/^[ \t\n\r]$/);
const nameStart = oneOf(/^[\p{L}_:]$/u);
const namePart = oneOf(/^[\p{L}\p{M}\p{Nd}_:.\-·]$/u);

/** The sets that a letter after a backslash means. */
export const classEscapes: Readonly<Record<string, CharacterSet>> = {
  d: digit,
  D: not(digit),
  w: word,
  W: not(word),
  s: space,
  S: not(space),
  i: nameStart,
  I: not(nameStart),
  c: namePart,
  C: not(namePart),
};

/** The character itself, in the one form that all its letter cases share. */
export function fold(character: string): string {
  return character.toUpperCase().toLowerCase();
}

/** The set with all letter cases of its characters. */
export function anyCase(set: CharacterSet): CharacterSet {
  return (character) => {
    const folded = fold(character);
    return [
      character,
      character.toLowerCase(),
      character.toUpperCase(),
      folded,
      folded.toUpperCase(),
    ].some(set);
  };
}
