import { beforeAll, describe, expect, test } from 'vitest';
import { demoHalls } from '#/modules/appointment/index.ts';
import { booked, opensKiosk, takesNumber } from './hall-scene.ts';
import { demoOffice } from './office.ts';

const office = demoOffice();
const [file, collect] = demoHalls.oneStop.services;
const monday = '2026-07-13';

beforeAll(() => office().at(`${monday}T07:30:00+07:00`));

describe('an appointment', () => {
  test('is booked from the page of a service, moved to another time and given back', async () => {
    const person = await office().signedIn('cong-dan-1');
    await person.open('/dich-vu/dang-ky-khai-sinh');
    await person.open(person.linkTo('/dat-lich')!);
    const path = await booked(office(), 'cong-dan-1', `/dat-lich/${file.id}`, {});
    await person.open(path);
    expect(person.words).toContain('Mã hẹn của bạn');
    await person.open(`${path}/doi`);
    const times = [...person.form('/doi').choices.get('time')!].filter(Boolean);
    await person.fill({ time: times.at(-1)! }, '/doi');
    expect(person.words).toContain('Đã đổi lịch hẹn');
    expect(person.path).not.toBe(path);
    await person.fill({}, '/huy');
    expect(person.words).toContain('Đã hủy lịch hẹn');
    await person.open(path);
    expect(person.words).toContain('Đã đổi giờ');
  });

  test('of a guest is reached by its secret address alone, and shows neither name nor telephone', async () => {
    const path = await booked(office(), null, `/dat-lich/${collect.id}`, {
      name: 'Trần Văn An',
      phone: '0912 345 678',
    });
    const anybody = await office().person().open(path);
    expect(anybody.words).toContain('Mã hẹn của bạn');
    expect(anybody.html).not.toContain('Trần Văn An');
    expect(anybody.html).not.toContain('912');
    const mother = await office().signedIn('cong-dan-1');
    const theirs = await booked(office(), 'cong-dan-2', `/dat-lich/${collect.id}`, {});
    await mother.open(theirs);
    expect(mother.status).toBe(404);
  });

  test('whose guest left out the telephone is not kept; what was typed stays', async () => {
    const person = await office().person().open(`/dat-lich/${collect.id}`);
    const [time = ''] = [...person.form(`/dat-lich/${collect.id}`).choices.get('time')!].filter(
      Boolean,
    );
    await person.fill({ time, name: 'Trần Văn An' });
    expect(person.status).toBe(422);
    expect(person.html).toContain('Trần Văn An');
  });
});

describe('the hall', () => {
  test('a number that is taken at the machine comes to the board when a desk calls it', async () => {
    const kiosk = await opensKiosk(office());
    const person = await takesNumber(office(), `${kiosk}&viec=${file.id}`);
    expect(person.words).toContain('A001');
    const clerk = await office().signedIn('mot-cua-1');
    await clerk.open(`/can-bo/goi-so?quay=${demoHalls.oneStop.desks[0].id}`);
    await clerk.press('/mo');
    await clerk.fill({}, '/goi');
    expect(clerk.words).toContain('Đang gọi số A001');
    const board = await office().person().open('/man-hinh/ninh-kieu-mot-cua');
    expect(board.words).toContain('A001 Quầy 1');
    expect(board.html).toContain('data-say="Mời số A 0 0 1 đến quầy 1"');
    expect(board.html).toMatch(/<noscript><meta http-equiv="refresh"/);
    await clerk.press('/bo-qua');
    await clerk.fill({}, '/goi-lai');
    await clerk.press('/xong');
    expect((await board.open('/man-hinh/ninh-kieu-mot-cua')).words).toContain('Chưa gọi số nào');
  });

  test('who has an appointment shows the card or types the code; the machine keeps nothing of the card', async () => {
    const path = await booked(office(), 'cong-dan-2', `/dat-lich/${file.id}`, {});
    const owner = await office().signedIn('cong-dan-2');
    await owner.open(path);
    const code = /panel-code">(\d{5})</.exec(owner.html)![1]!;
    const kiosk = await opensKiosk(office());
    const person = await office().person().open(kiosk);
    await person.fill({ code: '000068000002|000000000|Thạch Sa Rươne|05111968|Nam||' }, '/hen');
    const byCard = person.words;
    await person.open(kiosk);
    await person.fill({ code }, '/hen');
    const number = /A\d{3}/.exec(person.words)?.[0];
    expect(number).toBeDefined();
    expect(byCard).toContain(number);
    expect(person.html).not.toContain('000068000002');
    await person.open(kiosk);
    await person.fill({ code: '00000' }, '/hen');
    expect(person.status).toBe(422);
    expect(person.words).toContain('Không thấy lịch hẹn');
  });

  test('from afar nobody takes a number: without the key of a machine there is no form, and a guess is refused', async () => {
    const person = await office().person().open('/quay/ninh-kieu-mot-cua');
    expect(person.words).toContain('Máy này chưa được mở');
    expect(person.offers('/quay/ninh-kieu-mot-cua')).toBe(false);
    await person.open('/dich-vu');
    await person.open('/dang-nhap');
    await person.send('/quay/ninh-kieu-mot-cua', { may: 'A'.repeat(22), service: file.id });
    expect(person.status).toBe(403);
    const kiosk = await opensKiosk(office());
    const admin = await office().signedIn('quan-tri');
    await admin.open('/quan-tri/quay');
    while (admin.offers('/may/dong')) await admin.fill({}, '/may/dong');
    expect((await person.open(kiosk)).words).toContain('Máy này chưa được mở');
  });

  test('leaders see how long people waited, officials of other units call no number here', async () => {
    const leader = await office().signedIn('lanh-dao-1');
    await leader.open('/can-bo/goi-so/thong-ke');
    expect(leader.words).toContain('lượt lấy số');
    const police = await office().signedIn('cong-an-1');
    await police.open('/can-bo/goi-so');
    await police.send(`/can-bo/goi-so/${demoHalls.oneStop.desks[0].id}/mo`, {});
    expect(police.status).toBe(403);
  });
});
