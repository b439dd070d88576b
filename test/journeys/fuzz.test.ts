import type { LightMyRequestResponse } from 'fastify';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ApiRoute, Route } from '#/platform/http/index.ts';
import { formsOf } from './html-form.ts';
import {
  hostileCookies,
  hostileHeaders,
  hostileJson,
  hostileText,
  lenient,
  mark,
  nearly,
  type Schema,
} from './hostile.ts';
import { demoOffice } from './office.ts';

/** Less than a minute in every run; an hour by `FUZZ_SECONDS=3600`. A failure names the seed: `FUZZ_SEED` repeats it. */
const seconds = Number(process.env['FUZZ_SECONDS'] ?? 30);
const firstSeed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000_000);

const office = demoOffice();
const actors = [null, 'cong-dan-1', 'mot-cua-1', 'lanh-dao-1', 'quan-tri'] as const;

/** Whatever is typed there ends a session, which this test needs. */
const endings = /dang-xuat|ket-thuc|noi-da-dang-nhap|dong-tai-khoan/;

const timeout = (seconds + 60) * 1_000;

async function sessionOf(actor: (typeof actors)[number]): Promise<string> {
  return actor === null ? '' : (await office().signedIn(actor)).session;
}

/** One value of an arbitrary, by the seed that a failure names. */
function drawn<T>(arbitrary: fc.Arbitrary<T>, seed: number): T {
  return fc.sample(arbitrary, { seed, numRuns: 1 })[0]!;
}

interface Sent {
  readonly method: string;
  readonly url: string;
  readonly session: string;
  readonly payload?: string | undefined;
  readonly type?: string | undefined;
}

async function send({ method, url, session, payload, type }: Sent, seed: number) {
  const { web, services } = office();
  const token = services.keys.sign('csrf', 'abc');
  const cookies = [
    'cqs_visitor=abc',
    session && `cqs_session=${session}`,
    drawn(hostileCookies, seed),
  ];
  const answer = await web.inject({
    method: method as 'GET',
    url,
    headers: {
      ...drawn(hostileHeaders, seed),
      cookie: cookies.filter(Boolean).join('; '),
      'x-csrf-token': token,
      ...(type !== undefined && { 'content-type': type }),
    },
    ...(payload !== undefined && { payload }),
  });
  judge(answer, `${method} ${url.slice(0, 300)} seed ${seed} ${payload?.slice(0, 300) ?? ''}`);
}

/** No failure of ours, nothing of our inside, and nothing of theirs as markup. */
function judge(answer: LightMyRequestResponse, what: string): void {
  expect(answer.statusCode, `${what}\n${answer.body.slice(0, 300)}`).toBeLessThan(500);
  const type = String(answer.headers['content-type'] ?? '');
  if (type.includes('html')) expect(answer.body.includes(mark), `unescaped: ${what}`).toBe(false);
  expect(
    /\n\s+at \S+.*:\d+:\d+|node_modules\/|syntax error at or near|\bselect \S+ from /.test(
      answer.body,
    ),
    `inside told: ${what}`,
  ).toBe(false);
  for (const value of Object.values(answer.headers).flat())
    expect(/[\r\n]/.test(String(value)), `split header: ${what}`).toBe(false);
}

function addressOf(path: string, seed: number): string {
  let no = 0;
  const filled = path.replace(/:\w+|\*/g, () => {
    no += 1;
    return lenient(drawn(fc.oneof(hostileText, fc.uuid()), seed + no)).slice(0, 180) || '-';
  });
  const query = drawn(
    fc.dictionary(
      fc.oneof(
        fc.constantFrom('ma', 'q', 'trang', 'tiep', 'lang', 'loai', 'bam', 'sap-xep', 'sau'),
        hostileText,
      ),
      hostileText,
      { maxKeys: 3 },
    ),
    seed,
  );
  const asked = Object.entries(query).map(([name, value]) => `${lenient(name)}=${lenient(value)}`);
  return `${filled}?${asked.join('&').slice(0, 6_000)}`;
}

/** Rounds over all cases, at least one, until the time is over. */
async function rounds<T>(cases: readonly T[], one: (it: T, seed: number) => Promise<void>) {
  const until = performance.now() + (seconds * 1_000) / (3 * actors.length);
  let seed = firstSeed;
  do {
    for (const it of cases) await one(it, (seed += 101) % 2_000_000_000);
  } while (performance.now() < until);
}

