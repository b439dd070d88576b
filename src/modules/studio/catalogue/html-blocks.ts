import { text } from '#/values/text.ts';
import type { Block } from './docx-blocks.ts';
import { plainWords } from './html-words.ts';
import { SourceFault } from './source-fault.ts';
import { spreadCells } from './spread-cells.ts';

const mostBytes = 2_000_000;

const words = {
  tooLarge: text(
    'Trang HTML lớn hơn 2 MB; mỗi tệp chỉ một thủ tục',
    'The HTML page is larger than 2 MB; one procedure for each file',
  ),
  noText: text(
    'Không đọc được chữ trong trang HTML; hãy lưu lại trang bằng UTF-8',
    'The letters of the HTML page cannot be read; save it as UTF-8',
  ),
} as const;

/** Whether a file is a page of HTML, or a part of one. */
export function isHtml(bytes: Buffer): boolean {
  const start = bytes
    .subarray(0, 1024)
    .toString('latin1')
    .replace(/^(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml[^>]*>|<!--[\s\S]*?-->|\s)*/, '');
  return /^<(?:!doctype html|html|head|body|meta|main|article|section|div|table|p|h[1-6])[\s>]/i.test(
    start,
  );
}

/**
 * Paragraphs and tables of a page as far as they go: written by hand or by a portal, closed or not. Nothing of it is
 * run, loaded or nested; it is read once from its start to its end. @throws SourceFault
 */
export function htmlBlocks(bytes: Buffer): Block[] {
  if (bytes.length > mostBytes) throw new SourceFault(words.tooLarge);
  const page = new Page();
  const html = decoded(bytes);
  let skipping = '';
  for (const [whole, comment, closing, tag = '', plain] of html.matchAll(
    /(<!--[\s\S]*?(?:-->|$)|<[!?][^>]*(?:>|$))|<(\/?)([a-z][\w-]*)(?:[^<>"']|"[^"]*"|'[^']*')*>|([^<]+|<)/gi,
  )) {
    if (comment !== undefined) continue;
    const name = tag.toLowerCase();
    if (skipping !== '') {
      if (closing === '/' && name === skipping) skipping = '';
    } else if (plain !== undefined) page.say(plainWords(plain));
    else if (unseen.has(name)) skipping = closing === '/' ? '' : name;
    else if (closing === '/') page.close(name);
    else page.open(name, whole);
  }
  return page.end();
}

/** Elements whose text is for machines. */
const unseen = new Set(['script', 'style', 'template', 'noscript', 'svg', 'title']);

/** Elements within a line; all others begin a new one. */
const inline = new Set(
  'a abbr b bdi bdo big cite code em font i img input ins kbd label mark q s small span strong sub sup time tt u var'.split(
    ' ',
  ),
);

class Page {
  readonly #blocks: Block[] = [];
  #rows: { words: string; columns: number; rows: number }[][] | undefined;
  #depth = 0;
  #words = '';

  say(plain: string): void {
    this.#words += plain;
  }

  open(name: string, tag: string): void {
    if (inline.has(name)) return;
    this.#line();
    if (name === 'table') {
      this.#depth += 1;
      this.#rows ??= [];
    } else if (this.#rows !== undefined && this.#depth === 1) {
      if (name === 'tr') this.#rows.push([]);
      if (name === 'td' || name === 'th') {
        if (this.#rows.length === 0) this.#rows.push([]);
        this.#rows.at(-1)!.push({
          words: '',
          columns: numberIn(tag, 'colspan'),
          rows: numberIn(tag, 'rowspan'),
        });
      }
    }
  }

  close(name: string): void {
    if (inline.has(name)) return;
    this.#line();
    if (name !== 'table' || this.#depth === 0) return;
    this.#depth -= 1;
    if (this.#depth === 0) this.#closeTable();
  }

  end(): Block[] {
    this.#line();
    this.#closeTable();
    return this.#blocks;
  }

  /** What was said since the last line goes where it belongs: a cell, or a paragraph. */
  #line(): void {
    const line = this.#words.trim();
    this.#words = '';
    if (line === '') return;
    const row = this.#rows?.at(-1);
    if (row !== undefined && row.length > 0) {
      const cell = row.at(-1)!;
      cell.words = cell.words === '' ? line : `${cell.words}\n${line}`;
    } else this.#blocks.push({ kind: 'paragraph', words: line });
  }

  #closeTable(): void {
    const rows = (this.#rows ?? []).filter((row) => row.length > 0);
    this.#rows = undefined;
    if (rows.length > 0) this.#blocks.push({ kind: 'table', rows: spreadCells(rows) });
  }
}

/** A number that a tag gives; 1 when it gives none. */
function numberIn(tag: string, name: string): number {
  const found = new RegExp(`\\s${name}\\s*=\\s*["']?\\s*(\\d{1,4})`, 'i').exec(tag)?.[1];
  return found === undefined ? 1 : Number(found);
}

function decoded(bytes: Buffer): string {
  const said = /charset=["']?([\w-]+)/i.exec(bytes.subarray(0, 2048).toString('latin1'))?.[1];
  try {
    return new TextDecoder(said ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new SourceFault(words.noText);
  }
}
