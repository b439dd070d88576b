import { fold } from '#/values/fold.ts';
import { clean, withoutBullet } from './clean.ts';
import type { Block } from './docx-blocks.ts';
import { durationsIn } from './durations.ts';
import type { Finding } from './finding.ts';
import { dongIn } from './money-words.ts';
import {
  emptyRecord,
  type CatalogueRecord,
  type Channel,
  type RecordMethod,
  type RecordPaper,
} from './record.ts';
import { sectionsOf, type Section, type SectionName } from './section.ts';

/** The record that a Word file tells: by the headings of decisions and of the national portal, and by their tables. */
export function readSheet(blocks: readonly Block[], findings: Finding[]): CatalogueRecord {
  const sections = sectionsOf(blocks).map((section) => cleaned(section, findings));
  const of = (name: SectionName) => sections.filter((section) => section.name === name);
  const lines = (name: SectionName) => of(name).flatMap(linesOf);
  const words = (name: SectionName) => lines(name).join('\n');
  const field = words('field');
  return {
    ...emptyRecord,
    code: words('code').split('\n', 1)[0] ?? '',
    name: words('name') || titleOf(of('other')),
    decision: words('decision'),
    field: { code: '', name: field },
    agency: lines('agency').map(withoutBullet).join('; '),
    level: levelOf(`${words('level')} ${words('agency')}`),
    online: /toàn trình/i.test(wordsOfAll(sections)) ? 'FULL' : null,
    steps: words('steps'),
    methods: of('methods').flatMap(({ blocks: found }) => found.flatMap(methodsIn)),
    deadlineWords: words('deadline'),
    feeWords: words('fees'),
    sets: setsIn(`${words('sets')}\n${words('papers')}`),
    papers: of('papers').flatMap(papersIn),
    subjects: lines('subjects')
      .flatMap((line) => line.split(/[;,]/))
      .map(withoutBullet)
      .filter(Boolean),
    results: lines('results')
      .flatMap((line) => line.split(';'))
      .map(withoutBullet)
      .filter(Boolean)
      .map((name) => ({ code: '', name })),
    legalBases: of('bases').flatMap(({ blocks: found }) => found.flatMap(basesIn)),
    conditions: lines('conditions')
      .map(withoutBullet)
      .filter((line) => !/^không( có)?$/i.test(line) && line !== ''),
    leftovers: of('other').flatMap(leftoversOf),
  };
}

function cleaned(section: Section, findings: Finding[]): Section {
  const place = section.heading || 'đầu tệp';
  const tidy = (words: string) => clean(words, place, findings);
  return {
    ...section,
    blocks: section.blocks.map((block) =>
      block.kind === 'paragraph'
        ? { ...block, words: tidy(block.words) }
        : { ...block, rows: block.rows.map((row) => row.map(tidy)) },
    ),
  };
}

function linesOf({ blocks }: Section): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? block.words.split('\n')
      : block.rows.map((row) => row.filter(Boolean).join(' – ')),
  );
}

function wordsOfAll(sections: readonly Section[]): string {
  return sections.flatMap(linesOf).join('\n');
}

/** "1. Thủ tục đăng ký khai sinh" above the first heading. */
function titleOf(sections: readonly Section[]): string {
  const titles = sections.filter(({ heading }) => heading === '').flatMap(linesOf);
  const title = titles.find((line) => /^(?:[\dIVX]+[.)]\s*)*thủ tục\s+\S/i.test(line));
  return title?.replace(/^(?:[\dIVX]+[.)]\s*)+/i, '') ?? '';
}

function leftoversOf(section: Section): string[] {
  const found = linesOf(section).join('\n').trim();
  if (found === '') return [];
  return [section.heading === '' ? found : `${section.heading}: ${found}`];
}

function levelOf(words: string): CatalogueRecord['level'] {
  if (/công an/i.test(words)) return 'COMMUNE_POLICE';
  if (/cơ quan thuế|chi cục thuế/i.test(words)) return 'TAX';
  if (/cấp xã|phường|đặc khu/i.test(words)) return 'COMMUNE';
  return /cấp tỉnh|sở /i.test(words) ? 'PROVINCE' : null;
}

/** The columns of a table by what their heads say; undefined when none is known. */
function columnsOf(head: readonly string[], known: Readonly<Record<string, RegExp>>) {
  const folded = head.map((cell) => fold(cell));
  const found = Object.entries(known).map(
    ([name, pattern]) => [name, folded.findIndex((cell) => pattern.test(cell))] as const,
  );
  return found.some(([, at]) => at >= 0) ? new Map(found) : undefined;
}

