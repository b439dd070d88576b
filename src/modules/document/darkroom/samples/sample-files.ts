// Files as phones and offices make them, made here for tests: nothing in them is from a real person.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import sharp from 'sharp';

/** A photographed page: lines like writing on paper, a red square in the upper left corner. */
export async function pageImage(width = 1240, height = 1754): Promise<Buffer> {
  const lines: string[] = [];
  for (let y = height * 0.2, line = 0; y < height * 0.9; y += height / 60, line++) {
    for (let x = width * 0.1, word = 0; x < width * 0.85; word++) {
      const length = (width / 400) * (4 + ((line * 7 + word * 5) % 9) * 2);
      lines.push(
        `<path d="M${x} ${y}h${length}" stroke="#222" stroke-width="${width / 500}" stroke-dasharray="${width / 300}"/>`,
      );
      x += length + width / 60;
    }
  }
  const corner = `<rect x="${width / 25}" y="${height / 25}" width="${width / 10}" height="${height / 10}" fill="#c00"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#f4f1ea"/>${corner}${lines.join('')}</svg>`;
  return await sharp(Buffer.from(svg)).png().toBuffer();
}

/** The page as a camera held sideways stores it: turned, with the EXIF word that says so, and with a place. */
export async function sidewaysPhoto(): Promise<Buffer> {
  const turned = await sharp(await pageImage())
    .rotate(90)
    .jpeg()
    .toBuffer();
  return await sharp(turned)
    .keepMetadata()
    .withMetadata({ orientation: 8 })
    .withExifMerge({ IFD0: { Make: 'SecretPhone' }, IFD3: { GPSLatitude: '10/1 2/1 0/1' } })
    .jpeg()
    .toBuffer();
}

/** An HEVC picture, 600 × 800, stored sideways with the rotation that HEIC files of phones carry; about 10 kB. */
export function heicPhoto(): Buffer {
  return readFileSync(join(import.meta.dirname, 'turned.heic'));
}

/** A PNG of a few bytes that claims to be this large. */
export async function pixelBomb(side: number): Promise<Buffer> {
  const png = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  png.writeUInt32BE(side, 16);
  png.writeUInt32BE(side, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

export async function textPdf(pages = 1): Promise<PDFDocument> {
  const document = await PDFDocument.create();
  for (let no = 1; no <= pages; no++)
    document.addPage([400, 600]).drawText(`page ${no}`, { x: 50, y: 500 });
  return document;
}

/** A PDF that would run a script when opened and a program when clicked, with a filled field. */
export async function activePdf(): Promise<Uint8Array> {
  const document = await textPdf();
  const { context, catalog } = document;
  const page = document.getPage(0);
  document.addJavaScript('main', 'app.alert("hello")');
  catalog.set(
    PDFName.of('OpenAction'),
    context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') }),
  );
  page.node.set(
    PDFName.of('AA'),
    context.obj({ O: { S: 'JavaScript', JS: PDFString.of('app.alert(2)') } }),
  );
  const launch = {
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [0, 0, 9, 9],
    A: { S: 'Launch', F: PDFString.of('calc.exe') },
  };
  page.node.addAnnot(context.register(context.obj(launch)));
  await document.attach(Buffer.from('MZ'), 'virus.exe');
  const field = document.getForm().createTextField('name');
  field.setText('Nguyen Thu Ha');
  field.addToPage(page, { x: 50, y: 300, width: 200, height: 30 });
  return await document.save();
}

/** A zip archive (APPNOTE 6.3.10) of these entries, packed. */
export function zip(entries: Readonly<Record<string, Uint8Array>>): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [name, bytes] of Object.entries(entries)) {
    const packed = deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(bytes.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed]);
    const offset = Buffer.alloc(14);
    offset.writeUInt32LE(at, 10);
    central.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02'),
        Buffer.alloc(2),
        fields,
        offset,
        Buffer.from(name),
      ]),
    );
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** A Word file with this body (WordprocessingML) and, for trial, other entries. */
export function wordFile(body: string, more: Readonly<Record<string, Uint8Array>> = {}): Buffer {
  const text = (xml: string) => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${xml}`);
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return zip({
    '[Content_Types].xml': text(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': text(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': text(
      `<w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`,
    ),
    ...more,
  });
}
