/** Text that is safe inside SVG. */
export function escaped(written: string): string {
  return written
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A name broken into lines between words; what does not fit ends with an ellipsis. */
export function linesOf(name: string, width: number, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of name.split(/\s+/).filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const shown = lines.slice(0, Math.max(1, most)).map((line) => cut(line, width + 4));
  if (lines.length > shown.length) shown[shown.length - 1] = `${cut(shown.at(-1)!, width - 1)}…`;
  return shown;
}

function cut(line: string, width: number): string {
  return line.length > width ? `${line.slice(0, width - 1)}…` : line;
}