function methodsIn(block: Block): RecordMethod[] {
  if (block.kind === 'paragraph') return block.words.split('\n').flatMap(methodInWords);
  const [head = [], ...rows] = block.rows;
  const columns = columnsOf(head, {
    channel: /hinh thuc|cach thuc/,
    time: /thoi han|thoi gian/,
    fee: /phi/,
    words: /mo ta/,
  });
  if (columns === undefined) return block.rows.map((row) => row.join(' – ')).flatMap(methodInWords);
  const cell = (row: readonly string[], name: string) => row[columns.get(name) ?? -1] ?? '';
  return rows.map((row) => {
    const time = cell(row, 'time');
    const [duration] = durationsIn(time);
    const fee = cell(row, 'fee');
    return {
      channel: channelIn(cell(row, 'channel')),
      qty: duration?.qty ?? null,
      unit: duration?.unit ?? null,
      words: [time, cell(row, 'words')].filter(Boolean).join('. '),
      fees: fee === '' ? [] : [{ amount: dongIn(fee), words: fee }],
    };
  });
}

function methodInWords(line: string): RecordMethod[] {
  const channels = (['ONLINE', 'DIRECT', 'POSTAL'] as const).filter((one) =>
    patterns[one].test(line),
  );
  return channels.map((channel) => ({ channel, qty: null, unit: null, words: line, fees: [] }));
}

const patterns: Readonly<Record<Channel, RegExp>> = {
  ONLINE: /trực tuyến|cổng dịch vụ công/i,
  DIRECT: /trực tiếp/i,
  POSTAL: /bưu chính|bưu điện/i,
};

function channelIn(words: string): Channel | null {
  return (['ONLINE', 'POSTAL', 'DIRECT'] as const).find((one) => patterns[one].test(words)) ?? null;
}

function setsIn(words: string): number | null {
  const [, count] = /(\d{1,2})\s*(?:\([^()]{1,20}\)\s*)?bộ/i.exec(words) ?? [];
  return count === undefined ? null : Number(count);
}

/** Papers of tables by their columns; of plain text each line that is a bullet. */
function papersIn({ blocks }: Section): RecordPaper[] {
  let heading = '';
  return blocks.flatMap((block): RecordPaper[] => {
    if (block.kind === 'table') return papersOfTable(block.rows, heading);
    return block.words.split('\n').flatMap((line) => {
      if (/:\s*$/.test(line)) heading = line.replace(/:\s*$/, '');
      const isBullet = /^\s*(?:[-–+*•]|\(?[\da-zđ]{1,2}[.)])\s*\S/iu.test(line);
      if (
        !isBullet ||
        /:\s*$/.test(line) ||
        /số lượng hồ sơ|^\W*\d+\s*(\([^)]*\)\s*)?bộ\b/i.test(line)
      )
        return [];
      return [{ ...noPaper, ...copiesIn(line), name: withoutBullet(line), heading }];
    });
  });
}

const noPaper = { code: '', required: null, originals: null, copies: null } as const;

function papersOfTable(rows: readonly (readonly string[])[], heading: string): RecordPaper[] {
  const [head = [], ...others] = rows;
  const columns = columnsOf(head, {
    name: /ten giay to|giay to|thanh phan/,
    code: /^ma( |$)/,
    originals: /ban chinh/,
    copies: /ban sao|ban photo/,
    count: /so luong/,
  });
  const name = columns?.get('name') ?? -1;
  const list = name >= 0 ? others : rows;
  return list.flatMap((row) => {
    const found = (name >= 0 ? row[name] : row.toSorted((a, b) => b.length - a.length)[0]) ?? '';
    const bare = withoutBullet(found);
    if (bare === '') return [];
    const cell = (column: string) => row[columns?.get(column) ?? -1] ?? '';
    const counted = copiesIn(cell('count'));
    return [
      {
        ...noPaper,
        code: cell('code'),
        name: bare,
        originals: numberIn(cell('originals')) ?? counted.originals,
        copies: numberIn(cell('copies')) ?? counted.copies,
        heading,
      },
    ];
  });
}

function numberIn(words: string): number | null {
  const [, count] = /^\s*0?(\d{1,2})\b/.exec(words) ?? [];
  return count === undefined ? null : Number(count);
}

/** "Bản chính: 1, Bản sao: 0", "01 bản chính", "02 bản sao". */
function copiesIn(words: string): { originals: number | null; copies: number | null } {
  const count = (kind: string) => {
    const found =
      new RegExp(`bản ${kind}\\s*:\\s*(\\d{1,2})`, 'i').exec(words) ??
      new RegExp(`(\\d{1,2})\\s*(?:\\([^()]{1,20}\\)\\s*)?bản ${kind}`, 'i').exec(words);
    return found === null ? null : Number(found[1]);
  };
  const [originals, copies] = [count('chính'), count('sao')];
  if (originals === null && copies === null) return { originals, copies };
  return { originals: originals ?? 0, copies: copies ?? 0 };
}

const number = /\d{1,4}(?:\.\d{1,2})?\/\d{4}\/[A-ZĐ][A-ZĐa-z0-9-]{1,20}/u;

function basesIn(block: Block): { number: string; title: string }[] {
  const lines =
    block.kind === 'paragraph' ? block.words.split('\n') : block.rows.map((row) => row.join(' '));
  return lines.flatMap((line) => {
    const [found] = number.exec(line) ?? [];
    if (found === undefined) return [];
    const title = withoutBullet(line.replace(found, '').replace(/\s+số\s+(?=ngày|của|\s|$)/i, ' '));
    return [{ number: found, title: title === '' ? found : title }];
  });
}
