import { readOwnPath } from '#/platform/http/index.ts';

/** Where to go after signing in, if it is a page of this site other than those of signing in and out themselves. */
export function readReturnPath(candidate: string | undefined): string | undefined {
  const path = readOwnPath(candidate);
  return path === undefined || /^\/dang-(nhap|xuat|ky)(?![\w-])/.test(path) ? undefined : path;
}

/** The sign-in page for somebody who wanted to see `path`. */
export function signInPath(path: string): string {
  const back = readReturnPath(path);
  return back === undefined || back === '/'
    ? '/dang-nhap'
    : `/dang-nhap?tiep=${encodeURIComponent(back)}`;
}
