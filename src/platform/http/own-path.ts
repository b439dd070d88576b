const longest = 1_000;

/**
 * Where a form or an address says to return to, if it is a page of this site: an absolute path without host. Browsers
 * read `//x` and `/\x` as another host and drop control characters while looking (WHATWG URL, 4.4), so those are not
 * accepted.
 */
export function readOwnPath(candidate: unknown): string | undefined {
  if (typeof candidate !== 'string' || candidate.length > longest) return undefined;
  // oxlint-disable-next-line no-control-regex -- control characters are what is searched for
  return /^\/(?![/\\])[^\u0000-\u0020\u007f\\]*$/.test(candidate) ? candidate : undefined;
}
