import { text } from '#/values/text.ts';
import { faultPlace } from '../text/json-place.ts';
import { isTooDeep, readJson } from '../text/read-json.ts';
import { docxBlocks, isDocx } from './docx-blocks.ts';
import { finding, type Finding } from './finding.ts';
import { htmlBlocks, isHtml } from './html-blocks.ts';
import { Look } from './look.ts';
import { readFacts } from './read-facts.ts';
import { readNational } from './read-national.ts';
import { readSheet } from './read-sheet.ts';
import type { CatalogueRecord } from './record.ts';
import { SourceFault } from './source-fault.ts';

/** What a file of the catalogue told. */
export interface Source {
  readonly kind: 'JSON' | 'DOCX' | 'HTML';
  readonly record: CatalogueRecord;
  readonly findings: readonly Finding[];
}

const mostJson = 2_000_000;

const words = {
  tooLarge: text(
    'Tệp JSON lớn hơn 2 MB; mỗi tệp chỉ một thủ tục',
    'The JSON file is larger than 2 MB; one procedure for each file',
  ),
  noText: text(
    'Tệp JSON không phải văn bản UTF-8 hoặc UTF-16',
    'The JSON file is no UTF-8 or UTF-16 text',
  ),
  noJson: (place: string) => text(`Tệp JSON bị hỏng: ${place}`, `The JSON is broken: ${place}`),
  noRecord: text(
    'Tệp JSON không có thủ tục nào: cần có mã (code) và tên (name)',
    'The JSON holds no procedure: it needs a code and a name',
  ),
  several: (count: number) =>
    text(
      `Tệp có ${count} thủ tục; mỗi lần chỉ nhập một`,
      `The file holds ${count} procedures; import one at a time`,
    ),
  nothing: text(
    'Không tìm thấy phần nào của thủ tục trong tệp: cần các đề mục như “Trình tự thực hiện”, “Thành phần hồ sơ”',
    'No part of a procedure was found in the file: it needs headings such as “Trình tự thực hiện”',
  ),
} as const;

/** Whether a file may be of the catalogue: a Word file, a page of HTML, or JSON. */
export function isSource(bytes: Buffer): boolean {
  return isDocx(bytes) || isHtml(bytes) || isJson(bytes);
}

/** Reads a file of the catalogue as far as it can be understood. @throws SourceFault in words when it cannot at all */
export function readSource(bytes: Buffer): Source {
  const findings: Finding[] = [];
  const kind = isDocx(bytes) ? 'DOCX' : isHtml(bytes) ? 'HTML' : 'JSON';
  if (kind !== 'JSON') {
    const record = readSheet(kind === 'DOCX' ? docxBlocks(bytes) : htmlBlocks(bytes), findings);
    if (record.steps === '' && record.papers.length === 0) throw new SourceFault(words.nothing);
    return { kind, record, findings: gathered(findings) };
  }
  const at = new Look(procedureIn(jsonOf(bytes)), '', findings);
  const isNational = at.has('data') || at.has('executionMethods') || at.has('executionSteps');
  const record = isNational ? readNational(at) : readFacts(at);
  if (record.code === '' && record.name === '') throw new SourceFault(words.noRecord);
  return { kind, record, findings: gathered(findings) };
}

/** What was mended without anybody's help is told once for the whole file. */
function gathered(findings: readonly Finding[]): Finding[] {
  const mended = findings.filter(({ code }) => code === 'unseen');
  const [first] = mended;
  if (first === undefined) return [...findings];
  const count = mended.reduce((sum, { facts }) => sum + Number(facts['count']), 0);
  const place =
    mended.length === 1 ? first.place : `${first.place} và ${mended.length - 1} chỗ khác`;
  return [...findings.filter(({ code }) => code !== 'unseen'), finding('unseen', place, { count })];
}

function isJson(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 64).toString('latin1');
  const sign = /[!-~]/.exec(start)?.[0];
  return sign === '{' || sign === '[';
}

function jsonOf(bytes: Buffer): unknown {
  if (bytes.length > mostJson) throw new SourceFault(words.tooLarge);
  const written = decoded(bytes);
  try {
    return readJson(written);
  } catch (error) {
    throw new SourceFault(words.noJson(placeOf(error, written)));
  }
}

function decoded(bytes: Buffer): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(wide, { fatal: true }).decode(bytes);
  } catch {
    throw new SourceFault(words.noText);
  }
}

function placeOf(error: unknown, written: string): string {
  if (isTooDeep(written)) return 'các nhóm lồng nhau quá sâu';
  const place =
    error instanceof SyntaxError ? faultPlace(written.replace(/^\ufeff/, '')) : undefined;
  return place === undefined ? 'tệp bị cắt giữa chừng' : `dòng ${place.line}, cột ${place.column}`;
}

function procedureIn(value: unknown): unknown {
  const list = Array.isArray(value) ? value : listIn(value);
  if (list === undefined) return value;
  if (list.length !== 1) throw new SourceFault(words.several(list.length));
  return list[0];
}

function listIn(value: unknown): unknown[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { procedures, data } = value as { procedures?: unknown; data?: unknown };
  return [procedures, data].find((one) => Array.isArray(one)) as unknown[] | undefined;
}
