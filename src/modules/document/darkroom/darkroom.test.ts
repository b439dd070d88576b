import { decodePDFRawStream, degrees, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { createPapersmith } from '#/platform/papersmith/index.ts';
import { openDarkroom, type Developed, type Spoiled } from './index.ts';
import * as sample from './samples/sample-files.ts';

const papersmith = createPapersmith();
const darkroom = openDarkroom(papersmith);
afterAll(() => {
  darkroom.close();
  papersmith.close();
});

async function developed(bytes: Uint8Array): Promise<Developed> {
  const result = await darkroom.develop(bytes);
  if ('spoiled' in result) throw new Error(`spoiled: ${result.spoiled}`);
  return result;
}

/** Whether the red square of the sample page is in the upper left corner of the only page. */
async function isUpright({ pages }: Developed): Promise<boolean> {
  const { data, info } = await sharp(pages[0]?.preview).raw().toBuffer({ resolveWithObject: true });
  const at =
    (Math.round(info.height * 0.08) * info.width + Math.round(info.width * 0.08)) * info.channels;
  return info.height > info.width && data[at]! > 150 && data[at + 1]! < 60;
}

async function allText(pdf: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  return document.context
    .enumerateIndirectObjects()
    .map(([, object]) =>
      object instanceof PDFRawStream &&
      object.dict.get(PDFName.of('Subtype')) !== PDFName.of('Image')
        ? object.dict.toString() +
          Buffer.from(decodePDFRawStream(object).decode()).toString('latin1')
        : object.toString(),
    )
    .join('\n');
}

describe('photos', () => {
  test('a photo taken sideways becomes an upright A4 page without place and device', async () => {
    const result = await developed(await sample.sidewaysPhoto());
    expect(result.medium).toBe('jpeg');
    expect(await isUpright(result)).toBe(true);
    expect(result.pages[0]?.doubt).toBeUndefined();
    expect(Buffer.from(result.pdf).includes('SecretPhone')).toBe(false);
    const page = (await PDFDocument.load(result.pdf)).getPage(0);
    expect([Math.round(page.getWidth()), Math.round(page.getHeight())]).toEqual([595, 842]);
  });

  test('an HEIC photo, the kind that iPhones make, is turned as the file says', async () => {
    const result = await developed(sample.heicPhoto());
    expect(result.medium).toBe('heic');
    expect(await isUpright(result)).toBe(true);
  });

  test.each(['png', 'webp', 'avif'] as const)('a picture of the kind %s is taken', async (kind) => {
    const result = await developed(
      await sharp(await sample.pageImage(700, 990))
        .toFormat(kind)
        .toBuffer(),
    );
    expect(result.medium).toBe(kind);
    expect(await isUpright(result)).toBe(true);
  });

  test('a large photo is made small enough to send and still has 200 dots per inch', async () => {
    const large = await sharp(await sample.pageImage(3000, 4000))
      .jpeg({ quality: 95 })
      .toBuffer();
    const { pdf } = await developed(large);
    const size = /\/Width (\d+)\n?\/Height (\d+)/.exec(await allText(pdf));
    expect(size?.slice(1)).toEqual(['1754', '2339']);
    expect(pdf.length).toBeLessThan(1_500_000);
  });

  test('a blank, a dark and a blurred page are doubted, a page with one line is not', async () => {
    const page = await sample.pageImage();
    const blank = await sharp({
      create: { width: 900, height: 1200, channels: 3, background: '#eee' },
    })
      .jpeg()
      .toBuffer();
    const dark = await sharp(page).linear(0.2, 0).jpeg().toBuffer();
    const blurred = await sharp(page).blur(8).jpeg().toBuffer();
    const oneLine = await sharp(page)
      .composite([
        {
          input: { create: { width: 1240, height: 1380, channels: 3, background: '#f4f1ea' } },
          left: 0,
          top: 374,
        },
      ])
      .jpeg()
      .toBuffer();
    const doubts = await Promise.all([page, oneLine, blank, dark, blurred].map(developed));
    expect(doubts.map(({ pages }) => pages[0]?.doubt)).toEqual([
      undefined,
      undefined,
      'blank',
      'dark',
      'blurred',
    ]);
  });
});

describe('PDF files', () => {
  test('scripts, programs and attached files stay behind, a filled field stays to be seen', async () => {
    const { pdf, pages } = await developed(await sample.activePdf());
    const text = await allText(pdf);
    expect(text).not.toMatch(/JavaScript|\/JS|Launch|EmbeddedFile|virus|AcroForm|\/Annot|\/AA/);
    expect(text).toContain(Buffer.from('Nguyen Thu Ha').toString('hex').toUpperCase());
    expect(text).toContain('/Flat');
    expect(pages).toEqual([{}]);
  });

  test('a scan is shown and checked like a photo; a page with nothing on it is doubted', async () => {
    const document = await PDFDocument.create();
    const scan = await document.embedJpg(
      await sharp(await sample.pageImage())
        .jpeg()
        .toBuffer(),
    );
    document.addPage([595, 842]).drawImage(scan, { x: 0, y: 0, width: 595, height: 842 });
    document.addPage([595, 842]);
    const { pages } = await developed(await document.save());
    expect(pages[0]).toMatchObject({
      preview: expect.any(Uint8Array) as unknown,
      doubt: undefined,
    });
    expect(pages[1]).toEqual({ doubt: 'blank' });
  });

  test('a PDF that asks for a password is refused, one that only forbids printing is taken', async () => {
    const locked = await sample.textPdf();
    locked.encrypt({ userPassword: 'secret', ownerPassword: 'secret' });
    expect(await darkroom.develop(await locked.save())).toEqual({ spoiled: 'pdf-locked' });
    const restricted = await sample.textPdf();
    restricted.encrypt({
      userPassword: '',
      ownerPassword: 'secret',
      permissions: { printing: false },
    });
    const { pdf } = await developed(await restricted.save());
    expect(await allText(pdf)).toContain(Buffer.from('page 1').toString('hex').toUpperCase());
  });
});

describe('Word files', () => {
  const body =
    '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>ĐƠN ĐỀ NGHỊ</w:t></w:r></w:p>' +
    '<w:p><w:r><w:t xml:space="preserve">Tôi tên là </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>Nguyễn Thị Thu Hà &lt;A&gt; #panic() $x$</w:t></w:r></w:p>' +
    '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Ô 1</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>';

  test('a Word file becomes pages; what looks like a command in it is only text', async () => {
    const { medium, pages, pdf } = await developed(sample.wordFile(body));
    expect(medium).toBe('docx');
    expect(pages).toEqual([{}]);
    expect(await allText(pdf)).toContain('Tinos');
  });

  test('a Word file that unpacks to an immense size is refused', async () => {
    const bomb = sample.wordFile(body, { 'word/media/a.bin': Buffer.alloc(200 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(500_000);
    expect(await darkroom.develop(bomb)).toEqual({ spoiled: 'word-too-large' });
  });
});

describe('files that cannot be taken are told apart, so that the words can tell the fix', () => {
  const cases: [string, () => Promise<Uint8Array> | Uint8Array][] = [
    ['file-empty', () => Buffer.alloc(0)],
    ['type-unknown', () => Buffer.from('just a text')],
    ['type-video', () => Buffer.from('\0\0\0\x14ftypqt  \0\0\0\0qt  \0\0\0\bwide', 'latin1')],
    [
      'type-old-word',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]),
    ],
    ['type-archive', () => sample.zip({ 'anh.jpg': Buffer.from('x') })],
    ['photo-damaged', async () => (await sample.sidewaysPhoto()).subarray(0, 9_000)],
    ['photo-damaged', () => sample.heicPhoto().subarray(0, 900)],
    ['photo-too-large', () => sample.pixelBomb(60_000)],
    ['pdf-damaged', () => Buffer.from('%PDF-1.7\nnothing else')],
    ['pdf-damaged', async () => (await (await sample.textPdf()).save()).subarray(0, 400)],
    ['pdf-empty', async () => await (await PDFDocument.create()).save({ addDefaultPage: false })],
    ['too-many-pages', async () => await (await sample.textPdf(301)).save()],
    ['word-damaged', () => sample.wordFile('<w:p><w:r>')],
    ['word-empty', () => sample.wordFile('<w:p/>')],
  ];
  test.each(cases)('%s', async (code, make) => {
    expect(await darkroom.develop(await make())).toEqual({ spoiled: code } satisfies Spoiled);
  });
});

describe('binding', () => {
  test('pages of several files follow one another as ordered and are turned; binding again makes the same bytes', async () => {
    const pdf = await (await sample.textPdf(3)).save();
    const photo = (await developed(sample.heicPhoto())).pdf;
    const parts = [
      {
        pdf,
        pages: [
          { no: 3, turn: 90 },
          { no: 1, turn: 0 },
        ],
      },
      { pdf: photo, pages: [{ no: 1, turn: 270 }] },
    ] as const;
    const bound = await darkroom.bind('Giấy chứng sinh', parts);
    expect(bound.pages).toBe(3);
    const read = await PDFDocument.load(bound.pdf);
    expect(read.getTitle()).toBe('Giấy chứng sinh');
    expect(read.getPages().map((page) => page.getRotation())).toEqual([90, 0, 270].map(degrees));
    expect((await darkroom.bind('Giấy chứng sinh', parts)).pdf).toEqual(bound.pdf);
  });
});
