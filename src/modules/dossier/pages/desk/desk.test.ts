import { beforeAll, describe, expect, test } from 'vitest';
import { identify } from '#/app/identify.ts';
import { birth } from '../../../../../test/journeys/answers/dang-ky-khai-sinh.ts';
import { apply } from '../../../../../test/journeys/apply.ts';
import { demoOffice } from '../../../../../test/journeys/office.ts';
import {
  agreeToDraft,
  atDesk,
  handle,
  isOffered,
  press,
  rowOf,
} from '../../../../../test/journeys/official.ts';
import type { Person } from '../../../../../test/journeys/person.ts';
import { runBatch } from '../../desk/batch.ts';

const office = demoOffice();
const slug = 'dang-ky-khai-sinh';

let mother: Person;
let receiver: Person;
let codes: string[];

/** Files a birth registration and gives its code. */
async function file(child: string): Promise<string> {
  const code = await apply(mother, slug, { ...birth, con_ho_ten: child }, { subject: child });
  await office().settle();
  return code;
}

/** The queues of the rail, by their keys. */
function queuesOf(official: Person): string[] {
  const rail = /<nav class="rail"[\s\S]*?<\/nav>/.exec(official.html)?.[0] ?? '';
  return [...rail.matchAll(/<a href="\/can-bo\?hang=([a-z-]+)"/g)].map(([, key]) => key!);
}

beforeAll(async () => {
  mother = await office().signedIn('cong-dan-1');
  codes = [await file('Trần Bảo Ngọc'), await file('Trần Gia Hân'), await file('Trần Đức Duy')];
  receiver = await office().signedIn('mot-cua-1');
});

describe('the lists', () => {
  test('an official lands at the first queue that holds something, with counts beside the queues', async () => {
    await receiver.open('/can-bo');
    expect(receiver.html).toMatch(/<h1>Chờ tiếp nhận<\/h1>/);
    expect(receiver.words).toContain('Chờ tiếp nhận 3');
    expect(receiver.words).toContain('Việc của tôi 0');
    expect(rowOf(receiver, codes[0]!)).toContain('chưa ai nhận');
  });

  test('queues of other posts are not shown', async () => {
    await receiver.open('/can-bo');
    expect(queuesOf(receiver)).toEqual([
      'cua-toi',
      'tiep-nhan',
      'bo-sung',
      'tra-ket-qua',
      'sap-den-han',
      'qua-han',
      'tin-moi',
      'tat-ca',
    ]);
    const leader = await office().signedIn('lanh-dao-1');
    await leader.open('/can-bo');
    expect(queuesOf(leader)).toEqual([
      'cua-toi',
      'cho-phep',
      'don-doc',
      'ky-duyet',
      'sap-den-han',
      'qua-han',
      'tin-moi',
      'tat-ca',
    ]);
  });

  test('a citizen has no desk', async () => {
    await mother.open('/can-bo');
    expect(mother.status).toBe(403);
    await mother.open(`/can-bo/ho-so/${codes[0]}`);
    expect(mother.status).toBe(403);
  });

  test('a whole code leads to its dossier at once; other words narrow the list', async () => {
    await receiver.open(`/can-bo?hang=tat-ca&q=${codes[1]}`);
    expect(receiver.path).toContain(`/can-bo/ho-so/${codes[1]}`);
    await receiver.open('/can-bo?hang=tat-ca&q=duc+duy');
    expect(receiver.words).toContain(codes[2]);
    expect(receiver.words).not.toContain(codes[1]);
    await receiver.open('/can-bo?hang=tat-ca&q=khong-co-ai');
    expect(receiver.words).toContain('Không có hồ sơ nào khớp');
  });

  test('made-up addresses show a list and never fail', async () => {
    for (const query of [
      'hang=%00',
      'sau=abc',
      'xep=;drop',
      'tt=1&vai=X&ai=Y&han=Z&kenh=W',
      `q=${'ệ'.repeat(10_000)}`,
      'q=%25_%5C',
      'luu=x',
    ]) {
      await receiver.open(`/can-bo?${query}`);
      expect([query, receiver.status]).toEqual([query, 200]);
    }
  });

  test('a list is kept under a name with its own columns, once per name', async () => {
    await receiver.open('/can-bo?hang=tat-ca&kenh=truc-tuyen');
    await receiver.fill({ name: '' }, '/can-bo/danh-sach');
    expect(receiver.status).toBe(422);
    await receiver.open('/can-bo?hang=tat-ca&kenh=truc-tuyen');
    await receiver.fill({ name: 'Nộp trực tuyến' }, '/can-bo/danh-sach');
    expect(receiver.html).toMatch(/<h1>Nộp trực tuyến<\/h1>/);
    await receiver.send('/can-bo/cot', {
      tu: 'hang=tat-ca',
      luu: /luu=([0-9a-f-]+)/.exec(receiver.path)![1]!,
      cot: 'kenh',
    });
    expect(rowOf(receiver, codes[0]!)).toContain('Trực tuyến');
    expect(rowOf(receiver, codes[0]!)).not.toContain('Tiếp nhận hồ sơ');
    await receiver.open('/can-bo?hang=tiep-nhan');
    expect(rowOf(receiver, codes[0]!), 'other lists keep their columns').toContain(
      'Tiếp nhận hồ sơ',
    );
    await receiver.fill({ name: 'Nộp trực tuyến' }, '/can-bo/danh-sach');
    expect(receiver.words).toContain('Bạn đã có một danh sách tên này');
    const link = /href="(\/can-bo\?luu=[^"]+)"/.exec(receiver.html)![1]!;
    await receiver.open(link);
    await receiver.fill({}, '/bo');
    expect(receiver.words).not.toContain('Nộp trực tuyến');
  });

  test('nobody changes another’s saved list', async () => {
    await receiver.open('/can-bo');
    await receiver.send('/can-bo/danh-sach/018f0000-0000-7000-8000-000000000000/bo', {});
    expect(receiver.status).toBe(404);
    await receiver.send('/can-bo/danh-sach/x/bo', {});
    expect(receiver.status).toBe(404);
  });
});

