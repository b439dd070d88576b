import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { afterAll, beforeAll } from 'vitest';
import { findPaper, PaperCard, type Paper } from '#/modules/document/index.ts';
import { mount } from '#/modules/document/mount.ts';
import { systemClock } from '#/platform/clock.ts';
import { readConfig } from '#/platform/config/index.ts';
import { keysFrom } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { openFolder } from '#/platform/files/index.ts';
import { sealFiles } from '#/platform/sealed-files/index.ts';
import { buildWeb, cookieNames, get, httpRefusals, systemActor } from '#/platform/http/index.ts';
import type { Rendering, Shown, Visit } from '#/platform/http/index.ts';
import { openJobs, type JobQueue } from '#/platform/jobs/index.ts';
import { openLog } from '#/platform/log.ts';
import type { Mount, Services } from '#/platform/module.ts';
import { createPapersmith } from '#/platform/papersmith/index.ts';
import { newId } from '#/values/id.ts';
import { text } from '#/values/text.ts';
import { testDatabase, type TestDatabase } from '../database/fixture.ts';
import { testVault } from '../database/vault.ts';

/** A browser with the cookies of one citizen, in front of the routes of papers, over real HTTP. */
export interface PaperCounter {
  readonly database: () => TestDatabase;
  /** Owners of papers: the citizen's draft, somebody else's, a filed dossier, one that is submitted meanwhile. */
  readonly owners: { mine: string; theirs: string; filed: string; submitted: string };
  /** How often the gate still lets the dossier be changed that is submitted while an upload is on its way. */
  changesLeft: number;
  readonly running: {
    base: string;
    csrf: string;
    cookies: string;
    queue: JobQueue;
    mounted: Mount;
  };
  readonly go: (path: string, init?: Init) => Promise<Response>;
  /** Sends files as the form without scripts does. */
  readonly send: (
    owner: string,
    files: Record<string, Uint8Array>,
    paper?: string,
  ) => Promise<Response>;
  /** Presses a button. */
  readonly act: (path: string) => Promise<Response>;
  readonly see: (owner: string, paper?: string) => Promise<Paper | undefined>;
}

type Init = Omit<RequestInit, 'headers'> & { headers?: Record<string, string>; duplex?: 'half' };

/** Opens the counter for the tests of one file. Call it at the top level of the file. */
export function paperCounter(): PaperCounter {
  const database = testDatabase('document');
  const folder = mkdtempSync(join(tmpdir(), 'document-http-'));
  const papersmith = createPapersmith();
  const owners = { mine: newId(), theirs: newId(), filed: newId(), submitted: newId() };
  let web: FastifyInstance;
  let running: PaperCounter['running'];

  beforeAll(async () => {
    const queue = openJobs(database().url, log);
    const services = servicesOf(database(), queue, folder, papersmith);
    const mounted = mount(services, {
      ownerGate: (_tx, actor, owner, matter, change) => {
        if (matter === 'draft' && actor.kind === 'citizen') return Promise.resolve(null);
        if (change?.paper === 'KHONG_CO') return Promise.resolve(null);
        if (owner === owners.submitted)
          return Promise.resolve(counter.changesLeft-- > 0 ? 'write' : 'read');
        return Promise.resolve(
          owner === owners.mine ? 'write' : owner === owners.filed ? 'read' : null,
        );
      },
    });
    web = await webOf(services, mounted, owners.mine);
    await web.listen({ port: 0, host: '127.0.0.1' });
    const base = `http://127.0.0.1:${(web.server.address() as AddressInfo).port}`;
    running = { base, queue, mounted, ...(await enter(base)) };
  });

  afterAll(async () => {
    // Clients that broke off would be waited for as long as a request may take.
    web.server.closeAllConnections();
    await web.close();
    await running.queue.close();
    papersmith.close();
    rmSync(folder, { recursive: true });
  });

  const go = (path: string, init: Init = {}) => {
    const headers = { cookie: running.cookies, ...init.headers };
    return fetch(`${running.base}${path}`, { redirect: 'manual', ...init, headers });
  };
  const counter: PaperCounter = {
    database,
    owners,
    changesLeft: 0,
    get running() {
      return running;
    },
    go,
    send: (owner, files, paper = 'GCS') =>
      go(`/giay-to/${owner}/${paper}?_csrf=${running.csrf}&ve=/the`, {
        method: 'POST',
        body: formOf(files),
      }),
    act: (path) =>
      go(path, {
        method: 'POST',
        body: new URLSearchParams({ _csrf: running.csrf, ve: '/the' }),
      }),
    see: (owner, paper = 'GCS') => database().transaction((tx) => findPaper(tx, owner, paper)),
  };
  return counter;
}

