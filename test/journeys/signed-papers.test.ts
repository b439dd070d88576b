import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoUnits } from '#/modules/agency/index.ts';
import { findIssued, requestPrint, requestResult } from '#/modules/document/index.ts';
import { sampleData } from '#/modules/document/forms/sample-data.ts';
import { createPrintWorks } from '#/modules/document/issued/print-works.ts';
import {
  createValidation,
  createVerdicts,
  openPaperSigner,
  refuseUnready,
} from '#/modules/signing/index.ts';
import { systemActor } from '#/platform/http/index.ts';
import { WorkshopClosed } from '#/platform/workshop/index.ts';
import { newId } from '#/values/id.ts';
import { text } from '#/values/text.ts';
import { demoOffice } from './office.ts';

const office = demoOffice();
const folder = mkdtempSync(join(tmpdir(), 'signed-'));
afterAll(() => rmSync(folder, { recursive: true }));
/** 300 papers when asked for: `SIGNED_PAPERS=300`. */
const count = Number(process.env['SIGNED_PAPERS'] ?? 3);
let leader = '';
beforeAll(async () => {
  const { rows } = await office().services.database.transaction((tx) =>
    sql<{ id: string }>`select id from identity.account where name = 'lanh-dao-1'`.execute(tx),
  );
  leader = rows[0]!.id;
});

const template = `#import "letterhead.typ": fact, result-paper
#let data = json(bytes(sys.inputs.data))
#show: result-paper.with(data, title: "Giấy khai sinh", about: "(Bản chính)", procedure: "đăng ký khai sinh", recipients: ("Người yêu cầu",))
#fact("Họ, chữ đệm, tên", data.answers.name)`;

/** A result that waits to be printed, signed and sealed. */
function order(name = 'Nguyễn Thị Hồng Đào', accountId: string | null = leader) {
  const { services } = office();
  const { committee } = demoUnits;
  const agency = {
    name: committee.name.vi,
    parent: 'Ủy ban nhân dân thành phố Cần Thơ',
    place: 'Ninh Kiều',
  };
  return services.database.transaction((tx) =>
    requestResult(tx, systemActor(services.clock.now()), {
      owner: newId(),
      title: text('Giấy khai sinh', 'Birth certificate'),
      template,
      number: '15/GKS',
      isDraft: false,
      signing: { unitId: committee.id, ...(accountId === null ? {} : { accountId }) },
      data: {
        dossier: { code: 'H13.32-260714-0001' },
        agency,
        number: '15/GKS',
        issuedOn: { day: 14, month: 7, year: 2026 },
        answers: { name },
        signer: { prefix: 'TM. Ủy ban nhân dân', title: 'Phó Chủ tịch', name: 'Huỳnh Văn Thành' },
      },
    }),
  );
}

async function fileOf(id: string): Promise<Buffer> {
  const { services } = office();
  const issued = await services.database.transaction((tx) => findIssued(tx, id));
  if (!issued?.pdf) throw new Error(`not printed: ${issued?.fault}`);
  return services.files.read(issued.pdf.key);
}

function judge(pdf: Buffer) {
  const { services } = office();
  return createVerdicts(services, createValidation(services)).judge(pdf);
}

describe('a result', () => {
  test('is signed by who approved it, sealed by the office, and proves both by itself', async () => {
    const id = await order();
    await office().settle();
    const { indication, signatures } = await judge(await fileOf(id));
    expect(signatures.map(({ signer, reason, sub }) => [signer, reason, sub])).toEqual([
      ['Huỳnh Văn Thành', 'Ký duyệt', undefined],
      ['Ủy ban nhân dân phường Ninh Kiều', 'Ký số của cơ quan', undefined],
    ]);
    expect(indication).toBe('TOTAL-PASSED');
  });

  test('that no person approved carries the seal alone', async () => {
    const id = await order('Trần Đức Thắng', null);
    await office().settle();
    const { signatures } = await judge(await fileOf(id));
    expect(signatures.map(({ signer }) => signer)).toEqual(['Ủy ban nhân dân phường Ninh Kiều']);
  });

  test('gets each signature once, wherever the program dies on the way', async () => {
    const { services } = office();
    const signer = openPaperSigner(services);
    for (const dying of ['personal', 'seal', 'evidence']) {
      for (const when of ['before', 'after'] as const) {
        const id = await order(`Chết ở ${dying}`);
        const asked: Buffer[] = [];
        const mortal = {
          async stepsFor(...given: Parameters<typeof signer.stepsFor>) {
            const steps = await signer.stepsFor(...given);
            return steps.map((step) => ({
              ...step,
              async run(pdf: Buffer, at: Date) {
                if (step.name !== dying) return step.run(pdf, at);
                asked.push(pdf);
                if (when === 'after') await step.run(pdf, at);
                throw new WorkshopClosed();
              },
            }));
          },
        };
        await expect(createPrintWorks(services, mortal).printNext(id)).rejects.toThrow();
        await expect(createPrintWorks(services, mortal).printNext(id)).rejects.toThrow();
        expect(asked[0]!.equals(asked[1]!), 'the same bytes are signed again').toBe(true);
        await office().settle();
        const { indication, signatures } = await judge(await fileOf(id));
        expect([indication, signatures.length]).toEqual(['TOTAL-PASSED', 2]);
        expect(await signaturesOf(id)).toEqual(['personal', 'seal']);
      }
    }
  }, 120_000);
});

