import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { passwordOf } from '#/platform/db/embedded/cluster.ts';
import { readNote } from '#/platform/db/embedded/note.ts';
import { citizenOf, type Citizen } from './citizen.ts';
import { completeDrafts } from './drafts.ts';
import { Program } from './program.ts';

/** 50 is the long form; each kill costs a start of the program. */
const kills = Number(process.env['CQS_KILLS'] ?? 8);
const atOnce = 4;
const slug = 'dang-ky-khai-sinh';

const dataDir = mkdtempSync(join(tmpdir(), 'cqs-kill-'));
chmodSync(dataDir, 0o755);
const folder = join(dataDir, 'postgres');
let program: Program;

beforeAll(async () => {
  program = await Program.on(dataDir);
  await program.start();
}, 300_000);

afterAll(async () => {
  await program.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Kills what is named, hard, and waits until the program serves again. */
async function killAndRevive(what: 'program' | 'database'): Promise<void> {
  if (what === 'program') {
    await program.kill();
    await program.start();
    return;
  }
  process.kill(readNote(folder)!.postgresPid, 'SIGKILL');
  await pause(300);
  for (let waited = 0; !(await program.isReady()) && waited < 120_000; waited += 50)
    await pause(50);
}

/** Where the database is now: a program that starts after both died gives it another port. */
function databaseUrl(): string {
  return `postgres://cqs:${passwordOf(folder)}@127.0.0.1:${readNote(folder)!.port}/postgres`;
}

async function query<T extends pg.QueryResultRow>(text: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: databaseUrl() });
  await client.connect();
  try {
    return await client.query<T>(text, values);
  } finally {
    await client.end();
  }
}

/** Sends drafts until the next kill; gives what was acknowledged. */
async function fileUntil(
  ended: { yes: boolean },
  citizen: Citizen,
  queue: string[],
  acknowledged: Map<string, string>,
): Promise<void> {
  while (!ended.yes) {
    const draft = queue.shift();
    if (draft === undefined) return;
    const code = await citizen.file(draft);
    if (code === undefined) {
      queue.push(draft);
      await pause(20);
      continue;
    }
    acknowledged.set(draft, code);
  }
}

describe('when power is cut in the middle of submissions', () => {
  it(
    `nothing is lost and nothing is there twice, ${kills} times over`,
    async () => {
      const drafts = await completeDrafts(databaseUrl(), slug, kills * 12);
      const queue = [...drafts];
      const acknowledged = new Map<string, string>();
      const citizen = await citizenOf(program.address, 'cong-dan-1', slug);
      for (let kill = 0; kill < kills; kill += 1) {
        const ended = { yes: false };
        const filing = Array.from({ length: atOnce }, () =>
          fileUntil(ended, citizen, queue, acknowledged),
        );
        await pause(30 + ((kill * 37) % 170));
        await killAndRevive(kill % 2 === 0 ? 'program' : 'database');
        ended.yes = true;
        await Promise.all(filing);
      }
      for (const draft of queue) acknowledged.set(draft, await citizen.mustFile(draft));
      await expectExactlyOnce(drafts, acknowledged);
      await expectNoGaps();
    },
    240_000 + kills * 60_000,
  );
});

async function expectExactlyOnce(
  drafts: readonly string[],
  acknowledged: ReadonlyMap<string, string>,
): Promise<void> {
  const { rows } = await query<{
    draft: string;
    code: string;
    dossiers: number;
    papers: number;
    whole: boolean;
    acts: number;
    processes: number;
  }>(
    `select r.id as draft, d.code, count(*) over (partition by d.id)::int as dossiers,
            jsonb_array_length(d.papers) as papers,
            (select count(*) from document.paper p where p.owner = d.id and p.bound_sha256 = d.papers->0->>'sha256')::int = 1 as whole,
            (select count(*) from dossier.act a where a.dossier_id = d.id and a.verb = 'submit')::int as acts,
            (select count(*) from process.instance i where i.subject = d.id and i.revision = 1)::int as processes
       from dossier.draft r join dossier.dossier d on d.id = r.dossier_id where r.id = any($1)`,
    [drafts],
  );
  expect(rows).toHaveLength(drafts.length);
  for (const row of rows) {
    expect(row).toMatchObject({ dossiers: 1, papers: 1, whole: true, acts: 1, processes: 1 });
    expect(row.code).toBe(acknowledged.get(row.draft));
  }
  const orphans = await query(
    `select 1 from dossier.dossier d where d.account_id is not null and d.submitted_at > now() - interval '1 hour'
       and not exists (select 1 from dossier.draft r where r.dossier_id = d.id)`,
  );
  expect(orphans.rowCount, 'no dossier without the draft that it came from').toBe(0);
}

/** Numbers of one unit and day run from 1 without a gap. */
async function expectNoGaps(): Promise<void> {
  const { rows } = await query<{ prefix: string; n: number; last: number }>(
    `select regexp_replace(code, '-[0-9]+$', '') as prefix, count(*)::int as n,
            max(substring(code from '[0-9]+$')::int) as last
       from dossier.dossier group by 1`,
  );
  for (const { prefix, n, last } of rows) expect([prefix, n]).toEqual([prefix, last]);
}
