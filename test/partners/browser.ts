import { formsOf, wordsOf } from '../journeys/html-form.ts';

/** Somebody with a browser that runs no scripts, over real HTTP; it stops where a page leads to another site. */
export class Walker {
  readonly #origin: string;
  readonly #at: () => string;
  readonly #cookies = new Map<string, string>();
  html = '';
  status = 0;
  /** Where the browser is; of another site when it was led there. */
  url: URL;

  /** `at`: which node answers for the site's address just now. */
  constructor(origin: string, at: () => string = () => origin) {
    this.#origin = origin;
    this.#at = at;
    this.url = new URL(origin);
  }

  get words(): string {
    return wordsOf(this.html);
  }

  /** Goes to an address, through redirects and pages that go on by themselves. */
  async open(address: string): Promise<this> {
    return this.#go(new URL(address, this.#origin), 'GET');
  }

  /** Fills the form whose action holds these letters, and sends it. */
  async send(action: string, fields: Readonly<Record<string, string>> = {}): Promise<this> {
    const form = formsOf(this.html).find((one) => one.action.includes(action));
    if (!form)
      throw new Error(`no form ${action} at ${this.url.href}: ${this.words.slice(0, 500)}`);
    const body = new URLSearchParams({ ...Object.fromEntries(form.fields), ...fields });
    return this.#go(new URL(form.action.replaceAll('&amp;', '&'), this.#origin), 'POST', body);
  }

  async signIn(account: string): Promise<this> {
    await this.open('/dang-nhap');
    return this.send('/dang-nhap/demo', { account });
  }

  async #go(url: URL, method: 'GET' | 'POST', body?: URLSearchParams): Promise<this> {
    this.url = url;
    if (url.origin !== this.#origin) return this;
    const response = await fetch(url.href.replace(this.#origin, this.#at()), {
      method,
      redirect: 'manual',
      headers: {
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'x-forwarded-host': url.host,
        ...(method === 'POST' ? { origin: this.#origin } : {}),
      },
      ...(body && { body }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    const to = response.headers.get('location');
    if (to !== null) return this.#go(new URL(to, url), 'GET');
    this.html = await response.text();
    this.status = response.status;
    const onward = /http-equiv="refresh" content="0; url=([^"]*)"/.exec(this.html)?.[1];
    return onward === undefined
      ? this
      : this.#go(new URL(onward.replaceAll('&amp;', '&'), url), 'GET');
  }
}