describe('whatever is sent', () => {
  test(
    'to the API, by its own description and besides it, no one sees a failure or the inside',
    async () => {
      const document = (await office().web.inject('/api/openapi.json')).json<{
        paths: Record<string, Record<string, unknown>>;
      }>();
      const routes = office().application.routes.filter(
        (route): route is ApiRoute => route.kind === 'api',
      );
      const described = Object.values(document.paths).flatMap((one) => Object.keys(one));
      expect(described.length).toBe(routes.length);
      for (const actor of actors) {
        const session = await sessionOf(actor);
        await rounds(routes, async ({ method, path, schemas }, seed) => {
          const query = drawn(nearly((schemas.query ?? {}) as Schema), seed);
          const asked =
            typeof query === 'object' && query !== null
              ? Object.entries(query)
                  .map(([name, value]) => `${lenient(name)}=${lenient(value)}`)
                  .join('&')
              : '';
          const url = `${addressOf(path, seed)}&${asked}`.slice(0, 12_000);
          const body = schemas.body && drawn(nearly(schemas.body as Schema), seed);
          const payload = schemas.body && JSON.stringify(body ?? null);
          await send({ method, url, session, payload, type: payload && 'application/json' }, seed);
        });
      }
    },
    timeout,
  );

  test(
    'to any other address, in path, query, cookies, headers and body',
    async () => {
      const routes = office().application.routes.filter(
        ({ kind, path }: Route) => kind !== 'api' && !endings.test(path),
      );
      for (const actor of actors) {
        const session = await sessionOf(actor);
        await rounds(routes, async ({ method, path, kind }, seed) => {
          const isForm = kind === 'page' && method === 'POST';
          const fields = drawn(fc.dictionary(hostileText, hostileText, { maxKeys: 5 }), seed);
          const { services } = office();
          const form = new URLSearchParams({
            _csrf: services.keys.sign('csrf', 'abc'),
            ...wellFormed(fields),
          });
          const payload =
            method === 'GET' || method === 'HEAD'
              ? undefined
              : isForm
                ? form.toString()
                : JSON.stringify(drawn(hostileJson, seed));
          const type =
            payload === undefined
              ? undefined
              : isForm
                ? 'application/x-www-form-urlencoded'
                : drawn(
                    fc.constantFrom(
                      'application/json',
                      'text/plain',
                      'multipart/form-data; boundary=x',
                      'application/offset+octet-stream',
                    ),
                    seed,
                  );
          await send({ method, url: addressOf(path, seed), session, payload, type }, seed);
        });
      }
    },
    timeout,
  );

  test(
    'into the boxes of every form that somebody finds',
    async () => {
      for (const actor of actors) {
        const forms = await formsBefore(actor);
        expect(forms.length).toBeGreaterThan(2);
        const session = await sessionOf(actor);
        await rounds(forms, async ({ action, fields, names }, seed) => {
          const typed = [...names].map((name, no) => {
            const value =
              (seed + no) % 3 === 0 ? (fields.get(name) ?? '') : drawn(hostileText, seed + no);
            return [name, value] as const;
          });
          const payload = new URLSearchParams({
            ...wellFormed(Object.fromEntries(typed)),
            _csrf: office().services.keys.sign('csrf', 'abc'),
          });
          await send(
            {
              method: 'POST',
              url: action,
              session,
              payload: payload.toString(),
              type: 'application/x-www-form-urlencoded',
            },
            seed,
          );
        });
      }
    },
    timeout,
  );
});

function wellFormed(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name.toWellFormed(), value.toWellFormed()]),
  );
}

/** The forms of the first pages that somebody meets by following links. */
async function formsBefore(actor: (typeof actors)[number]) {
  const person = actor === null ? office().person() : await office().signedIn(actor);
  const open = [
    '/',
    '/tra-cuu',
    '/dang-nhap',
    '/dang-ky',
    '/toi/bao-mat',
    '/ban-lam-viec',
    '/kiem-chung',
  ];
  const seen = new Set<string>();
  const found = new Map<string, ReturnType<typeof formsOf>[number]>();
  while (open.length > 0 && seen.size < 80) {
    const address = open.shift()!;
    const shape = address.replace(/[0-9a-f-]{20,}|\d+/g, '#');
    if (seen.has(shape) || endings.test(address)) continue;
    seen.add(shape);
    await person.open(address);
    for (const form of formsOf(person.html)) {
      const action = form.action === '' ? address : form.action;
      if (form.method === 'post' && !endings.test(action))
        found.set(`${action} ${[...form.names].join()}`, { ...form, action });
    }
    for (const [, href = ''] of person.html.matchAll(/<a\b[^>]*\bhref="(\/[^"#]*)/g))
      open.push(href.replaceAll('&amp;', '&'));
  }
  return [...found.values()];
}
