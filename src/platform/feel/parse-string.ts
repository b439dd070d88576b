const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '"': '"',
  '\\': '\\',
  "'": "'",
};

/** The value of a string literal: quotes off, escapes read, NFC. A lone backslash stays as it is. */
export function readString(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(
      /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|([\s\S]))/g,
      (whole: string, four?: string, six?: string, one?: string) => {
        if (one !== undefined) return escapes[one] ?? whole;
        const code = Number.parseInt(four ?? six ?? '', 16);
        return code > 0x10ffff
          ? whole
          : four === undefined
            ? String.fromCodePoint(code)
            : String.fromCharCode(code);
      },
    )
    .normalize('NFC');
}
