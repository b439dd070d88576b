import pg from 'pg';
import { Browser } from './browser.ts';
import { readyApplicants, type ReadyApplicant } from './drafts.ts';
import type { Figure } from './figure.ts';
import { install, type Installation } from './installation.ts';
import { rawSubmissionOf, type RawSubmission } from './raw-submission.ts';

/** People who send at the same time; how many each sends in a round; rounds of both kinds, one after the other. */
const sessions = 16;
const each = 25;
const rounds = 5;

/**
 * Durable submissions per second through HTTP (a listening server, connections kept open, everything judged and
 * logged) against the same rows written by prepared statements in transactions of the same shape.
 */
export async function measure(): Promise<Figure[]> {
  const applicants: ReadyApplicant[] = [];
  const installation = await install(async ({ services: { database } }) => {
    applicants.push(...(await readyApplicants(database, 'copies', sessions, (rounds + 1) * each)));
  });
  try {
    return await measureOn(installation, applicants);
  } finally {
    await installation.close();
  }
}

async function measureOn(
  { port, databaseUrl }: Installation,
  applicants: readonly ReadyApplicant[],
): Promise<Figure[]> {
  const browsers = await Promise.all(applicants.map(({ session }) => signedIn(port, session)));
  const writers = await Promise.all(applicants.map(() => connected(databaseUrl)));
  const code = await submitAll(browsers, applicants);
  const raw = await rawSubmissionOf(writers[0]!, await idOf(writers[0]!, code));
  await writeAll(writers, raw);
  const [byHttp, bySql]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    byHttp.push(await rate(() => submitAll(browsers, applicants)));
    bySql.push(await rate(() => writeAll(writers, raw)));
  }
  for (const { browser } of browsers) browser.close();
  await Promise.all(writers.map((writer) => writer.end()));
  const [value, reference] = [median(byHttp), median(bySql)];
  const ratio = median(byHttp.map((one, round) => one / bySql[round]!));
  return [
    {
      name: 'submit.http',
      value,
      unit: 'submissions/s',
      reference: `the same rows by prepared statements, ${reference.toFixed(0)} transactions/s`,
      ratio,
      goal: '≥ 0.5',
      holds: ratio >= 0.5,
    },
  ];
}

interface SignedIn {
  readonly browser: Browser;
  readonly token: string;
}

async function signedIn(port: number, session: string): Promise<SignedIn> {
  const browser = new Browser(port, session);
  return { browser, token: await browser.token() };
}

async function connected(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  return client;
}

/** Everybody sends their next drafts, one after the other. Gives the code of one. */
async function submitAll(
  browsers: readonly SignedIn[],
  applicants: readonly ReadyApplicant[],
): Promise<string> {
  const codes = await Promise.all(
    browsers.map(async ({ browser, token }, index) => {
      let code = '';
      for (const path of applicants[index]!.drafts.splice(0, each)) {
        const { status, location, body } = await browser.post(path, {
          _csrf: token,
          delivery: 'ONLINE',
          declared: 'yes',
        });
        if (status !== 303 || location === undefined)
          throw new Error(`not submitted: ${status} ${body.slice(0, 2_000)}`);
        code = location.split('/')[2]!;
      }
      return code;
    }),
  );
  return codes[0]!;
}

async function writeAll(writers: readonly pg.Client[], raw: RawSubmission): Promise<void> {
  await Promise.all(
    writers.map(async (writer) => {
      for (let sent = 0; sent < each; sent += 1) await raw.write(writer);
    }),
  );
}

async function idOf(client: pg.Client, code: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    'select id from dossier.dossier where code = $1',
    [code],
  );
  return rows[0]!.id;
}

async function rate(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (sessions * each * 1000) / (performance.now() - started);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
