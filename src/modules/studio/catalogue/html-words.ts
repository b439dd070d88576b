/** Marks that names of letters end in: `&agrave;` is an a with a grave accent (HTML, section 13.5). */
const marks: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
};

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  middot: '·',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  times: '×',
  deg: '°',
};

/** Words between tags as they are meant; blanks of any kind and length count as one. What has no meaning stays as written. */
export function plainWords(written: string): string {
  return written
    .replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi, (whole, hex, decimal, name) => {
      if (hex !== undefined) return character(Number.parseInt(hex as string, 16), whole);
      if (decimal !== undefined) return character(Number(decimal), whole);
      return named[name as string] ?? letter(name as string) ?? whole;
    })
    .replace(/\s+/g, ' ');
}

function letter(name: string): string | undefined {
  const mark = marks[name.slice(1)];
  return mark === undefined ? undefined : `${name[0]}${mark}`.normalize('NFC');
}

function character(code: number, otherwise: string): string {
  const isScalar = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isScalar ? String.fromCodePoint(code) : otherwise;
}
