import { PDFDocument } from '@cantoo/pdf-lib';
import sharp, { type Sharp } from 'sharp';
import { decodeHeic } from './heic.ts';
import { doubtOf } from './legibility.ts';
import type { Developed, Medium } from './order.ts';
import { a4, fitted } from './page-size.ts';
import { Spoil } from './spoil.ts';

/** More than any phone takes today (200 million on paper, 50 stored); a bomb claims far more. */
const maxPixels = 120_000_000;

/** A4 at 200 dots per inch, the least that Decree 30/2020 (appendix I, part IV) wants of a digitised paper. */
const longSide = 2339;

/** Makes one upright A4 page of a photo, without its metadata (place, device, time), and a small preview. */
export async function developPhoto(bytes: Uint8Array, medium: Medium): Promise<Developed> {
  const page = await asJpeg(bytes, medium);
  const [preview, doubt] = await Promise.all([previewOf(page), doubtOf(page)]);
  return { medium, pdf: await pdfOf(page), pages: [{ preview, doubt }] };
}

/** A JPEG at most 480 pixels long, for lists of pages. */
export async function previewOf(picture: Uint8Array): Promise<Uint8Array> {
  const small = { width: 480, height: 480, fit: 'inside', withoutEnlargement: true } as const;
  return await sharp(picture, { limitInputPixels: maxPixels })
    .resize(small)
    .jpeg({ quality: 70 })
    .toBuffer();
}

async function asJpeg(bytes: Uint8Array, medium: Medium): Promise<Buffer> {
  try {
    const input = medium === 'heic' ? await fromHeic(bytes) : await fromOthers(bytes);
    return await input
      .resize({ width: longSide, height: longSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .jpeg({ quality: 80, mozjpeg: true })
      .toBuffer();
  } catch (cause) {
    throw cause instanceof Spoil ? cause : new Spoil('photo-damaged', { cause });
  }
}

async function fromOthers(bytes: Uint8Array): Promise<Sharp> {
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (width * height > maxPixels) throw new Spoil('photo-too-large');
  return sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error', pages: 1 }).autoOrient();
}

async function fromHeic(bytes: Uint8Array): Promise<Sharp> {
  const { pixels, width, height } = await decodeHeic(bytes);
  return sharp(pixels, { raw: { width, height, channels: 4 } });
}

async function pdfOf(jpeg: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const picture = await document.embedJpg(jpeg);
  const lies = picture.width > picture.height;
  const size = lies ? { width: a4.height, height: a4.width } : a4;
  document.addPage([size.width, size.height]).drawImage(picture, fitted(picture, size));
  return await document.save();
}
