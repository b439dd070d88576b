import { fill, text } from '#/values/text.ts';
import { readZip, ZipFault } from '../bundle/read-zip.ts';
import { readSpans, SpanFault, textOf, type Span } from '../text/spans.ts';
import { SourceFault } from './source-fault.ts';
import { spreadCells, type WrittenCell } from './spread-cells.ts';

/** A paragraph, or the cells of a table row by row. */
export type Block =
  | { readonly kind: 'paragraph'; readonly words: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

/** The text of a published procedure; larger ones hold many procedures, and an unpacked bomb is larger too. */
const mostBytes = 2_000_000;
const body = 'word/document.xml';

const words = {
  damaged: text(
    'Tệp Word bị hỏng ({file}); hãy mở bằng Word rồi lưu lại',
    'The Word file is damaged ({file}); open it in Word and save it again',
  ),
  tooLarge: text(
    'Nội dung tệp Word ({file}) lớn hơn 2 MB sau khi giải nén; hãy tách riêng từng thủ tục',
    'The text of the Word file ({file}) is larger than 2 MB; make a file for each procedure',
  ),
  locked: text(
    'Tệp Word có mật khẩu; hãy lưu lại không mật khẩu',
    'The Word file is locked; save it without a password',
  ),
} as const;

/** Whether an archive is a Word file. */
export function isDocx(bytes: Buffer): boolean {
  return bytes.includes(body, 0, 'latin1');
}

/** Paragraphs and tables of a Word file (ECMA-376, part 1, section 17), without what was deleted in review. @throws SourceFault */
export function docxBlocks(bytes: Buffer): Block[] {
  const xml = bodyOf(bytes);
  let root: Span;
  try {
    root = readSpans(xml);
  } catch (error) {
    if (!(error instanceof SpanFault)) throw error;
    throw new SourceFault(fill(words.damaged, { file: `${body}: ${error.message}` }));
  }
  return blocksIn(xml, root);
}

function bodyOf(bytes: Buffer): string {
  try {
    const found = readZip(bytes, (name) => name === body, mostBytes).get(body);
    if (found === undefined) throw new ZipFault('missing', body);
    return new TextDecoder('utf-8', { fatal: true }).decode(found);
  } catch (error) {
    if (error instanceof ZipFault && error.flaw === 'too-large') {
      throw new SourceFault(fill(words.tooLarge, { file: body }));
    }
    if (error instanceof ZipFault && error.flaw === 'locked') throw new SourceFault(words.locked);
    throw new SourceFault(fill(words.damaged, { file: body }));
  }
}

/** What is left out: deleted text, instructions of fields, fallbacks of drawings. */
const skipped = new Set([
  'del',
  'moveFrom',
  'instrText',
  'Fallback',
  'pPr',
  'rPr',
  'tblPr',
  'sectPr',
]);

function blocksIn(xml: string, span: Span): Block[] {
  return span.children.flatMap((child): Block[] => {
    if (skipped.has(child.local)) return [];
    if (child.local === 'p') {
      const found = wordsIn(xml, child).trim();
      return found === '' ? [] : [{ kind: 'paragraph', words: found }];
    }
    if (child.local === 'tbl') return [{ kind: 'table', rows: rowsOf(xml, child) }];
    return blocksIn(xml, child);
  });
}

function rowsOf(xml: string, table: Span): string[][] {
  const cellsIn = (row: Span): Span[] =>
    row.children.flatMap((child) =>
      child.local === 'tc'
        ? [child]
        : child.local === 'sdt' || child.local === 'sdtContent'
          ? cellsIn(child)
          : [],
    );
  const rowsIn = (of: Span): Span[] =>
    of.children.flatMap((child) =>
      child.local === 'tr'
        ? [child]
        : child.local === 'sdt' || child.local === 'sdtContent'
          ? rowsIn(child)
          : [],
    );
  return spreadCells(
    rowsIn(table).map((row) => cellsIn(row).map((cell) => writtenCell(xml, cell))),
  );
}

/** A cell with its gridSpan and vMerge (17.4.17, 17.4.84): one without a value, or with another than restart, goes on. */
function writtenCell(xml: string, cell: Span): WrittenCell {
  const properties = cell.children.find(({ local }) => local === 'tcPr')?.children ?? [];
  const valueOf = (name: string) => {
    const found = properties.find(({ local }) => local === name);
    return found && (found.attributes.get('w:val')?.value ?? '');
  };
  const merge = valueOf('vMerge');
  return {
    words: cellWords(xml, cell),
    columns: Number(valueOf('gridSpan') ?? 1) || 1,
    rows: 1,
    goesOn: merge !== undefined && merge !== 'restart',
  };
}

/** The paragraphs of a cell, line by line; those of a table inside of it too. */
function cellWords(xml: string, cell: Span): string {
  return blocksIn(xml, cell)
    .map((block) =>
      block.kind === 'paragraph' ? block.words : block.rows.map((row) => row.join(' ')).join('\n'),
    )
    .join('\n');
}

function wordsIn(xml: string, span: Span): string {
  let found = '';
  for (const child of span.children) {
    if (skipped.has(child.local)) continue;
    if (child.local === 't') found += textOf(xml, child);
    else if (child.local === 'tab') found += ' ';
    else if (child.local === 'br' || child.local === 'cr') found += '\n';
    else if (child.local === 'noBreakHyphen') found += '-';
    else found += wordsIn(xml, child);
  }
  return found;
}
