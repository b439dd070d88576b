import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, expect, test } from 'vitest';
import { createPapersmith, PapersmithFault, qrSvg } from './index.ts';

const papersmith = createPapersmith({ limitMs: 4_000 });
afterAll(() => papersmith.close());

const letter = `#let d = json(bytes(sys.inputs.data))
#set document(title: d.title)
#set text(font: "Tinos", lang: "vi")
= #d.title
`;

function print(template: string, extra: Partial<Parameters<typeof papersmith.print>[0]> = {}) {
  return papersmith.print({ template, data: { title: 'Giấy hẹn' }, ...extra });
}

function text(pdf: Uint8Array): string {
  return Buffer.from(pdf).toString('utf8');
}

test('a paper is a PDF that carries its Vietnamese title from the data', async () => {
  const pdf = await PDFDocument.load(await print(letter), { updateMetadata: false });
  expect(pdf.getTitle()).toBe('Giấy hẹn');
  expect(pdf.getPageCount()).toBe(1);
});

test('a paper declares both PDF/A-2a (to be archived) and PDF/UA-1 (to be read aloud)', async () => {
  const both = text(await print(letter));
  expect(both).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
  expect(both).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(both.match(/<x:xmpmeta/g)).toHaveLength(1);
  expect(text(await print(letter, { standard: 'a-2a' }))).not.toContain('pdfuaid');
  expect(text(await print(letter, { standard: 'ua-1' }))).not.toContain('pdfaid');
});

test('a QR code is an asset with words in its place', async () => {
  const assets = { 'qr.svg': await qrSvg('https://example.vn/kiem-chung?ma=1') };
  const pdf = await print(`${letter}#image("qr.svg", width: 2cm, alt: "Mã QR")`, { assets });
  expect(pdf.length).toBeGreaterThan(5_000);
});

test('a picture without words in its place is refused, because a blind person could not read it', async () => {
  const assets = { 'qr.svg': await qrSvg('x') };
  await expect(print(`${letter}#image("qr.svg")`, { assets })).rejects.toThrow('missing alt text');
});

test('a fault names its line, in the template as in its assets', async () => {
  const wrong = await print(`${letter}\n#khong_co(1)`).catch((error: unknown) => error);
  expect(wrong).toBeInstanceOf(PapersmithFault);
  expect(wrong).toMatchObject({
    line: 6,
    asset: undefined,
    message: 'line 6: unknown variable: khong_co',
  });
  const assets = { 'head.typ': Buffer.from('#let a = 1\n#sai()') };
  const inAsset = await print(`#import "head.typ": a\n${letter}`, { assets }).catch(
    (e: unknown) => e,
  );
  expect(inAsset).toMatchObject({ line: 2, asset: 'head.typ' });
});

test.each([
  ['#read("/etc/passwd")', 'file not found'],
  ['#read("../../../../../etc/passwd")', 'access denied'],
  ['#read("papersmith.ts")', 'file not found'],
  ['#import "@preview/cetz:0.2.2": *', 'failed to download'],
  ['#import "@local/x:0.1.0": *', 'package not found'],
])('a template sees no file of the machine and no network: %s', async (template, message) => {
  await expect(print(template)).rejects.toThrow(message);
});

test('an asset has a plain name and no path', async () => {
  const assets = { '../thoat.typ': Buffer.from('x') };
  await expect(print(letter, { assets })).rejects.toThrow('plain name');
});

test('a template that never ends is stopped in time, and the next paper is printed all the same', async () => {
  const endless = '#{for i in range(1000000) { for j in range(1000000) { let x = i * j } }}';
  const started = Date.now();
  await expect(print(endless)).rejects.toThrow('Took longer');
  expect(Date.now() - started).toBeLessThan(6_000);
  expect((await print(letter)).length).toBeGreaterThan(1_000);
});

test('papers that are ordered at once are all printed, each with its own data', async () => {
  const titles = Array.from({ length: 12 }, (_, no) => `Giấy số ${no}`);
  const pdfs = await Promise.all(
    titles.map((title) => papersmith.print({ template: letter, data: { title } })),
  );
  const read = await Promise.all(
    pdfs.map((pdf) => PDFDocument.load(pdf, { updateMetadata: false })),
  );
  expect(read.map((pdf) => pdf.getTitle())).toEqual(titles);
});