/** Files as a browser sends them. */
export function formOf(files: Record<string, Uint8Array>): FormData {
  const data = new FormData();
  data.set('khac', 'x');
  for (const [name, bytes] of Object.entries(files))
    data.append('tep', new Blob([new Uint8Array(bytes)]), name);
  return data;
}

const log = openLog('silent');
const names = cookieNames(false);

function servicesOf(
  database: TestDatabase,
  jobs: JobQueue,
  folder: string,
  papersmith: Services['papersmith'],
): Services {
  return {
    config: readConfig({ CQS_PUBLIC_URL: 'http://localhost' }),
    database,
    clock: systemClock,
    jobs,
    files: sealFiles(openFolder(folder), database),
    keys: keysFrom(Buffer.alloc(32, 7)),
    vault: testVault(),
    log,
    papersmith,
  };
}

function webOf(services: Services, mounted: Mount, mine: string): Promise<FastifyInstance> {
  const card = async (tx: Tx, visit: Visit) => {
    const [code, name] = ['GCS', text('Giấy chứng sinh', 'Birth notice')];
    const paper = await findPaper(tx, mine, code);
    const place = { visit, owner: mine, code, name, isNeeded: true, back: '/the', isOpen: true };
    return shown(visit.csrf, h(PaperCard, { ...place, paper }) as VNode);
  };
  return buildWeb({
    routes: [...mounted.routes, get('/the', ['anyone'], card)],
    refusals: { ...httpRefusals, ...mounted.refusals },
    database: services.database,
    clock: systemClock,
    keys: services.keys,
    log,
    isHttps: false,
    isDemo: false,
    trustProxy: false,
    identify: (_tx, token, at) =>
      Promise.resolve({
        ...systemActor(at),
        kind: token === 'citizen' ? 'citizen' : 'official',
        posts: token === 'clerk' ? [{ unitId: newId(), role: 'VAN_THU' }] : [],
      }),
    rendering,
    signInPath: (path) => `/dang-nhap?tiep=${path}`,
  });
}

/** Enters as a citizen and reads the token of the first page. */
async function enter(base: string): Promise<{ csrf: string; cookies: string }> {
  const first = await fetch(`${base}/the`, { headers: { cookie: `${names.session}=citizen` } });
  const csrf = /<h1>([^<]+)/.exec(await first.text())![1]!;
  const visitor = first.headers.getSetCookie().find((cookie) => cookie.startsWith(names.visitor))!;
  return { csrf, cookies: `${names.session}=citizen; ${visitor.split(';')[0]}` };
}

function shown(title: string, view: VNode = h('p', null)): Shown {
  return { title, view, layout: 'bare' };
}

const rendering: Rendering = {
  page: (shown) => `<h1>${shown.title}</h1>${renderToString(shown.view)}`,
  refusal: (refusal) => shown(refusal.refused),
  notFound: () => shown(''),
  forbidden: () => shown(''),
  staleForm: () => shown('stale'),
  unreadable: ({ refused }) => refused,
  failure: (incident) => incident,
  outage: () => 'outage',
};
