import { beforeAll, expect, test } from 'vitest';
import { demoOffice } from '../../../../test/journeys/office.ts';
import type { Person } from '../../../../test/journeys/person.ts';
import { artefactsIn } from '../bundle/bundle-zip.ts';

const office = demoOffice();
let editor: Person;
beforeAll(async () => {
  editor = await office().signedIn('quan-tri');
});

async function send(name: string, bytes: Uint8Array): Promise<void> {
  await editor.open('/xuong-thu-tuc/nhap');
  await editor.upload('/nhap', [{ name, type: 'application/zip', bytes }]);
}

async function zipAt(path: string): Promise<Buffer> {
  const answer = await editor.download(path);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toBe('application/zip');
  return answer.rawPayload;
}

test('a published version goes out as an archive and comes back into a draft, letter by letter', async () => {
  await editor.open('/xuong-thu-tuc/thu-tuc/dang-ky-khai-sinh');
  const [, path] = /href="([^"]*\/tai-ve)"/.exec(editor.html)!;
  const zip = await zipAt(path!);
  await send('khai-sinh.zip', zip);
  expect(editor.words).toContain('Không còn chỗ nào sai');
  const draft = editor.path.replace('/kiem-tra', '');
  const again = await zipAt(`${draft}/tai-ve`);
  expect(again.equals(zip)).toBe(true);
  expect(Object.keys(artefactsIn(again))).toHaveLength(6);
  await editor.open(`${draft}/khac-biet`);
  expect(editor.words).toContain('Không có gì khác');
});

test('what is no bundle is refused in words', async () => {
  await send('anh.png', Buffer.from('không phải zip'));
  expect(editor.status).toBe(422);
  expect(editor.html).toContain('Tệp này không phải tệp .zip');
});

test('an archive that is too large is refused', async () => {
  await send('lon.zip', Buffer.alloc(6 * 1024 * 1024));
  expect(editor.status).toBe(422);
});
