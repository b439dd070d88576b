import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { loadDossiers } from '#/app/demo/bulk/load.ts';
import { demoOffice } from '../../../../../test/journeys/office.ts';
import type { Person } from '../../../../../test/journeys/person.ts';

const office = demoOffice();
let editor: Person;
let draft: string;
beforeAll(async () => {
  await loadDossiers(office().services, { dossiers: 400, seed: 7 }, () => undefined);
  editor = await office().signedIn('quan-tri');
  await editor.open('/xuong-thu-tuc/thu-tuc/dang-ky-khai-sinh');
  await editor.fill({}, '/sua');
  draft = editor.path;
});

async function replay(): Promise<string> {
  await editor.open(`${draft}/chay-lai`);
  await editor.fill({}, '/chay-lai');
  const path = editor.path;
  expect(editor.words).toContain('Đang chờ chạy');
  await office().settle();
  await editor.open(path);
  return path;
}

test('a draft that changes no rule changes no dossier', async () => {
  await replay();
  expect(editor.words).toMatch(/Không hồ sơ nào trong [1-9]\d* hồ sơ sẽ đổi/);
});

test('dossiers that would be otherwise are counted by what changes, and listed by their codes alone', async () => {
  await editor.open(`${draft}/quy-tac/deadline`);
  await editor.fill({ 'rows.0.out.0': '2', 'rows.0.out.2': 'null' }, 'deadline');
  await editor.open(`${draft}/quy-tac/papers`);
  await editor.fill({ _do: 'remove:rows.2' }, 'papers');
  await editor.fill({}, 'papers');
  const path = await replay();
  expect(editor.words).toMatch(
    /[1-9]\d* trên [1-9]\d* hồ sơ sẽ đổi: thời hạn [1-9]\d*, giấy tờ [1-9]\d*/,
  );
  expect(editor.words).toContain('1 ngày làm việc (15:00)');
  expect(editor.words).toContain('2 ngày làm việc');
  expect(editor.words, 'nobody is named').not.toContain('Nguyễn Thị Bình');
  await editor.open(`${path}?loai=papers`);
  expect(editor.words).toContain('000.00.00.G15-KQ004389');
});

test('opening one of them is recorded for its owner', async () => {
  await editor.open(`${draft}/chay-lai`);
  const [, path] = /href="([^"]*\/chay-lai\/[0-9a-f-]+)"/.exec(editor.html)!;
  await editor.open(path!);
  const codes = [...editor.html.matchAll(/\/chay-lai\/[0-9a-f-]+\/([^"?]+)"/g)].map(
    ([, code]) => code!,
  );
  for (const code of new Set(codes)) await editor.open(`${path}/${code}`);
  expect(editor.words).toContain('Việc mở hồ sơ này đã được ghi lại');
  const { rows } = await office().services.database.transaction((tx) =>
    sql<{ reads: number; codes: number }>`
      select count(*) as reads, count(distinct subject_id) as codes from privacy.read_record
       where purpose ->> 'vi' = 'Xem thay đổi quy định sẽ ảnh hưởng hồ sơ thế nào'`.execute(tx),
  );
  expect(rows[0]!.codes).toBe(new Set(codes).size);
});

test('a replay that was broken off goes on where it stopped, and counts nothing twice', async () => {
  const job = office().application.jobs.find(({ name }) => name === 'studio.replay')!;
  await editor.open(`${draft}/chay-lai`);
  const [, done] = /\/chay-lai\/([0-9a-f-]+)"/.exec(editor.html)!;
  const before = editor.words;
  await job.run({ replayId: done });
  await editor.open(`${draft}/chay-lai`);
  expect(editor.words).toBe(before);
});

test('a new procedure has nothing to replay, and a draft that does not run cannot be replayed', async () => {
  await editor.open('/xuong-thu-tuc/moi');
  await editor.fill({ name: 'Chưa có hồ sơ' }, '/moi');
  const fresh = editor.path;
  await editor.open(`${fresh}/chay-lai`);
  expect(editor.words).toContain('chưa có hồ sơ nào để chạy lại');
  await editor.send(`${fresh}/chay-lai`, {});
  expect(editor.status).toBe(409);
  await editor.open(`${draft}/van-ban/form.json`);
  await editor.fill({ body: '{}' }, 'form.json');
  await editor.send(`${draft}/chay-lai`, {});
  expect(editor.status).toBe(409);
});
