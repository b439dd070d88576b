const longest = 1_000;

/**
 * Where to go after signing in, if it is a page of this site: an absolute path without host. Browsers read `//x` and
 * `/\x` as another host and drop control characters while looking (WHATWG URL, 4.4), so those are not accepted.
 */
export function readReturnPath(candidate: string | undefined): string | undefined {
  if (candidate === undefined || candidate.length > longest) return undefined;
  // oxlint-disable-next-line no-control-regex -- control characters are what is searched for
  if (!/^\/(?![/\\])[^\u0000-\u0020\u007f\\]*$/.test(candidate)) return undefined;
  return /^\/dang-(nhap|xuat|ky)(?![\w-])/.test(candidate) ? undefined : candidate;
}

/** The sign-in page for somebody who wanted to see `path`. */
export function signInPath(path: string): string {
  const back = readReturnPath(path);
  return back === undefined || back === '/'
    ? '/dang-nhap'
    : `/dang-nhap?tiep=${encodeURIComponent(back)}`;
}
