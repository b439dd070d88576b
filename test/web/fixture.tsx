import type { FastifyInstance } from 'fastify';
import { renderToString } from 'preact-render-to-string';
import { openSession, useSession } from '#/modules/identity/index.ts';
import { stillClock, type StillClock } from '#/platform/clock.ts';
import { readConfig } from '#/platform/config/index.ts';
import { keysFrom } from '#/platform/crypto/index.ts';
import type { Database } from '#/platform/db/index.ts';
import {
  buildWeb,
  cookieNames,
  httpRefusals,
  type Shown,
  type Visit,
} from '#/platform/http/index.ts';
import { openLog } from '#/platform/log.ts';
import type { Mount, Services } from '#/platform/module.ts';
import { Bare, Desk, Page } from '#/ui/index.ts';

/** What pages of one module need to be served in a test. There is no queue, no folder of files and no press. */
export interface TestWeb {
  readonly clock: StillClock;
  readonly services: Services;
  /** For requests that no browser of ours would send. */
  readonly server: FastifyInstance;
  /** A browser of its own, with its own cookies. */
  browser(): TestBrowser;
  close(): Promise<void>;
}

/** A browser without scripts: keeps cookies, follows nothing by itself, sends the token of the last page it saw. */
export interface TestBrowser {
  get(path: string): Promise<Answer>;
  post(path: string, fields?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Opens a session without the pages of signing in. */
  enter(accountId: string): Promise<void>;
}

export interface Answer {
  readonly status: number;
  /** Where a redirect leads. */
  readonly goTo: string | undefined;
  readonly html: string;
}

/** Serves the routes of modules on a test database, at an instant that stands still. */
export async function testWeb(
  database: Database,
  mountsOf: (services: Services) => readonly Mount[],
  options: {
    readonly at: Date;
    readonly demo?: boolean;
    /** Faults are wanted here: they need not be logged. */
    readonly isQuiet?: boolean;
  },
): Promise<TestWeb> {
  const clock = stillClock(options.at);
  const config = readConfig({ CQS_DEMO: options.demo === false ? '0' : '1' });
  const keys = keysFrom(Buffer.alloc(32, 1));
  const given: Partial<Services> = {
    config,
    database,
    clock,
    keys,
    log: openLog(options.isQuiet ? 'silent' : 'error'),
  };
  const services = given as Services;
  const mounts = mountsOf(services);
  const server = await buildWeb({
    ...services,
    routes: mounts.flatMap(({ routes }) => routes),
    refusals: Object.assign(
      {},
      httpRefusals,
      ...mounts.map(({ refusals }) => refusals),
    ) as typeof httpRefusals,
    isHttps: false,
    isDemo: config.isDemo,
    trustProxy: false,
    signInPath: () => '/dang-nhap',
    async identify(tx, token, at, lang) {
      const session = await useSession(tx, token, at);
      return session ? { ...session, name: session.fullName, posts: [], at, lang } : null;
    },
    rendering: {
      page: (shown, visit) => `<!doctype html>${renderToString(framed(shown, visit))}`,
      refusal: ({ refused }) => said(refused),
      notFound: () => said('not found'),
      forbidden: () => said('forbidden'),
      staleForm: () => said('stale form'),
      unreadable: ({ refused }) => refused,
      failure: (incident) => `failure ${incident}`,
      outage: () => 'outage',
    },
  });
  return {
    clock,
    services,
    server,
    browser: () => browserOf(server, database, clock),
    close: () => server.close(),
  };
}

function said(words: string): Shown {
  return { title: words, layout: 'bare', view: <p>{words}</p> };
}

function framed(shown: Shown, visit: Visit) {
  const Frame = { citizen: Page, desk: Desk, bare: Bare }[shown.layout];
  const name = { vi: 'Thử', en: 'Test' };
  return (
    <Frame
      title={shown.title}
      lang={visit.lang}
      look={visit.look}
      site={{ service: name, agency: name, contact: [] }}
      assets={{ stylesheet: '/x.css' }}
      path={visit.path}
      csrf={visit.csrf}
      isDemo={visit.isDemo}
      places={[]}
      notice={visit.notice}
      isWrong={shown.status === 422}
    >
      {shown.view}
    </Frame>
  );
}

function browserOf(server: FastifyInstance, database: Database, clock: StillClock): TestBrowser {
  const cookies = new Map<string, string>();
  let csrf = '';

  async function send(
    method: 'GET' | 'POST',
    url: string,
    fields?: Readonly<Record<string, string>>,
  ): Promise<Answer> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const form = fields && new URLSearchParams({ _csrf: csrf, ...fields }).toString();
    const type = form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
    const response = await server.inject({
      method,
      url,
      headers: { cookie, ...type },
      ...(form && { payload: form }),
    });
    for (const { name, value, maxAge } of response.cookies) {
      if (value === '' || maxAge === 0) cookies.delete(name);
      else cookies.set(name, value);
    }
    csrf = /name="_csrf" value="([^"]+)"/.exec(response.body)?.[1] ?? csrf;
    return { status: response.statusCode, goTo: response.headers.location, html: response.body };
  }

  return {
    get: (path) => send('GET', path),
    post: (path, fields = {}) => send('POST', path, fields),
    async enter(accountId) {
      const token = await database.transaction((tx) => openSession(tx, accountId, clock.now()));
      cookies.set(cookieNames(false).session, token);
    },
  };
}