test('a letter is signed by its office alone, with the time above to the right', async () => {
  const { services } = office();
  const id = await services.database.transaction((tx) =>
    requestPrint(tx, systemActor(services.clock.now()), {
      owner: newId(),
      kind: 'MAU_02',
      data: sampleData.MAU_02,
      sealedBy: demoUnits.oneStop.id,
    }),
  );
  await office().settle();
  const { indication, signatures } = await judge(await fileOf(id));
  expect([indication, signatures.map(({ signer }) => signer)]).toEqual([
    'TOTAL-PASSED',
    [demoUnits.oneStop.name.vi],
  ]);
});

describe('at the page of verification', () => {
  test('a paper of ours is known and its signatures are told one by one', async () => {
    const id = await order();
    await office().settle();
    const bytes = await fileOf(id);
    const visitor = await office().person().open('/kiem-chung');
    await visitor.upload('/kiem-chung/tep', [{ name: 'a.pdf', type: 'application/pdf', bytes }]);
    for (const words of [
      'Tệp giống hệt bản gốc',
      'Chữ ký số hợp lệ',
      'Huỳnh Văn Thành',
      'Chứng thực trình diễn – cấp chứng thư',
      'Chỉ thêm chữ ký, dấu thời gian',
    ])
      expect(visitor.words).toContain(words);
  });

  test('one that was changed is not believed', async () => {
    const id = await order();
    await office().settle();
    const bytes = Buffer.from(await fileOf(id));
    bytes[400]! ^= 1;
    const visitor = await office().person().open('/kiem-chung');
    await visitor.upload('/kiem-chung/tep', [{ name: 'a.pdf', type: 'application/pdf', bytes }]);
    expect(visitor.words).toContain('Tệp này không trùng với giấy tờ nào');
    expect(visitor.words).not.toContain('Chữ ký số hợp lệ');
  });

  test('programs ask the same by the API', async () => {
    const id = await order();
    await office().settle();
    const response = await office().web.inject({
      method: 'POST',
      url: '/api/v1/signatures/validate',
      headers: { 'content-type': 'application/pdf' },
      payload: await fileOf(id),
    });
    expect(response.json()).toMatchObject({ indication: 'TOTAL-PASSED' });
    const none = await office().web.inject({
      method: 'POST',
      url: '/api/v1/signatures/validate',
      headers: { 'content-type': 'application/pdf' },
      payload: Buffer.from('no pdf'),
    });
    expect(none.json()).toMatchObject({ indication: 'UNREADABLE', signatures: [] });
  });
});

/**
 * A place that the last signature covers (ISO 32000-2, 12.8.1: its ByteRange). The signature itself is not covered: parts of
 * a CMS message, such as its version, may be written otherwise and it still says the same; nor is what follows, evidence
 * that nobody signs at B-LT.
 */
function signedPlace(pdf: Buffer, random: number): number {
  const [, range] = [...pdf.toString('latin1').matchAll(/ByteRange\s*\[([^\]]*)\]/g)].at(-1)!;
  const [, before, start, after] = range!.trim().split(/\s+/).map(Number);
  const place = random % (before! + after!);
  return place < before! ? place : start! + place - before!;
}

test.skipIf(!isThere('pdfsig'))(
  `pdfsig and our own validator accept ${count} issued papers, and none in whose signed part a bit was changed (skipped without pdfsig)`,
  async () => {
    const made: string[] = [];
    for (let n = 0; n < count; n += 1) made.push(await order(`Nguyễn Thị Số ${n}`));
    await office().settle();
    const file = join(folder, 'signed.pdf');
    let random = 20_260_714;
    for (const id of made) {
      const pdf = await fileOf(id);
      writeFileSync(file, pdf);
      const said = execFileSync('pdfsig', ['-nocert', file], { encoding: 'utf8' });
      expect(said.match(/Signature is Valid\./g)).toHaveLength(2);
      expect((await judge(pdf)).indication).toBe('TOTAL-PASSED');
      const changed = Buffer.from(pdf);
      random = (random * 48_271) % 2_147_483_647;
      const at = signedPlace(pdf, random);
      changed[at]! ^= 1 << (random % 8);
      expect((await judge(changed)).indication).not.toBe('TOTAL-PASSED');
    }
  },
  1_800_000,
);

describe('when a certificate has run out', () => {
  test('holders and administrators are told 60, 30 and 7 days before, once each', async () => {
    const told = new Set<string>();
    for (const days of [61, 60, 59, 30, 7, 6]) {
      office().at(new Date(Date.parse('2029-07-13T03:00:00Z') - days * 86_400_000).toISOString());
      await office().strike('signing.warn');
      for (const each of await tellings()) told.add(each);
    }
    expect([...told].toSorted()).toEqual(['30', '60', '7']);
  });

  test('nobody approves with it, and is told whom to ask', async () => {
    const { services } = office();
    const refused = await services.database.transaction((tx) =>
      refuseUnready(
        tx,
        { unitId: demoUnits.committee.id, accountId: leader },
        new Date('2030-01-01T00:00:00Z'),
      ),
    );
    expect(refused?.refused).toBe('signing.personal-ended');
  });
});

async function tellings(): Promise<string[]> {
  const { rows } = await office().services.database.transaction((tx) =>
    sql<{ key: string }>`
      select n.key from notify.notice n join identity.account a on a.person_id = n.person_id
       where a.id = ${leader} and n.event = 'certificate.ends'`.execute(tx),
  );
  return rows.map(({ key }) => key.split(' ')[2]!);
}

async function signaturesOf(id: string): Promise<string[]> {
  const { rows } = await office().services.database.transaction((tx) =>
    sql<{
      step: string;
    }>`select step from signing.signature where paper_id = ${id} order by step`.execute(tx),
  );
  return rows.map(({ step }) => step);
}

function isThere(tool: string): boolean {
  return spawnSync(tool, ['-v']).error === undefined;
}
