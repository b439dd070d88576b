import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, describe, expect, test } from 'vitest';
import { createPapersmith, qrSvg } from '#/platform/papersmith/index.ts';
import { day } from '#/values/day.ts';
import type { FormKind } from './form-data.ts';
import { forms, letterDate, letterhead } from './index.ts';
import { sampleData } from './sample-data.ts';

const papersmith = createPapersmith();
const folder = mkdtempSync(join(tmpdir(), 'forms-'));
afterAll(() => {
  papersmith.close();
  rmSync(folder, { recursive: true });
});

const kinds = Object.keys(forms) as FormKind[];
const canReadText = isThere('pdftotext');

async function print(kind: FormKind): Promise<Uint8Array> {
  const qr = await qrSvg('https://example.vn/kiem-chung?ma=7K3F-QX2M-9TBD');
  return await papersmith.print({
    template: forms[kind].template,
    data: {
      ...sampleData[kind],
      verification: { code: '7K3F-QX2M-9TBD', address: 'example.vn/kiem-chung' },
    },
    assets: { 'letterhead.typ': letterhead, 'qr.svg': qr, 'track.svg': qr },
  });
}

function isThere(tool: string): boolean {
  try {
    execFileSync(tool, ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('the standard forms', () => {
  test.each(kinds)(
    '%s is printed to be archived and to be read aloud, with its title',
    async (kind) => {
      const pdf = await print(kind);
      const document = await PDFDocument.load(pdf, { updateMetadata: false });
      expect(document.getTitle()).toMatch(/^(Giấy|Phiếu|Sổ|Biên lai) /);
      expect(Buffer.from(pdf).toString('latin1')).toMatch(
        /<pdfuaid:part>1.*<pdfaid:part>2.*<pdfaid:conformance>A/s,
      );
    },
  );

  test('a receipt and the other letters fit on one page, the register goes on with its head repeated', async () => {
    const pages = async (kind: FormKind) =>
      (await PDFDocument.load(await print(kind))).getPageCount();
    for (const kind of kinds.filter((each) => each !== 'MAU_06'))
      expect([kind, await pages(kind)]).toEqual([kind, 1]);
    expect(await pages('MAU_06')).toBeGreaterThan(1);
  });

  test.skipIf(!canReadText)(
    canReadText
      ? 'the Vietnamese words of a form can be taken out of the PDF as they were put in'
      : 'the Vietnamese words of a form can be taken out again (not tried: the tool pdftotext is not here)',
    async () => {
      const told = {
        MAU_01: [
          'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
          'Tiếp nhận hồ sơ của Ông/Bà: Nguyễn Thị Thu Hà',
          'H13.32-20260715-0000042',
          'Mã tra cứu: 7K3FQX2M',
          'Mã kiểm chứng: 7K3F-QX2M-9TBD',
        ],
        CT04: ['Mã tra cứu: 7K3FQX2M', 'https://dichvucong.example.vn/tra-cuu?ma='],
        BLP2: ['01BLP2-001', 'Ký hiệu: 01/BLP', 'Số: 0000042', 'bảy nghìn đồng', '7K3FQX2M9TBD'],
      };
      for (const kind of ['MAU_01', 'CT04', 'BLP2'] as const) {
        const file = join(folder, `${kind}.pdf`);
        writeFileSync(file, await print(kind));
        const text = execFileSync('pdftotext', ['-layout', file, '-'], {
          encoding: 'utf8',
        }).normalize('NFC');
        for (const words of told[kind]) expect(text).toContain(words);
      }
    },
  );

  test('an answer that is missing leaves a dotted line to write on', async () => {
    const { submitter, ...rest } = sampleData.MAU_03;
    const data = {
      ...rest,
      submitter: { ...submitter, email: '' },
      verification: { code: 'X', address: 'x' },
    };
    const assets = { 'letterhead.typ': letterhead, 'qr.svg': await qrSvg('x') };
    await expect(
      papersmith.print({ template: forms.MAU_03.template, data, assets }),
    ).resolves.toBeInstanceOf(Uint8Array);
  });
});

test('the day beside the place has a zero before small days and the first two months', () => {
  expect(letterDate(day(2026, 2, 5))).toBe('ngày 05 tháng 02 năm 2026');
  expect(letterDate(day(2026, 7, 15))).toBe('ngày 15 tháng 7 năm 2026');
});
