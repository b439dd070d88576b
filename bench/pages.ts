import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { loadDossiers } from '#/app/demo/bulk/load.ts';
import { communeAtWork } from '../test/load/commune.ts';
import { letIn, percentile } from '../test/load/crowd.ts';
import { limits } from '../test/load/limits.ts';
import { readyApplicants, type ReadyApplicant } from './drafts.ts';
import type { Figure } from './figure.ts';
import { install, type Installation } from './installation.ts';

const dossiers = 100_000;
const users = 50;
const visit = { warmUpMs: 15_000, lastsMs: 45_000, thinkMs: [1_000, 3_000] } as const;

/**
 * How fast pages come at 100,000 dossiers while 50 people work with time to think, how much memory the serving
 * process takes for that, and how much a first page weighs on the wire.
 */
export async function measure(): Promise<Figure[]> {
  const applicants: ReadyApplicant[] = [];
  const installation = await install(async ({ services }) => {
    await loadDossiers(services, { dossiers, seed: 1 }, () => undefined);
    applicants.push(...(await readyApplicants(services.database, 'copies', users * 0.4, 40)));
  });
  try {
    const weight = await firstPage(installation);
    const members = await communeAtWork(
      installation.services.database,
      installation.port,
      users,
      applicants,
    );
    const times = await letIn(members, visit);
    for (const { browser } of members) browser.close();
    const acts = Object.entries(limits).map(([name, limit]) => {
      const taken = times.get(name) ?? [];
      return within(
        `pages.${name}`,
        percentile(taken, 0.95),
        'ms',
        limit,
        `p95 of ${taken.length}, ${users} people, ${dossiers} dossiers`,
      );
    });
    const memory = within(
      'pages.memory',
      installation.residentBytes() / 1_048_576,
      'MB',
      300,
      'resident, serving pages only',
    );
    return [...acts, memory, ...weight];
  } finally {
    await installation.close();
  }
}

/** Everything that a browser fetches for the first page, as it comes over the wire. */
async function firstPage({ port }: Installation): Promise<Figure[]> {
  const page = await weigh(port, '/');
  const html = gunzipSync(page).toString();
  const parts = [...html.matchAll(/(?:href|src)="(\/tai-nguyen\/[^"]+)"/g)].map(
    ([, path]) => path!,
  );
  let [all, scripts] = [page.length, 0];
  for (const path of new Set(parts)) {
    const { length } = await weigh(port, path);
    all += length;
    if (path.endsWith('.js')) scripts += length;
  }
  return [
    within(
      'pages.first',
      all / 1000,
      'kB',
      150,
      'first page with its style, fonts and scripts, compressed',
    ),
    within('pages.scripts', scripts / 1000, 'kB', 10, 'scripts of the first page, compressed'),
  ];
}

function weigh(port: number, path: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const asking = request(
      { host: '127.0.0.1', port, path, headers: { 'accept-encoding': 'gzip' } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve(Buffer.concat(chunks)));
      },
    );
    asking.on('error', reject);
    asking.end();
  });
}

function within(
  name: string,
  value: number,
  unit: string,
  limit: number,
  reference: string,
): Figure {
  return {
    name,
    value,
    unit,
    reference,
    ratio: value / limit,
    goal: `≤ ${limit} ${unit}`,
    holds: value <= limit,
  };
}