describe('one dossier', () => {
  test('shows statements beside papers, and only what may be done now', async () => {
    await receiver.open(`/can-bo/ho-so/${codes[0]}`);
    for (const words of [
      'Trần Bảo Ngọc',
      'Giấy chứng sinh',
      'Nguyễn Thị Bình',
      '000192000001',
      'Hạn 9 giờ 00, 15/07/2026',
    ])
      expect(receiver.words).toContain(words);
    expect(isOffered(receiver, 'tiep-nhan')).toBe(true);
    for (const deed of ['ky-duyet', 'vao-so', 'chuyen-buoc', 'cho-bo-sung'] as const)
      expect(isOffered(receiver, deed)).toBe(false);
  });

  test('that somebody read it stands in its history, once, and in what the citizen sees', async () => {
    await receiver.open(`/can-bo/ho-so/${codes[0]}`);
    expect(receiver.words.split('Xem hồ sơ').length - 1).toBe(1);
    await mother.open('/toi/du-lieu');
    expect(mother.words).toContain(codes[0]);
  });

  test('who is of another unit does not see it', async () => {
    const tax = await atDesk(office(), 'thue-1', codes[0]!);
    expect(tax.status).toBe(403);
    expect(tax.words).toContain('Hồ sơ này thuộc đơn vị khác');
  });

  test('an unknown code is told, whatever it looks like', async () => {
    for (const code of ['H13.32.1-20260714-9999999', '%00', "'--", 'x'.repeat(3000)]) {
      await receiver.open(`/can-bo/ho-so/${encodeURIComponent(code)}`);
      expect([400, 404, 414]).toContain(receiver.status);
    }
  });

  test('news go away when who may act opens it, not when a colleague of another post looks', async () => {
    await mother.open(`/ho-so/${codes[0]}`);
    await mother.fill({ words: 'Tên cháu có dấu huyền' }, '/tin-nhan');
    const clerk = await atDesk(office(), 'thu-ly-1', codes[0]!);
    expect(clerk.words).toContain('Tin nhắn mới');
    await receiver.open('/can-bo?hang=tin-moi');
    expect(rowOf(receiver, codes[0]!)).toContain('Tin nhắn mới');
    await receiver.open(`/can-bo/ho-so/${codes[0]}`);
    expect(receiver.words).toContain('Tên cháu có dấu huyền');
    await receiver.open('/can-bo?hang=tin-moi');
    expect(receiver.words).toContain('Không có tin mới');
  });

  test('the official answers, and an empty message is asked for', async () => {
    await receiver.open(`/can-bo/ho-so/${codes[0]}`);
    await receiver.fill({ message: '  ' }, '/tin-nhan');
    expect(receiver.status).toBe(422);
    const long = 'Kính gửi bà Bình. '.repeat(300);
    await receiver.fill({ message: long }, '/tin-nhan');
    expect(receiver.status).toBe(422);
    expect(receiver.html).toContain('href="#message"');
    expect(receiver.form('/tin-nhan').fields.get('message')).toBe(long);
    await receiver.fill({ message: 'Đã ghi nhận' }, '/tin-nhan');
    await mother.open(`/ho-so/${codes[0]}`);
    expect(mother.words).toContain('Đã ghi nhận');
  });

  test('a paper that is not in order needs words, and a request for a supplement starts from them', async () => {
    await receiver.open(`/can-bo/ho-so/${codes[0]}`);
    const form = receiver.form('/kiem-giay');
    const words = [...form.names].find((name) => name.startsWith('words-'))!;
    await receiver
      .fill({ verdict: 'wrong' }, '/kiem-giay')
      .catch(() =>
        receiver.send(form.action, { ...Object.fromEntries(form.fields), verdict: 'wrong' }),
      );
    expect(receiver.status).toBe(422);
    expect(receiver.words).toContain('Ghi rõ giấy tờ chưa đạt ở điểm nào');
    const long = 'Mờ'.repeat(300);
    await receiver.send(form.action, {
      ...Object.fromEntries(form.fields),
      verdict: 'wrong',
      [words]: long,
    });
    expect(receiver.status).toBe(422);
    expect(receiver.form('/kiem-giay').fields.get(words)).toBe(long);
    await receiver.send(form.action, {
      ...Object.fromEntries(form.fields),
      verdict: 'wrong',
      [words]: 'Ảnh mờ góc phải',
    });
    expect(receiver.words).toContain('Chưa đạt Ảnh mờ góc phải');
    await receiver.open(`/can-bo/ho-so/${codes[0]}/bo-sung`);
    const { fields } = receiver.form('/bo-sung');
    expect([...fields.values()]).toContain('Ảnh mờ góc phải');
  });

  test('a supplement request without a point, or a point without words, comes back with all typing', async () => {
    await receiver.open(`/can-bo/ho-so/${codes[2]}/bo-sung`);
    await receiver.fill({ words: 'Xin bổ sung' }, '/bo-sung');
    expect(receiver.status).toBe(422);
    expect(receiver.words).toContain('Chọn ít nhất một giấy tờ hoặc một mục khai');
    expect(receiver.form('/bo-sung').fields.get('words')).toBe('Xin bổ sung');
    await receiver.fill({ _do: 'add:muc' }, '/bo-sung');
    expect(receiver.status).toBe(200);
    await receiver.fill({ 'muc.0.name': 'con_ho_ten', 'muc.0.reason': 'incorrect' }, '/bo-sung');
    expect(receiver.status).toBe(422);
    expect(receiver.form('/bo-sung').fields.get('muc.0.name')).toBe('con_ho_ten');
    await receiver.fill({ 'muc.0.words': 'Khác giấy chứng sinh' }, '/bo-sung');
    expect(receiver.words).toContain(`Đã gửi yêu cầu bổ sung hồ sơ ${codes[2]}`);
    await mother.open(`/ho-so/${codes[2]}`);
    expect(mother.words).toContain('Bạn cần bổ sung 1 mục');
  });

  test('a refusal without a reason is not sent', async () => {
    await receiver.open(`/can-bo/ho-so/${codes[1]}/tu-choi`);
    await receiver.fill({ reason: '' }, '/tu-choi');
    expect(receiver.status).toBe(422);
    expect(receiver.html).toContain('href="#reason"');
  });

  test('the form of an act that is not lawful leads back to the dossier', async () => {
    await receiver.open(`/can-bo/ho-so/${codes[1]}/tra-lai`);
    expect(receiver.path).toBe(`/can-bo/ho-so/${codes[1]}`);
  });
});

