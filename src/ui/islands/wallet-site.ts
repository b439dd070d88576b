import type { Fetch } from './wallet-take.ts';

/** The site that the wallet belongs to, as it calls itself and as this browser reached it. */
export interface Site {
  /** Without a slash at its end. */
  readonly url: string;
  readonly fetch: Fetch;
}

/** The pages' policy lets them reach their own site only, and so does this. */
export function siteOf(url: string): Site {
  const { origin } = new URL(url);
  return {
    url,
    fetch(address, init) {
      const { origin: asked, pathname, search } = new URL(address, origin);
      if (asked !== origin) return Promise.reject(new Error('elsewhere'));
      return fetch(pathname + search, { credentials: 'omit', ...init });
    },
  };
}
