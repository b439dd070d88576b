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

test('the figures come from the dossiers of the last year and from the posts of the office', async () => {
  await editor.open(`${draft}/mo-phong`);
  expect(editor.words).toMatch(/Đo được: [1-9]\d* hồ sơ của thủ tục này/);
  expect(editor.words).toMatch(/Đo được từ [1-9]\d* lần làm; quy trình cho 5 giờ/);
  const fields = new Map(editor.form('/mo-phong').fields);
  expect(Number(fields.get('people_0'))).toBeGreaterThanOrEqual(1);
  const accepted = Number(fields.get('share_0_0'));
  expect(accepted + Number(fields.get('share_0_1'))).toBe(100);
});

test('a small simulation is answered at once, and the same seed comes to the same', async () => {
  const figures = { perDay: '4', days: '20', seed: '42' };
  const told: string[] = [];
  for (let time = 0; time < 2; time += 1) {
    await editor.open(`${draft}/mo-phong`);
    await editor.fill(figures, '/mo-phong');
    expect(editor.status).toBe(200);
    told.push(editor.words.replace(/^[\s\S]*?(?=Một nửa số hồ sơ)/, ''));
  }
  expect(told[0]).toMatch(/Một nửa số hồ sơ có kết quả trong [\d,]+ (phút|giờ|ngày) làm việc/);
  expect(told[0]).toContain('Số khởi đầu');
  expect(told[0]).toContain('42');
  expect(told[1]).toBe(told[0]);
});

test('a large one runs in the background; where too few people work, one more there helps most', async () => {
  await editor.open(`${draft}/mo-phong`);
  await editor.fill(
    {
      perDay: '20',
      days: '250',
      people_0: '6',
      people_1: '1',
      people_2: '4',
      people_3: '4',
      people_4: '4',
      other_1: '0',
      hours_1: '0,39',
    },
    '/mo-phong',
  );
  const path = editor.path;
  expect(editor.words).toContain('Đang chờ chạy');
  await office().settle();
  await editor.open(path);
  expect(editor.words).toContain('Lợi nhất: thêm một người ở Tư pháp – hộ tịch');
  expect(editor.words).toMatch(/hồ sơ đúng hạn \(\d+\/\d+\), tính từ lúc tiếp nhận/);
  await editor.open(`${draft}/mo-phong?tu=${path.split('/').at(-1)}`);
  expect(new Map(editor.form('/mo-phong').fields).get('hours_1')).toBe('0,39');
});

test('a simulation that is played twice after a crash stays what it was', async () => {
  const job = office().application.jobs.find(({ name }) => name === 'studio.simulate')!;
  await editor.open(`${draft}/mo-phong`);
  const [, id] = /\/mo-phong\/([0-9a-f-]+)"/.exec(editor.html)!;
  await editor.open(`${draft}/mo-phong/${id}`);
  const before = editor.words;
  await job.run({ simulationId: id });
  await editor.open(`${draft}/mo-phong/${id}`);
  expect(editor.words).toBe(before);
});

test('what cannot be simulated is said beside the question', async () => {
  await editor.open(`${draft}/mo-phong`);
  await editor.fill({ share_0_0: '50', share_0_1: '10', perDay: '500' }, '/mo-phong');
  expect(editor.status).toBe(422);
  expect(editor.words).toContain('phải cộng lại là 100');
  expect(editor.words).toContain('Nhiều nhất 20.000 hồ sơ');
  await editor.fill({ people_0: '0' }, '/mo-phong');
  expect(editor.status).toBe(422);
});

test('when the process changed meanwhile, the figures are shown anew before anything is played', async () => {
  await editor.open(`${draft}/mo-phong`);
  const form = editor.form('/mo-phong');
  await editor.send(form.action, { ...Object.fromEntries(form.fields), _revision: '0' });
  expect(editor.path).toContain('/mo-phong/');
  await editor.open(`${draft}/quy-tac/deadline`);
  await editor.fill({ 'rows.0.out.0': '2', 'rows.0.out.2': 'null' }, 'deadline');
  await editor.send(form.action, Object.fromEntries(form.fields));
  expect(editor.words).toContain('Quy trình vừa được sửa');
});

test('a new procedure is simulated with what its process says; one whose process is broken is not', async () => {
  await editor.open('/xuong-thu-tuc/moi');
  await editor.fill({ name: 'Chưa có hồ sơ nào' }, '/moi');
  const fresh = editor.path;
  await editor.open(`${fresh}/mo-phong`);
  expect(editor.words).toContain('Chưa có hồ sơ nào để đo');
  await editor.fill({ days: '20' }, '/mo-phong');
  expect(editor.words).toContain('Thêm một người thì đổi gì');
  await editor.open(`${fresh}/van-ban/process.bpmn`);
  await editor.fill({ body: '<a/>' }, 'process.bpmn');
  await editor.open(`${fresh}/mo-phong`);
  expect(editor.status).toBe(200);
  expect(editor.words).toContain('chưa chạy được');
  await editor.send(`${fresh}/mo-phong`, {});
  expect(editor.status).toBe(409);
  await editor.open(`${fresh}/mo-phong/01a00000-0000-7000-8000-000000000000`);
  expect(editor.status).toBe(404);
});
