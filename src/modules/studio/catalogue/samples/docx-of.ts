import { writeZip } from '../../bundle/write-zip.ts';
import { escapedText } from '../../text/spans.ts';
import type { Block } from '../docx-blocks.ts';

const head =
  '<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>';

/** A Word file with these paragraphs and tables. */
export function docxOf(blocks: readonly Block[]): Buffer {
  return docxWith(`${head}${blocks.map(written).join('')}<w:sectPr/></w:body></w:document>`);
}

/** A Word file with this text as its body. */
export function docxWith(xml: string): Buffer {
  return writeZip([
    { name: '[Content_Types].xml', text: '<Types/>' },
    { name: 'word/document.xml', text: xml },
  ]);
}

function written(block: Block): string {
  if (block.kind === 'paragraph') return paragraphs(block.words);
  const cell = (words: string) => `<w:tc><w:tcPr/>${paragraphs(words)}</w:tc>`;
  const row = (cells: readonly string[]) => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
  return `<w:tbl><w:tblPr/>${block.rows.map(row).join('')}</w:tbl>`;
}

/** Word cuts sentences into runs wherever it likes. */
function paragraphs(words: string): string {
  const run = (part: string) =>
    part === ''
      ? ''
      : `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${escapedText(part)}</w:t></w:r>`;
  return words
    .split('\n')
    .map((line) => {
      const half = Math.floor(line.length / 2);
      return `<w:p><w:pPr/>${run(line.slice(0, half))}${run(line.slice(half))}</w:p>`;
    })
    .join('');
}
