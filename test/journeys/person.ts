import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { formsOf, wordsOf, type HtmlForm } from './html-form.ts';

const json = 'application/json';

/** Somebody with a browser that runs no scripts: cookies, links, forms, redirects. */
export class Person {
  readonly #web: FastifyInstance;
  readonly #cookies = new Map<string, string>();
  /** The page in front of this person. */
  html = '';
  status = 0;
  path = '/';

  constructor(web: FastifyInstance) {
    this.#web = web;
  }

  /** Signs in by the button of a demo account. */
  async signIn(account: string): Promise<this> {
    await this.open('/dang-nhap');
    await this.send('/dang-nhap/demo', { account });
    return this;
  }

  /** Opens a page and follows redirects. */
  async open(path: string): Promise<this> {
    return this.#arrive(path, await this.#request('GET', path));
  }

  /** Opens a page that leads to another site, and gives the address there. */
  async leave(path: string): Promise<string> {
    const response = await this.#request('GET', path);
    return response.headers.location ?? '';
  }

  /** Fills the form whose action ends so (the first one with a post when omitted) and sends it. */
  async fill(fields: Readonly<Record<string, string>>, action?: string): Promise<this> {
    const form = this.form(action);
    const unknown = Object.keys(fields).filter(
      (name) => !form.names.has(name) && !name.startsWith('_'),
    );
    if (unknown.length > 0)
      throw new Error(
        `the form at ${this.path} does not ask ${unknown.join(', ')}; it asks ${[...form.names].join(', ')}`,
      );
    for (const [name, value] of Object.entries(fields)) {
      const offered = form.choices.get(name);
      if (offered && !offered.has(value))
        throw new Error(
          `${name} at ${this.path} offers no “${value}”, but ${[...offered].slice(0, 20).join(' | ')}`,
        );
    }
    const repeated = form.repeated.filter(([name]) => !(name in fields));
    return this.send(form.action, { ...Object.fromEntries(form.fields), ...fields }, repeated);
  }

  /** A form of the page. @throws Error with the page's words when there is none. */
  form(action?: string): HtmlForm {
    const forms = this.#forms().filter(
      ({ method, action: to }) =>
        method === 'post' && !/\/(dang-xuat|hien-thi|uy-quyen\/thoi)$/.test(to),
    );
    const found = action === undefined ? forms[0] : forms.find(leadsTo(action));
    if (!found)
      throw new Error(
        `no form ${action ?? ''} at ${this.path} (${this.status}): ${this.words.slice(0, 600)}`,
      );
    return found;
  }

  /** The forms of the page; one without an address posts to the page itself. */
  #forms(): HtmlForm[] {
    return formsOf(this.html).map((form) =>
      form.action === '' ? { ...form, action: this.path } : form,
    );
  }

  /** Whether the page offers a form with such an action. */
  offers(action: string): boolean {
    return this.#forms().some(leadsTo(action));
  }

  /** Presses a button that posts its form to an address of its own. */
  async press(action: string, fields: Readonly<Record<string, string>> = {}): Promise<this> {
    for (const form of formsOf(this.html)) {
      const to = form.formActions.find((one) => one.endsWith(action));
      if (to !== undefined) return this.send(to, { ...Object.fromEntries(form.fields), ...fields });
    }
    throw new Error(
      `no button ${action} at ${this.path} (${this.status}): ${this.words.slice(0, 600)}`,
    );
  }

  /** Whether a button of the page posts to such an address. */
  canPress(action: string): boolean {
    return formsOf(this.html).some(({ formActions }) =>
      formActions.some((to) => to.endsWith(action)),
    );
  }

  /** The first link of the page that leads to such an address; undefined when there is none. */
  linkTo(ending: string): string | undefined {
    const links = [...this.html.matchAll(/<a\b[^>]*\bhref="([^"?#]*)/g)].map(
      ([, href = '']) => href,
    );
    return links.find((href) => href.endsWith(ending));
  }

  /** Posts fields with the page's token and follows the redirect. */
  async send(
    path: string,
    fields: Readonly<Record<string, string>>,
    repeated: readonly (readonly [name: string, value: string])[] = [],
  ): Promise<this> {
    const payload = new URLSearchParams({ _csrf: this.token, ...fields });
    for (const [name, value] of repeated) payload.append(name, value);
    const response = await this.#request(
      'POST',
      path,
      payload.toString(),
      'application/x-www-form-urlencoded',
    );
    return this.#arrive(path, response);
  }

  /** Uploads files for a paper by an ordinary form post. */
  async upload(
    action: string,
    files: readonly { name: string; type: string; bytes: Uint8Array }[],
  ): Promise<this> {
    const form = formsOf(this.html).find(({ action: to }) => to.includes(action));
    if (!form)
      throw new Error(`no place to upload ${action} at ${this.path}: ${this.words.slice(0, 600)}`);
    const boundary = 'x-boundary-of-the-test';
    const parts = files.flatMap(({ name, type, bytes }) => [
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="tep"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`,
      ),
      Buffer.from(bytes),
      Buffer.from('\r\n'),
    ]);
    const payload = Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
    const response = await this.#request(
      'POST',
      form.action,
      payload,
      `multipart/form-data; boundary=${boundary}`,
    );
    return this.#arrive(this.path, response);
  }

  /** The bytes at an address. */
  async download(path: string): Promise<LightMyRequestResponse> {
    return this.#request('GET', path);
  }

  /** Sends JSON as the page's script would. */
  async call(method: 'POST', path: string, body: object): Promise<LightMyRequestResponse> {
    return this.#request(method, path, JSON.stringify(body), json);
  }

  /** What a person reads on the page. */
  get words(): string {
    return wordsOf(this.html);
  }

  /** The session of this browser. */
  get session(): string {
    return this.#cookies.get('cqs_session') ?? '';
  }

  /** Loses the session, as when it ran out. */
  loseSession(): void {
    this.#cookies.delete('cqs_session');
  }

  get token(): string {
    return /name="_csrf" value="([^"]*)"/.exec(this.html)?.[1] ?? '';
  }

  async #request(
    method: 'GET' | 'POST',
    url: string,
    payload?: string | Buffer,
    type?: string,
  ): Promise<LightMyRequestResponse> {
    const response = await this.#web.inject({
      method,
      url,
      headers: {
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(type === undefined ? {} : { 'content-type': type }),
        host: 'localhost',
        ...(method === 'POST'
          ? { origin: 'http://localhost', referer: `http://localhost${this.path}` }
          : {}),
        ...(type === json ? { 'x-csrf-token': this.token } : {}),
      },
      ...(payload === undefined ? {} : { payload }),
    });
    for (const { name, value } of response.cookies) {
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return response;
  }

  async #arrive(path: string, response: LightMyRequestResponse): Promise<this> {
    const to = response.headers.location;
    if (response.statusCode === 303 && typeof to === 'string') return this.open(to);
    this.html = response.body;
    this.status = response.statusCode;
    this.path = path.split('#', 1)[0]!;
    return this;
  }
}

/** Whether a form's address, its query aside, ends so. */
function leadsTo(ending: string): (form: HtmlForm) => boolean {
  return ({ action }) => action.split('?', 1)[0]!.endsWith(ending);
}
