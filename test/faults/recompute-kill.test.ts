import { fork } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import nodeFlags from '../../tools/node-flags.json' with { type: 'json' };
import { story as certificate } from '../journeys/answers/xac-nhan-tinh-trang-hon-nhan.ts';
import { apply } from '../journeys/apply.ts';
import { demoOffice } from '../journeys/office.ts';
import { handle } from '../journeys/official.ts';
import { typingOf } from '../journeys/type-answers.ts';

const office = demoOffice();
const program = fileURLToPath(new URL('./recompute-program.ts', import.meta.url));
const slug = 'xac-nhan-tinh-trang-hon-nhan';
const dossiers = 12;

/** Runs the program for some milliseconds and kills it hard. True when it was done before. */
async function runFor(url: string, at: string, ms: number): Promise<boolean> {
  const worker = fork(program, [url, at], {
    execArgv: nodeFlags,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise<boolean>((resolve) => {
    worker.on('message', (word) => void (word === 'done' && resolve(true)));
    worker.on('exit', () => resolve(false));
  });
  await new Promise((resolve) => worker.once('message', resolve));
  const killing = pause(ms).then(() => {
    worker.kill('SIGKILL');
    return ended;
  });
  return Promise.race([ended, killing]);
}

test('a recomputation that is killed again and again moves every deadline once, and tells it once', async () => {
  const at = '2026-07-14T02:00:00Z';
  office().at(at);
  const person = await office().signedIn(certificate.applicant);
  for (let n = 0; n < dossiers; n += 1) {
    const code = await apply(person, slug, await typingOf(office(), slug, certificate));
    await handle(office(), 'mot-cua-1', code, 'tiep-nhan');
  }
  const admin = await office().signedIn('quan-tri');
  await admin.open('/quan-tri/co-quan/ngay');
  const closed = { kind: 'CLOSURE', name: 'Bão', source: 'Quyết định 5/QĐ-UBND' };
  await admin.fill({ ...closed, 'on.day': '15', 'on.month': '7', 'on.year': '2026' }, '/ngay');
  await admin.fill({}, '/ap-dung');
  const { database } = office().services;
  let kills = 0;
  while (!(await runFor(office().url, at, 5 + 12 * kills))) kills += 1;
  expect(kills, 'it was cut off at least twice').toBeGreaterThan(1);
  const { rows } = await database.transaction((tx) =>
    sql<{ moved: number; acts: number; told: number; dues: number; finished: boolean }>`
      select (select count(*) from dossier.recomputed) as moved,
             (select count(*) from dossier.act where verb = 'recompute') as acts,
             (select count(*) from notify.notice where event = 'dossier.rescheduled') as told,
             (select count(*) from dossier.dossier where due_at = '2026-07-20T02:00:00Z') as dues,
             (select bool_and(finished_at is not null) from dossier.recomputation) as finished`.execute(
      tx,
    ),
  );
  expect(rows[0]).toEqual({
    moved: dossiers,
    acts: dossiers,
    told: dossiers,
    dues: dossiers,
    finished: true,
  });
}, 120_000);
