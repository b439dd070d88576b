import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { createPapersmith, qrSvg } from '#/platform/papersmith/index.ts';
import type { FormKind } from './form-data.ts';
import { forms, letterhead } from './index.ts';
import { sampleData } from './sample-data.ts';

const papersmith = createPapersmith();
afterAll(() => papersmith.close());
const canDraw = !spawnSync('pdftoppm', ['-v']).error;
const address = 'https://dichvucong.cantho.gov.vn/kiem-chung?ma=7K3F-QX2M-9TBD';
const verification = { code: '7K3F-QX2M-9TBD', address: 'dichvucong.cantho.gov.vn/kiem-chung' };

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
await prepareZXingModule({
  overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer },
  fireImmediately: true,
});

/** A poor camera: a whole page at 150 dots per inch. */
async function scan(template: string, data: object): Promise<string[]> {
  const qr = await qrSvg(address);
  const assets = { 'letterhead.typ': letterhead, 'qr.svg': qr, 'track.svg': qr };
  const pdf = await papersmith.print({ template, data: { ...data, verification }, assets });
  const args = ['-png', '-r', '150', '-gray', '-singlefile', '-'];
  const picture = execFileSync('pdftoppm', args, { input: pdf, maxBuffer: 64 << 20 });
  const found = await readBarcodes(new Uint8Array(picture), { formats: ['QRCode'] });
  return found.map(({ text }) => text);
}

const result = `#import "letterhead.typ": fact, result-paper
#let data = json(bytes(sys.inputs.data))
#show: result-paper.with(data, title: "Giấy khai sinh", procedure: "đăng ký khai sinh", recipients: ("Người yêu cầu",))
#fact("Họ, chữ đệm, tên", "Nguyễn Thị Hồng Đào")`;
const facts = {
  dossier: { code: 'H13.32-260714-0001' },
  agency: { name: 'Ủy ban nhân dân phường Ninh Kiều', place: 'Ninh Kiều' },
  number: '15/GKS',
  takeable: true,
  issuedOn: { day: 14, month: 7, year: 2026 },
  qr: address,
  signer: { prefix: '', title: 'Phó Chủ tịch', name: 'Huỳnh Văn Thành' },
};

test.skipIf(!canDraw)(
  'a telephone reads the code of a printed result (needs pdftoppm)',
  async () => {
    expect(await scan(result, facts)).toEqual([address]);
  },
);

test.skipIf(!canDraw)(
  'a telephone reads every code of every form that has one (needs pdftoppm)',
  async () => {
    for (const kind of Object.keys(forms) as FormKind[]) {
      const { template } = forms[kind];
      const codes = template.split(/\bqr\("/).length - 1;
      expect([kind, await scan(template, sampleData[kind])]).toEqual([
        kind,
        Array.from({ length: codes }, () => address),
      ]);
    }
  },
);
