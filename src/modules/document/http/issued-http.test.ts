import { describe, expect, test } from 'vitest';
import { systemActor } from '#/platform/http/index.ts';
import { text } from '#/values/text.ts';
import { sampleData } from '../forms/sample-data.ts';
import { findIssued, requestPrint, requestResult } from '../index.ts';
import { formOf, paperCounter } from '../../../../test/web/paper-counter.ts';

const counter = paperCounter();
const { database, go, act } = counter;
const { filed } = counter.owners;

describe('issued papers', () => {
  test('are printed by the job, or at once when somebody opens one earlier', async () => {
    await counter.running.queue.open(counter.running.mounted.jobs ?? []);
    const order = { owner: filed, kind: 'MAU_03', data: sampleData.MAU_03 } as const;
    const ask = () =>
      database().transaction((tx) => requestPrint(tx, systemActor(new Date()), order));
    const opened = await ask();
    const pdf = await go(`/van-ban/${opened}`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    const waiting = await ask();
    await database().transaction((tx) =>
      counter.running.queue.enqueue(tx, 'document.work-off', {}),
    );
    await counter.running.queue.drain();
    expect((await database().transaction((tx) => findIssued(tx, waiting)))?.state).toBe('printed');
  });

  test('the gate is asked for drafts of results apart from other papers', async () => {
    const template = '#set document(title: "x")\n#set text(lang: "vi")\n= x';
    const order = {
      owner: filed,
      title: text('Giấy khai sinh', ''),
      template,
      number: null,
      isDraft: true,
      data: { agency: { name: 'UBND' } },
    };
    const id = await database().transaction((tx) =>
      requestResult(tx, systemActor(new Date()), order),
    );
    expect((await go(`/van-ban/${id}`)).status).toBe(404);
    expect(
      (
        await go(`/van-ban/${id}`, {
          headers: { cookie: counter.running.cookies.replace('citizen', 'official') },
        })
      ).status,
    ).toBe(200);
  });

  test('that failed say so to people; a record clerk has them printed again by a button', async () => {
    const template = '#set document(title: "x")\n#set text(lang: "vi")\n= x #khong_co()';
    const id = await database().transaction((tx) =>
      requestResult(tx, systemActor(new Date()), {
        owner: filed,
        title: text('Giấy khai sinh', ''),
        template,
        number: null,
        isDraft: false,
        data: { agency: { name: 'UBND' } },
      }),
    );
    const answer = await go(`/van-ban/${id}`);
    expect([answer.status, await answer.text()]).toEqual([
      409,
      expect.stringContaining('Giấy tờ này không lập được, đã báo bộ phận kỹ thuật') as unknown,
    ]);
    expect((await act(`/van-ban/${id}/lap-lai`)).status).toBe(403);
    const asClerk = { headers: { cookie: counter.running.cookies.replace('citizen', 'clerk') } };
    const again = await go(`/van-ban/${id}/lap-lai`, {
      method: 'POST',
      body: new URLSearchParams({ _csrf: counter.running.csrf, ve: '/the' }),
      ...asClerk,
    });
    expect([again.status, again.headers.get('location')]).toEqual([303, '/the']);
    expect((await database().transaction((tx) => findIssued(tx, id)))?.state).toBe('waiting');
  });

  test('are verified by anybody, by code and by file', async () => {
    const id = await database().transaction((tx) =>
      requestPrint(tx, systemActor(new Date()), {
        owner: filed,
        kind: 'MAU_02',
        data: sampleData.MAU_02,
      }),
    );
    const bytes = Buffer.from(await (await go(`/van-ban/${id}`)).arrayBuffer());
    const { code } = (await database().transaction((tx) => findIssued(tx, id)))!;
    const visitor = { headers: { cookie: counter.running.cookies.split('; ')[1]! } };
    const byCode = await (
      await fetch(`${counter.running.base}/kiem-chung?ma=${code.toLowerCase()}`, visitor)
    ).text();
    expect(byCode).toContain('Giấy tờ này do cơ quan cấp');
    expect(byCode).toContain('07/HDHS');
    expect(byCode).not.toContain('Nguyễn Thị Thu Hà');
    const sent = await fetch(
      `${counter.running.base}/kiem-chung/tep?_csrf=${counter.running.csrf}`,
      {
        method: 'POST',
        body: formOf({ 'a.pdf': bytes }),
        redirect: 'manual',
        ...visitor,
      },
    );
    expect(
      await (await fetch(`${counter.running.base}${sent.headers.get('location')}`, visitor)).text(),
    ).toContain('Tệp giống hệt bản gốc');
    expect(
      await (await fetch(`${counter.running.base}/kiem-chung?ma=<script>`, visitor)).text(),
    ).toContain('Không có giấy tờ mang mã này');
  });
});
