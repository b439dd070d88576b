import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoUnits } from '#/modules/agency/index.ts';
import { findIssued, requestPrint, requestResult } from '#/modules/document/index.ts';
import { sampleData } from '#/modules/document/forms/sample-data.ts';
import { createPrintWorks } from '#/modules/document/issued/print-works.ts';
import { createValidation, createVerdicts, openPaperSigner } from '#/modules/signing/index.ts';
import { systemActor } from '#/platform/http/index.ts';
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
function order(name = 'Nguyễn Thị Hồng Đào', accountId: string | undefined = leader) {
  const { services } = office();
  const { committee } = demoUnits;
  return services.database.transaction((tx) =>
    requestResult(tx, systemActor(services.clock.now()), {
      owner: newId(),
      title: text('Giấy khai sinh', 'Birth certificate'),
      template,
      number: '15/GKS',
      isDraft: false,
      signing: { unitId: committee.id, ...(accountId === undefined ? {} : { accountId }) },
      data: {
        dossier: { code: 'H13.32-260714-0001' },
        agency: {
          name: committee.name.vi,
          parent: 'Ủy ban nhân dân thành phố Cần Thơ',
          place: 'Ninh Kiều',
        },
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
    const pdf = await fileOf(id);
    const { indication, signatures } = await judge(pdf);
    expect(signatures.map(({ signer, reason, sub }) => [signer, reason, sub])).toEqual([
      ['Huỳnh Văn Thành', 'Ký duyệt', undefined],
      ['Ủy ban nhân dân phường Ninh Kiều', 'Ký số của cơ quan', undefined],
    ]);
    expect(indication).toBe('TOTAL-PASSED');
    if (process.env['SIGNED_LOOK']) writeFileSync(process.env['SIGNED_LOOK'], pdf);
  });
});
