import { sql } from 'kysely';
import { sealedIssued } from '#/modules/document/index.ts';
import { beforeAll, expect, test } from 'vitest';
import { sampleData } from '#/modules/document/forms/sample-data.ts';
import { newId } from '#/values/id.ts';
import { birth } from '../../../../../test/journeys/answers/dang-ky-khai-sinh.ts';
import { apply } from '../../../../../test/journeys/apply.ts';
import { demoOffice } from '../../../../../test/journeys/office.ts';
import { rowOf } from '../../../../../test/journeys/official.ts';
import { findByCode } from '../../store/index.ts';

const office = demoOffice();
const list = '/can-bo?hang=in-loi';
let [bad, good] = ['', ''];

beforeAll(async () => {
  const mother = await office().signedIn('cong-dan-1');
  bad = await apply(mother, 'dang-ky-khai-sinh', birth, { subject: 'a' });
  good = await apply(mother, 'dang-ky-khai-sinh', birth, { subject: 'b' });
  for (const code of ['A', 'B']) await breakPaper(bad, code);
});

/** A paper that could not be printed, as a full disk or a template that has been mended since leaves one behind. */
async function breakPaper(dossierCode: string, code: string): Promise<void> {
  await office().services.database.transaction(async (tx) => {
    const { id } = (await findByCode(tx, dossierCode))!;
    const paper = newId();
    const content = { title: 'Phiếu thử', data: sampleData.MAU_02 };
    const sealed = await sealedIssued.seal(tx, id, paper, content);
    await sql`insert into document.issued (id, owner, kind, issuer, sealed, code, state, fault, requested_at, requested_by)
      values (${paper}, ${id}, 'MAU_02', 'UBND', ${sealed}, ${code}, 'failed', 'x', now(), ${id})`.execute(
      tx,
    );
  });
}

test('who can have papers printed again is told of those that failed, in every list', async () => {
  const clerk = await office().signedIn('mot-cua-1');
  await clerk.open('/can-bo?hang=tiep-nhan');
  expect(clerk.words).toContain('Giấy tờ in lỗi 1');
  expect(rowOf(clerk, bad)).toContain('2 giấy tờ in lỗi');
  expect(rowOf(clerk, good)).not.toContain('in lỗi');
});

test('officials of other posts have no such list', async () => {
  const handler = await office().signedIn('thu-ly-1');
  await handler.open('/can-bo');
  expect(handler.html).not.toContain('hang=in-loi');
  await handler.open(list);
  expect(handler.canPress('/hang-loat')).toBe(false);
  await handler.send('/can-bo/hang-loat', { act: 'reprint', pick: bad, tu: 'hang=in-loi' });
  expect(handler.words).toContain('0 xong, 1 không');
  const stranger = await office().signedIn('thue-1');
  await stranger.open(list);
  expect(stranger.words).not.toContain(bad);
  await stranger.send('/can-bo/hang-loat', { act: 'reprint', pick: bad, tu: 'hang=in-loi' });
  expect(stranger.words).toContain('Hồ sơ này thuộc đơn vị khác');
});

test('all papers of the picked dossiers are printed again at once; who did it is kept', async () => {
  const clerk = await office().signedIn('van-thu-1');
  await clerk.open(list);
  expect(clerk.html).toMatch(/<h1>Giấy tờ in lỗi<\/h1>/);
  expect(rowOf(clerk, bad)).toContain('2 giấy tờ in lỗi');
  expect(rowOf(clerk, good)).toBe('');
  await clerk.send('/can-bo/hang-loat', { act: 'reprint', pick: bad, tu: 'hang=in-loi' });
  expect(clerk.words).toContain('Lập lại giấy tờ: 1 xong, 0 không');
  await clerk.send('/can-bo/hang-loat', { act: 'reprint', pick: bad, tu: 'hang=in-loi' });
  expect(clerk.words).toContain('Hồ sơ này không còn giấy tờ nào in lỗi');
  await office().settle();
  await clerk.open(list);
  expect(clerk.words).toContain('Giấy tờ nào cũng in được');
  const papers = await office().services.database.transaction(async (tx) => {
    const { rows } = await sql<{ state: string; by: string; at: Date }>`
      select i.state, a.name as by, i.retried_at as at
        from document.issued i join identity.account a on a.id = i.retried_by where i.code in ('A', 'B')`.execute(
      tx,
    );
    return rows;
  });
  const printed = { state: 'printed', by: 'van-thu-1', at: office().clock.now() };
  expect(papers).toEqual([printed, printed]);
});
