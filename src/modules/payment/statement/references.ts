/**
 * References of demands that the words of a transfer may hold. Banks put spaces, dots and their own numbers around
 * them, break them at line ends, and people type O for 0: every place that may be one is tried, the books decide.
 */
export function referencesIn(details: string): string[] {
  const bare = details.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const found = new Set<string>();
  for (let at = bare.indexOf('LP'); at >= 0; at = bare.indexOf('LP', at + 1)) {
    const code = bare
      .slice(at + 2, at + 12)
      .replaceAll('O', '0')
      .replace(/[IL]/g, '1');
    if (/^[0-9A-HJKMNP-TV-Z]{10}$/.test(code)) found.add(`LP${code}`);
    if (found.size === most) break;
  }
  return [...found];
}

/** No transfer names more; a text of nothing but "LP" shall not become a long search. */
const most = 20;
