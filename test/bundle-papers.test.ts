import { readFileSync } from 'node:fs';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Bundle } from '#/modules/procedure/index.ts';
import { createPapersmith, qrSvg } from '#/platform/papersmith/index.ts';
import { readShipped, slugs } from './bundles/shipped.ts';

const papersmith = createPapersmith({ limitMs: 20_000 });
afterAll(() => papersmith.close());

const letterhead = readFileSync(
  new URL('../src/modules/document/forms/letterhead.typ', import.meta.url),
);
const verification = { code: 'K7QP-2M9X', address: 'https://cong.example/kiem-chung' };
const issued = {
  dossier: { code: 'H13.29-20260715-0000123' },
  agency: {
    parent: 'Ủy ban nhân dân thành phố Cần Thơ',
    name: 'Ủy ban nhân dân phường Ninh Kiều',
    place: 'Ninh Kiều',
  },
  number: '15/KQ',
  issuedOn: { day: 5, month: 7, year: 2026 },
  signer: { prefix: 'TM. ỦY BAN NHÂN DÂN', title: 'CHỦ TỊCH', name: 'Trần Văn Bình' },
  verification,
};

let bundles: ReadonlyMap<string, Bundle>;

beforeAll(async () => {
  bundles = await readShipped();
});

test.each(slugs)('%s: the result is printed to be archived and to be read aloud', async (slug) => {
  const { answers, shown } = exampleOf(slug);
  const pdf = await print(slug, { ...issued, answers, shown });
  expect(pdf.getTitle()).toContain(issued.dossier.code);
  // The permit with its codes is printed on both sides of a sheet.
  expect(pdf.getPageCount()).toBeLessThanOrEqual(2);
});

test.each(slugs)('%s: a reasoned refusal is printed in its place', async (slug) => {
  const refusal = { reason: 'Giấy tờ nộp kèm không phải của người được ghi trong tờ khai.' };
  const pdf = await print(slug, { ...issued, ...exampleOf(slug), refusal });
  expect(pdf.getTitle()).toContain('Thông báo');
});

test.each(slugs)(
  '%s: a draft without a number and with nothing answered is printed too',
  async (slug) => {
    const pdf = await print(slug, { ...issued, number: '', answers: {}, shown: {} });
    expect(pdf.getPageCount()).toBeGreaterThan(0);
  },
);

async function print(slug: string, data: unknown): Promise<PDFDocument> {
  const template = bundles.get(slug)!.artefacts['result.typ'];
  const assets = { 'letterhead.typ': letterhead, 'qr.svg': await qrSvg(verification.address) };
  const pdf = await papersmith.print({ template, data, assets });
  return PDFDocument.load(pdf, { updateMetadata: false });
}

/** The answers of the first example, and the words that people read for them. */
function exampleOf(slug: string): { answers: unknown; shown: Record<string, string> } {
  const { procedure } = bundles.get(slug)!;
  const { answers, submittedOn } = procedure.examples[0]!.given;
  const sections = procedure.form.describe(answers, 'vi', { today: submittedOn, demo: true });
  const rows = sections.flatMap((section) => section.rows).filter(({ value }) => value !== '');
  return { answers, shown: Object.fromEntries(rows.map(({ name, value }) => [name, value])) };
}