describe('two officials at once', () => {
  test('one wins; the other is told who, what and when, and sees the dossier as it is now', async () => {
    const twin = await atDesk(office(), 'mot-cua-1', codes[1]!);
    await receiver.open(`/can-bo/ho-so/${codes[1]}`);
    await Promise.all([press(receiver, 'tiep-nhan'), press(twin, 'tiep-nhan')]);
    expect(new Set([receiver.status, twin.status])).toEqual(new Set([200, 409]));
    const loser = receiver.status === 409 ? receiver : twin;
    expect(loser.words).toContain('Việc gần nhất: Tiếp nhận hồ sơ, Phạm Thị Mai Lan, 9 giờ 00');
    expect(loser.words).toContain('Đang thẩm tra');
    expect(loser.canPress('/tiep-nhan')).toBe(false);
  });
});

describe('eighty dossiers a day', () => {
  test('after an act the next dossier of the list opens; after the last one the list says so', async () => {
    const [fourth, fifth] = [await file('Trần Quỳnh Tư'), await file('Trần Quỳnh Năm')];
    await receiver.open('/can-bo?hang=tiep-nhan&q=quynh');
    const first = /\/can-bo\/ho-so\/(H[^?"]+)\?tu=([^"]+)"/.exec(receiver.html)!;
    await receiver.open(`/can-bo/ho-so/${first[1]}?tu=${first[2]}`);
    await press(receiver, 'tiep-nhan', { next: '1' });
    const second = first[1] === fourth ? fifth : fourth;
    expect(receiver.path).toContain(`/can-bo/ho-so/${second}?tu=`);
    expect(receiver.words).toContain(`Đã tiếp nhận hồ sơ ${first[1]}`);
    await press(receiver, 'tiep-nhan', { next: '1' });
    expect(receiver.path).toMatch(/^\/can-bo\?/);
    expect(receiver.words).toContain('Hàng này không còn hồ sơ nào');
  });

  test('a batch does what can be done and says why the rest was not', async () => {
    await handle(office(), 'thu-ly-1', codes[1]!, 'chuyen-buoc');
    await agreeToDraft(office(), codes[1]!);
    const leader = await office().signedIn('lanh-dao-1');
    await leader.open('/can-bo?hang=ky-duyet');
    await leader.send('/can-bo/hang-loat', {
      act: 'approve',
      pick: codes[0]!,
      tu: 'hang=ky-duyet',
    });
    expect(leader.words).toContain('Ký duyệt: 0 xong, 1 không.');
    expect(leader.words).toContain(
      'Không làm được việc này: hồ sơ đang ở trạng thái “Chờ tiếp nhận”',
    );
    await leader.send('/can-bo/hang-loat', {
      act: 'approve',
      pick: codes[1]!,
      tu: 'hang=ky-duyet',
    });
    expect(leader.words).toContain('Ký duyệt: 1 xong, 0 không.');
    await leader.send('/can-bo/hang-loat', { act: 'approve', tu: 'hang=ky-duyet' });
    expect(leader.words).toContain('Bạn chưa chọn hồ sơ nào');
    await leader.send('/can-bo/hang-loat', { act: 'assign', pick: codes[1]!, to: 'x', tu: '' });
    expect(leader.words).toContain('Không tìm thấy người được giao');
  });

  test('what is refused in a batch takes back only its own doing', async () => {
    const { database } = office().services;
    const outcomes = await database.transaction(async (tx) => {
      const actor = await identify(tx, receiver.session, office().clock.now(), 'vi');
      return runBatch(tx, actor!, {
        act: 'claim',
        codes: ['H13.1-20260101-0000001', codes[0]!, codes[2]!, codes[0]!],
      });
    });
    expect(outcomes.map(({ code, refusal }) => [code, refusal?.refused])).toEqual([
      ['H13.1-20260101-0000001', 'dossier.none'],
      [codes[0], undefined],
      [codes[2], undefined],
    ]);
    await receiver.open('/can-bo?hang=cua-toi');
    expect(rowOf(receiver, codes[0]!)).toContain('Tôi');
  });
});
