import { fold } from '#/values/fold.ts';
import type { Block } from './docx-blocks.ts';

/** The parts of a published procedure. */
export type SectionName =
  | 'code'
  | 'name'
  | 'decision'
  | 'level'
  | 'field'
  | 'steps'
  | 'methods'
  | 'papers'
  | 'sets'
  | 'deadline'
  | 'subjects'
  | 'agency'
  | 'results'
  | 'fees'
  | 'conditions'
  | 'bases'
  | 'other';

/** How the parts are headed in decisions and on the portal, without marks; longer headings come first. */
const headings: readonly (readonly [string, SectionName])[] = [
  ['ma thu tuc', 'code'],
  ['ma so thu tuc', 'code'],
  ['ten thu tuc', 'name'],
  ['so quyet dinh', 'decision'],
  ['cap thuc hien', 'level'],
  ['loai thu tuc', 'other'],
  ['linh vuc', 'field'],
  ['trinh tu thuc hien', 'steps'],
  ['cach thuc thuc hien', 'methods'],
  ['thanh phan, so luong ho so', 'papers'],
  ['thanh phan va so luong ho so', 'papers'],
  ['thanh phan ho so', 'papers'],
  ['so luong ho so', 'sets'],
  ['so bo ho so', 'sets'],
  ['thoi han giai quyet', 'deadline'],
  ['thoi gian giai quyet', 'deadline'],
  ['doi tuong thuc hien', 'subjects'],
  ['co quan thuc hien', 'agency'],
  ['co quan giai quyet', 'agency'],
  ['co quan co tham quyen', 'other'],
  ['co quan phoi hop', 'other'],
  ['dia chi tiep nhan', 'other'],
  ['ket qua thuc hien', 'results'],
  ['ket qua giai quyet', 'results'],
  ['phi, le phi', 'fees'],
  ['phi va le phi', 'fees'],
  ['le phi', 'fees'],
  ['ten mau don', 'other'],
  ['mau don, mau to khai', 'other'],
  ['yeu cau, dieu kien', 'conditions'],
  ['yeu cau va dieu kien', 'conditions'],
  ['can cu phap ly', 'bases'],
  ['tu khoa', 'other'],
  ['mo ta', 'other'],
];

export interface Section {
  readonly name: SectionName;
  readonly heading: string;
  readonly blocks: Block[];
}

/** The parts in their order; what stands before the first is under `other` without a heading. */
export function sectionsOf(blocks: readonly Block[]): Section[] {
  const sections: Section[] = [{ name: 'other', heading: '', blocks: [] }];
  const add = (block: Block) => sections.at(-1)!.blocks.push(block);
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      const begun = headed(block.words);
      if (begun === undefined) add(block);
      else begin(sections, begun);
      continue;
    }
    const rows: (readonly string[])[] = [];
    for (const row of block.rows) {
      const begun = headedRow(row);
      if (begun === undefined) {
        rows.push(row);
        continue;
      }
      if (rows.length > 0) add({ kind: 'table', rows: rows.splice(0) });
      begin(sections, begun);
    }
    if (rows.length > 0) add({ kind: 'table', rows });
  }
  return sections.filter(({ blocks: found, heading }) => found.length > 0 || heading !== '');
}

interface Begun {
  readonly name: SectionName;
  readonly heading: string;
  readonly rest: string;
}

function begin(sections: Section[], { name, heading, rest }: Begun): void {
  const blocks: Block[] = rest === '' ? [] : [{ kind: 'paragraph', words: rest }];
  sections.push({ name, heading, blocks });
}

/** "b) Cách thức thực hiện: …" or "Trình tự thực hiện" alone on its line. */
function headed(words: string): Begun | undefined {
  const bare = words.replace(/^\s*(?:[-–+*•]|\(?[\da-zđ]{1,3}(?:\.\d{1,2}){0,3}[.)])\s*/iu, '');
  const [line = ''] = bare.split('\n', 1);
  const colon = line.indexOf(':');
  const title = (colon === -1 ? line : line.slice(0, colon)).trim();
  const name = nameOf(title);
  if (name === undefined || title.length > 80) return undefined;
  // Without a colon only a line of its own is a heading: "lệ phí do tỉnh quyết định" is none.
  if (colon === -1 && fold(title).length > longest(title) + 40) return undefined;
  const rest = colon === -1 ? bare.slice(line.length) : bare.slice(colon + 1);
  return { name, heading: title, rest: rest.trim() };
}

/** A row whose first cell is a heading and whose second is its content. */
function headedRow(row: readonly string[]): Begun | undefined {
  const written = row.filter((cell) => cell.trim() !== '');
  const isNumbered = written.length > 2 && /^\(?[\dIVX]{1,4}[.)]?$/.test(written[0]!.trim());
  const filled = isNumbered ? written.slice(1) : written;
  const [title = '', ...content] = filled;
  if (filled.length !== 2 || title.length > 80) return undefined;
  const begun = headed(title.split(':', 1)[0]!);
  if (begun === undefined || begun.rest !== '' || headed(content[0]!) !== undefined)
    return undefined;
  return { ...begun, rest: content[0]!.trim() };
}

function nameOf(title: string): SectionName | undefined {
  const folded = fold(title).replace(/\s+/g, ' ').trim();
  return headings.find(([heading]) => folded.startsWith(heading))?.[1];
}

function longest(title: string): number {
  const folded = fold(title);
  return headings.find(([heading]) => folded.startsWith(heading))?.[0].length ?? 0;
}
