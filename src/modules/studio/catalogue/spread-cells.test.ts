import { describe, expect, test } from 'vitest';
import { docxBlocks, type Block } from './docx-blocks.ts';
import { htmlBlocks } from './html-blocks.ts';
import { docxWith } from './samples/docx-of.ts';

const html = (table: string) =>
  htmlBlocks(Buffer.from(`<html><meta charset="utf-8"><table>${table}</table>`));

const cell = (words: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:tc>`;
const docx = (...rows: readonly string[]) =>
  docxBlocks(
    docxWith(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:tbl>${rows
        .map((row) => `<w:tr>${row}</w:tr>`)
        .join('')}</w:tbl></w:body></w:document>`,
    ),
  );

/** Two cases, the first with two papers; a note over all columns. */
const rows = [
  ['Trường hợp', 'Giấy tờ', 'Số bản'],
  ['Cấp mới', 'Đơn', '1'],
  ['Cấp mới', 'Bản vẽ', '2'],
  ['Gia hạn', 'Đơn', '1'],
  ['Ghi chú chung', '', ''],
];

describe('merged cells of an imported table', () => {
  test('of a page of HTML are said in every row that they cover', () => {
    const table = `<tr><th>Trường hợp<th>Giấy tờ<th>Số bản
      <tr><td rowspan="2">Cấp mới</td><td>Đơn</td><td>1</td></tr>
      <tr><td>Bản vẽ</td><td>2</td></tr><tr><td>Gia hạn<td>Đơn<td>1
      <tr><td COLSPAN=3>Ghi chú chung`;
    expect(html(table)).toEqual([{ kind: 'table', rows }]);
  });

  test('of a Word file as well', () => {
    const found = docx(
      cell('Trường hợp') + cell('Giấy tờ') + cell('Số bản'),
      cell('Cấp mới', '<w:vMerge w:val="restart"/>') + cell('Đơn') + cell('1'),
      cell('', '<w:vMerge/>') + cell('Bản vẽ') + cell('2'),
      cell('Gia hạn') + cell('Đơn') + cell('1'),
      cell('Ghi chú chung', '<w:gridSpan w:val="3"/>'),
    );
    expect(found).toEqual([{ kind: 'table', rows }]);
  });

  test('that cover a column in the middle push nothing aside', () => {
    const table =
      '<tr><td>a<td rowspan=3>b<td>c<tr><td>d<td>e<tr><td colspan=1>f<td>g<tr><td>h<td>i<td>j';
    expect(html(table)).toEqual([
      {
        kind: 'table',
        rows: [
          ['a', 'b', 'c'],
          ['d', 'b', 'e'],
          ['f', 'b', 'g'],
          ['h', 'i', 'j'],
        ],
      },
    ]);
  });

  test('that claim thousands of columns and rows are cut', () => {
    const [table] = html('<tr><td colspan=9999 rowspan=9999>x' + '<tr>'.repeat(20) + '<td>y');
    expect(table).toMatchObject({ kind: 'table' });
    const widest = Math.max(
      ...(table as Extract<Block, { kind: 'table' }>).rows.map((row) => row.length),
    );
    expect(widest).toBeLessThan(130);
  });
});
