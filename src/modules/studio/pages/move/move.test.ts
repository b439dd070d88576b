import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { birth } from '../../../../../test/journeys/answers/dang-ky-khai-sinh.ts';
import { apply } from '../../../../../test/journeys/apply.ts';
import { demoOffice } from '../../../../../test/journeys/office.ts';
import { atDesk, handle } from '../../../../../test/journeys/official.ts';
import type { Person } from '../../../../../test/journeys/person.ts';
import { moveBatch } from '../../move/run-move.ts';

const office = demoOffice();
const slug = 'dang-ky-khai-sinh';
const moves = `/xuong-thu-tuc/thu-tuc/${slug}/chuyen-ho-so`;
const fieldOf = (element: string) => `to_${Buffer.from(element).toString('hex')}`;

let editor: Person;
let leader: Person;
let received: string;
let examined: string;
let signed: string;

beforeAll(async () => {
  editor = await office().signedIn('quan-tri');
  leader = await office().signedIn('lanh-dao-1');
  const mother = await office().signedIn('cong-dan-1');
  received = await apply(mother, slug, birth);
  examined = await apply(mother, slug, birth);
  await handle(office(), 'mot-cua-1', examined, 'tiep-nhan');
  signed = await apply(mother, slug, birth);
  await handle(office(), 'mot-cua-1', signed, 'tiep-nhan');
  await handle(office(), 'thu-ly-1', signed, 'chuyen-buoc');
}, 60_000);

/** A new version in which the case is examined by a step of another name, which the head of the section checks. */
async function publishOtherProcess(): Promise<void> {
  await editor.open(`/xuong-thu-tuc/thu-tuc/${slug}`);
  await editor.fill({}, '/sua');
  const draft = editor.path;
  await editor.open(`${draft}/van-ban/process.bpmn`);
  const bpmn = editor.form('process.bpmn').fields.get('body')!;
  const changed = bpmn
    .replaceAll(/(id|sourceRef|targetRef)="handle"/g, '$1="examine"')
    .replace('name="Thẩm tra hồ sơ,', 'name="Thẩm định theo quy trình mới,');
  await editor.fill({ body: changed }, 'process.bpmn');
  await editor.open(`${draft}/duyet`);
  await editor.fill({ words: '' }, '/gui-duyet');
  await leader.open(`${draft}/duyet`);
  await leader.fill({ words: 'Đồng ý' }, '/duyet');
  await editor.open(`${draft}/duyet`);
  await editor.fill({}, '/cong-bo');
  expect(editor.words).toContain('Đã công bố phiên bản 2');
}

test('before anything moves, the page tells where dossiers wait and which could not go', async () => {
  await editor.open(moves);
  expect(editor.words).toContain('Không có hồ sơ nào chạy theo quy trình cũ');
  await publishOtherProcess();
  await editor.open(`/xuong-thu-tuc/thu-tuc/${slug}`);
  await editor.open(editor.linkTo('/chuyen-ho-so')!);
  expect(editor.words).toMatch(/Ký duyệt Giấy khai sinh 1 1 Ký duyệt Giấy khai sinh Chuyển được/);
  expect(editor.words).toContain('không có bước tương ứng Giữ quy trình cũ');
  expect(editor.form('/chuyen-ho-so').fields.get(fieldOf('handle'))).toBe('-');
  expect(editor.form('/chuyen-ho-so').fields.get(fieldOf('receive'))).toBe('receive');
});

let proposed: string;

test('whoever proposed a move cannot approve it, and no second one stands beside it', async () => {
  const answers = {
    [fieldOf('handle')]: 'examine',
    [fieldOf('approve')]: '-',
    reason: 'Quyết định 12/QĐ-UBND',
  };
  await editor.open(moves);
  await editor.fill({ ...answers, reason: '' }, '/chuyen-ho-so');
  expect(editor.status).toBe(422);
  await editor.open(moves);
  await editor.fill(answers, '/chuyen-ho-so');
  proposed = editor.path;
  expect(editor.words).toContain('Thẩm định theo quy trình mới');
  expect(editor.words).toContain('cần người khác duyệt');
  await editor.send(`${proposed}/duyet`, {});
  expect(editor.status).toBe(403);
  await editor.open(moves);
  await editor.fill(answers, '/chuyen-ho-so');
  expect(editor.status).toBe(409);
  expect(editor.words).toContain('đang chờ duyệt hoặc đang chạy');
});

test('a job that is broken off goes on behind what it did; every dossier is tried once', async () => {
  await leader.open(proposed);
  await leader.fill({}, '/duyet');
  expect(leader.words).toContain('Đang chuyển');
  const { database, clock } = office().services;
  const id = proposed.split('/').at(-1)!;
  await database.transaction((tx) => moveBatch(tx, id, clock.now(), 1));
  await expect(
    database.transaction(async (tx) => {
      await moveBatch(tx, id, clock.now(), 1);
      throw new Error('killed');
    }),
  ).rejects.toThrow('killed');
  await office().settle();
  await leader.open(proposed);
  expect(leader.words).toContain('Đã chuyển 2 Giữ quy trình cũ 1');
  expect(leader.words).toMatch(new RegExp(`${signed} Hồ sơ đang ở “Ký duyệt Giấy khai sinh”`));
  const { rows } = await database.transaction((tx) =>
    sql<{ code: string; times: number }>`
      select d.code, count(*)::int as times from dossier.act a join dossier.dossier d on d.id = a.dossier_id
       where a.verb = 'change-process' group by 1 order by 1`.execute(tx),
  );
  expect(rows).toEqual([received, examined].toSorted().map((code) => ({ code, times: 1 })));
});

test('a moved dossier is shown, drawn and worked off by the process that it runs on', async () => {
  const clerk = await atDesk(office(), 'thu-ly-1', examined);
  expect(clerk.words).toContain('Thẩm định theo quy trình mới');
  expect(clerk.words).toContain('Chuyển sang quy trình mới');
  expect(clerk.words).not.toContain('Thẩm tra hồ sơ, ghi Sổ');
  const mother = await office().signedIn('cong-dan-1');
  await mother.open(`/ho-so/${examined}`);
  expect(mother.words).toContain('Thẩm định theo quy trình mới');
  expect(mother.words).toContain('Quyết định 12/QĐ-UBND');
  await mother.open(`/ho-so/${signed}`);
  expect(mother.words, 'what stayed keeps its own').toContain('Thẩm tra hồ sơ, ghi Sổ');
  await handle(office(), 'mot-cua-1', received, 'tiep-nhan');
  for (const code of [examined, received]) {
    await handle(office(), 'thu-ly-1', code, 'chuyen-buoc');
    await handle(office(), 'lanh-dao-1', code, 'ky-duyet');
    await handle(office(), 'van-thu-1', code, 'vao-so');
  }
  await office().settle();
  await handle(office(), 'mot-cua-1', examined, 'tra-ket-qua', { by: 'ONLINE' });
  await mother.open(`/ho-so/${examined}`);
  expect(mother.words).toContain('Đã trả kết quả');
}, 60_000);
