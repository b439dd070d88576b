import mammoth from 'mammoth';
import { readBlocks } from './word-blocks.ts';
import type { Manuscript } from './order.ts';
import { Spoil } from './spoil.ts';
import { checkZip } from './zip.ts';

/** Formats of pictures that Typst can place. */
const placeable: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
};

/** Reads what a Word file says: headings, paragraphs, lists, tables and pictures. Its looks are not kept. */
export async function readWord(bytes: Uint8Array): Promise<Manuscript> {
  checkZip(bytes);
  const pictures: Record<string, Uint8Array> = {};
  try {
    const { value: html } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async (picture) => {
          const extension = placeable[picture.contentType];
          if (extension === undefined) return { src: '' };
          const name = `picture-${Object.keys(pictures).length + 1}.${extension}`;
          pictures[name] = new Uint8Array(await picture.readAsBuffer());
          return { src: name };
        }),
      },
    );
    const blocks = readBlocks(html);
    if (blocks.length === 0) throw new Spoil('word-empty');
    return { blocks, pictures };
  } catch (cause) {
    throw cause instanceof Spoil ? cause : new Spoil('word-damaged', { cause });
  }
}
