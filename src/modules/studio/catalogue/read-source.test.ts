import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '#/values/day.ts';
import { checkBundle } from '#/modules/procedure/index.ts';
import { writeZip } from '../bundle/write-zip.ts';
import { examine } from './examine.ts';
import { htmlBlocks } from './html-blocks.ts';
import { isSource, readSource } from './read-source.ts';
import { dirtyRecord } from './samples/dirty-record.ts';
import { docxOf, docxWith } from './samples/docx-of.ts';
import { publishedSheet } from './samples/published-sheet.ts';
import { SourceFault } from './source-fault.ts';
import { artefactsOf } from './to-artefacts.ts';

const read = (value: unknown) => readSource(Buffer.from(JSON.stringify(value)));
const noProcess = { checkProcess: () => Promise.resolve([]) };

/** What was found, as `code place`. */
function found(value: unknown): string[] {
  const source = read(value);
  return [...source.findings, ...examine(source.record).findings].map(
    ({ code, place }) => `${code} ${place}`,
  );
}

describe('a record of the national portal', () => {
  test('is understood, and every doubt has its place', () => {
    const { record } = read(dirtyRecord());
    const { proposal } = examine(record);
    expect(proposal).toMatchObject({
      code: '1.099999',
      shortName: 'Cấp phép sử dụng tạm thời vỉa hè',
      slug: 'cap-phep-su-dung-tam-thoi-via-he',
      agencyLevel: 'COMMUNE',
      onlineLevel: 'FULL',
      channels: ['ONLINE', 'DIRECT'],
      qty: 10,
      unit: 'WORKING_DAY',
      fieldCode: 'G17-XD11',
      amount: 0,
    });
    expect(proposal.papers.map(({ name, group }) => [name, group])).toEqual([
      ['Đơn đề nghị cấp phép sử dụng vỉa hè', 'FORM'],
      ['Sơ đồ vị trí', 'SUBMIT'],
    ]);
    expect(proposal.conditions).toContain('Bản chụp phải rõ nét');
    expect(found(dirtyRecord())).toEqual(
      expect.arrayContaining([
        'unseen data.executionSteps[1].description',
        'deadline-number thời hạn giải quyết',
        'deadline-case thời hạn giải quyết',
        'fee-as-text phí, lệ phí',
        'no-copies giấy tờ 2',
        'duplicate giấy tờ 3',
        'note-as-paper giấy tờ 4',
        'note-as-paper giấy tờ 5',
        'no-sets số lượng hồ sơ',
      ]),
    );
  });

  test('makes a draft without faults', async () => {
    const { proposal } = examine(read(dirtyRecord()).record);
    const texts = artefactsOf(proposal, 'thu-tuc.json', day(2026, 7, 1));
    expect(await checkBundle(texts, noProcess)).toHaveProperty('bundle');
  });

  test.each([
    ['name', 'tên thủ tục'],
    ['executionSteps', 'trình tự thực hiện'],
    ['executionMethods', 'cách thức thực hiện'],
    ['executionCases', 'thành phần, số lượng hồ sơ'],
    ['subjectTypesDetails', 'đối tượng thực hiện'],
    ['unitGroupsExecuting', 'cơ quan thực hiện'],
  ])('without %s lacks the compulsory part “%s”', (key, part) => {
    const record = dirtyRecord();
    delete (record.data as Record<string, unknown>)[key];
    expect(found(record)).toContain(`part-missing ${part}`);
  });

  test('a time that only words tell is taken from them; one that nobody tells is asked for', () => {
    const record = dirtyRecord();
    record.data.cases = [];
    for (const method of record.data.executionMethods) method.processingTime = 0;
    expect(examine(read(record).record).proposal).toMatchObject({ qty: 5, unit: 'WORKING_DAY' });
    for (const method of record.data.executionMethods) method.description = '';
    expect(found(record)).toContain('deadline-none thời hạn giải quyết');
  });

  test('letters that were garbled, tags and unseen signs are found in any text', () => {
    const record = dirtyRecord();
    record.data.requirementsAndConditions = 'KhÃ´ng cáº£n trá»Ÿ <b>giao thông</b>\u200e';
    const at = 'data.requirementsAndConditions';
    expect(found(record)).toEqual(expect.arrayContaining([`garbled ${at}`, `markup ${at}`]));
  });

  test('marks written apart are composed, so that searches find the words', () => {
    const record = dirtyRecord();
    record.data.name = record.data.name.normalize('NFD');
    expect(read(record).record.name).toBe(dirtyRecord().data.name);
  });

  test('values of other kinds never stop the reading: they are named', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(dirtyRecord().data)),
        fc.jsonValue({ maxDepth: 4 }),
        (key, value) => {
          const record = dirtyRecord();
          (record.data as Record<string, unknown>)[key] = value;
          const { record: understood } = read(record);
          const { proposal } = examine(understood);
          expect(proposal.papers.length).toBeLessThanOrEqual(60);
        },
      ),
      { numRuns: 300 },
    );
    const record = dirtyRecord() as { data: Record<string, unknown> };
    record.data['executionMethods'] = 'ba cách';
    expect(found(record)).toContain('ill-typed data.executionMethods');
  });

  test('names of the machine are no facts', () => {
    const evil = JSON.stringify(dirtyRecord()).replace(
      '"note":""',
      '"__proto__":{"polluted":1},"constructor":1',
    );
    expect(readSource(Buffer.from(evil)).record.code).toBe('1.099999');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('two thousand papers are read in bounds and told', () => {
    const record = dirtyRecord();
    const [papers] = record.data.executionCases;
    papers!.profileComponents = Array.from({ length: 2_000 }, (_, no) => ({
      ...papers!.profileComponents[0]!,
      code: `C${no}`,
      name: `Giấy ${no}`,
    }));
    expect(found(record)).toContain('too-many data.executionCases[1].profileComponents');
    expect(examine(read(record).record).proposal.papers).toHaveLength(60);
  });
});

test('a list of facts is understood too: documents, deadline and fees beside each other', () => {
  const { record } = read({
    code: '1.099997',
    name: 'Thủ tục xác nhận',
    agencyLevel: 'COMMUNE',
    executingAgency: 'Ủy ban nhân dân cấp xã',
    field: { code: 'G15-TP07', name: 'Hộ tịch' },
    subjects: ['Công dân Việt Nam'],
    onlineLevel: 'FULL',
    steps: [{ name: 'Tiếp nhận', role: 'Một cửa' }],
    documents: [
      {
        code: 'A.1',
        name: 'Tờ khai',
        originals: 1,
        copies: 0,
        required: true,
        group: 'Mẫu kê khai',
      },
    ],
    deadline: { text: '03 ngày làm việc', qty: 3, unit: 'WORKING_DAY' },
    fees: [{ name: 'Lệ phí', amount: 10_000, unit: 'đồng/việc', channels: ['ALL'] }],
    results: [{ code: 'KQ.1', name: 'Giấy xác nhận' }],
    legalBases: [{ number: '60/2014/QH13', title: 'Luật Hộ tịch' }],
  });
  const { proposal, findings } = examine(record);
  expect(proposal).toMatchObject({ qty: 3, unit: 'WORKING_DAY', amount: 10_000 });
  expect(findings.map(({ code }) => code)).toEqual(['no-sets']);
});

describe('a Word file', () => {
  test('with the headings and tables of the portal is understood', async () => {
    const { record } = readSource(docxOf(publishedSheet));
    expect(record).toMatchObject({
      code: '2.099998',
      name: 'Cấp bản sao trích lục hộ tịch',
      decision: '99/QĐ-BTP',
      level: 'COMMUNE',
      sets: 1,
      subjects: ['Công dân Việt Nam', 'Người nước ngoài'],
      agency: 'Ủy ban nhân dân cấp xã',
      conditions: [],
    });
    expect(record.legalBases.map(({ number }) => number)).toEqual([
      '60/2014/QH13',
      '123/2015/NĐ-CP',
    ]);
    const { proposal } = examine(record);
    expect(proposal).toMatchObject({
      channels: ['ONLINE', 'DIRECT', 'POSTAL'],
      qty: 1,
      unit: 'WORKING_DAY',
      cutoff: '15:00',
      amount: 8_000,
    });
    expect(proposal.papers.map(({ name }) => name)).toEqual([
      'Đơn đề nghị cấp bản sao trích lục theo mẫu',
      'Văn bản ủy quyền',
    ]);
    const texts = artefactsOf(proposal, 'a.docx', day(2026, 7, 1));
    expect(await checkBundle(texts, noProcess)).toHaveProperty('bundle');
  });

  test('with the lettered headings of a decision is understood', () => {
    const { record } = readSource(
      docxOf(
        [
          '1. Thủ tục đăng ký giám hộ',
          'a) Trình tự thực hiện:\n- Nộp hồ sơ.\n- Nhận kết quả.',
          'b) Cách thức thực hiện: nộp trực tiếp hoặc trực tuyến.',
          'c) Thành phần, số lượng hồ sơ:\nThành phần hồ sơ:\n- Tờ khai đăng ký giám hộ (01 bản chính);\n- Văn bản cử người giám hộ (01 bản chính, 02 bản sao).\nSố lượng hồ sơ: 01 bộ.',
          'd) Thời hạn giải quyết: 03 ngày làm việc.',
          'đ) Đối tượng thực hiện: Cá nhân',
          'e) Cơ quan giải quyết: Ủy ban nhân dân cấp xã',
          'g) Kết quả thực hiện: Trích lục đăng ký giám hộ',
          'h) Lệ phí: Không',
          'k) Yêu cầu, điều kiện: Không có',
          'l) Căn cứ pháp lý: Luật Hộ tịch số 60/2014/QH13',
        ]
          .flatMap((words) => words.split('\n'))
          .map((words) => ({ kind: 'paragraph', words })),
      ),
    );
    const { proposal, findings } = examine(record);
    expect(proposal).toMatchObject({
      name: 'Thủ tục đăng ký giám hộ',
      channels: ['ONLINE', 'DIRECT'],
      qty: 3,
      amount: 0,
      sets: 1,
    });
    expect(proposal.papers.map(({ originals, copies }) => [originals, copies])).toEqual([
      [1, 0],
      [1, 2],
    ]);
    expect(findings.filter(({ code }) => code === 'part-missing')).toEqual([]);
  });

  test('loses nothing: what fits nowhere is kept beside the conditions', () => {
    const { record } = readSource(
      docxOf([...publishedSheet, { kind: 'paragraph', words: 'Từ khóa: trích lục, hộ tịch' }]),
    );
    expect(examine(record).proposal.conditions.join('\n')).toContain('trích lục, hộ tịch');
  });

  const body = (xml: string) =>
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${xml}</w:body></w:document>`;

  test.each([
    ['a bomb', docxWith(body('<w:p/>'.repeat(400_000)))],
    ['a nest without end', docxWith(body('<w:tbl>'.repeat(5_000)))],
    ['entities', docxWith(`<!DOCTYPE a [<!ENTITY b "b">]>${body('&b;')}`)],
    ['no XML', docxWith('xin chào')],
    ['an empty text', docxWith(body(''))],
    ['a cut archive', docxOf(publishedSheet).subarray(0, -30)],
    [
      'two texts',
      writeZip(
        ['word/document.xml', 'word/document.xml'].map((name) => ({ name, text: body('') })),
      ),
    ],
  ])('%s is refused in words, in bounded time', (_what, bytes) => {
    const began = performance.now();
    expect(isSource(bytes)).toBe(true);
    expect(() => readSource(bytes)).toThrow(SourceFault);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test('bytes that were turned never crash the reader', () => {
    const docx = docxOf(publishedSheet);
    fc.assert(
      fc.property(fc.nat(docx.length - 1), fc.nat(255), (at, byte) => {
        const broken = Buffer.from(docx);
        broken[at] = byte;
        try {
          if (isSource(broken)) examine(readSource(broken).record);
        } catch (error) {
          expect(error).toBeInstanceOf(SourceFault);
        }
      }),
      { numRuns: 300 },
    );
  });
});

test.each([
  ['{"data": {"code": "1.1",\n "name": }', 'dòng 2'],
  ['{"a": 1}', 'không có thủ tục'],
  [`[${'{},'.repeat(3)}{}]`, '4 thủ tục'],
])('%s is refused with the place named', (json, told) => {
  let words = '';
  try {
    readSource(Buffer.from(json));
  } catch (error) {
    words = (error as SourceFault).words.vi;
  }
  expect(words).toContain(told);
});

test('JSON in UTF-16, as some programs save it, is read; bytes of another code are refused', () => {
  const json = JSON.stringify(dirtyRecord());
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(json, 'utf16le')]);
  expect(readSource(wide).record.code).toBe('1.099999');
  const latin = Buffer.from('{"name": "H\u00f4"}', 'latin1');
  expect(() => readSource(latin)).toThrow(SourceFault);
});

describe('a page of HTML', () => {
  const escaped = (words: string) =>
    words
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('à', '&agrave;')
      .replaceAll('\n', '<br>');
  const body = publishedSheet
    .map((block) =>
      block.kind === 'paragraph'
        ? `<p>${escaped(block.words)}`
        : `<table><tbody>${block.rows
            .map((row) => `<tr>${row.map((cell) => `<td><b>${escaped(cell)}</b>`).join('')}`)
            .join('')}</table>`,
    )
    .join('\n');
  const page = (inside: string) =>
    Buffer.from(
      `<!DOCTYPE html><html><head><title>Cổng</title><style>p{}</style></head><body>${inside}</body></html>`,
    );

  test('is read as the same words in a Word file are', () => {
    const { kind, record } = readSource(
      page(`<script>alert("<p>Lệ phí")</script><!-- <p>x -->${body}`),
    );
    expect(kind).toBe('HTML');
    expect(record).toEqual(readSource(docxOf(publishedSheet)).record);
  });

  test('a table in a table, and what stands between, stays in its cell', () => {
    const blocks = htmlBlocks(
      page('<table><tr><td>a<table><tr><td>b<td>c</table>d<td>e</table><div>f<br>g</div>'),
    );
    expect(blocks).toEqual([
      { kind: 'table', rows: [['a\nb\nc\nd', 'e']] },
      { kind: 'paragraph', words: 'f' },
      { kind: 'paragraph', words: 'g' },
    ]);
  });

  test.each([
    ['nested 200,000 deep', '<div>'.repeat(200_000)],
    ['of tables in tables', '<table><tr><td>'.repeat(60_000)],
    ['of tags that never end', '<p '.repeat(300_000)],
    ['of quotes that never end', '<p a="'.repeat(200_000)],
    ['of both kinds of quotes', '<p "\'<p \'a"'.repeat(120_000)],
    ['of ends that close nothing', '</table></td>'.repeat(120_000)],
    ['of comments that never end', '<!--'.repeat(300_000)],
    ['of letters without meaning', '&#xd800;&zzz;&'.repeat(90_000)],
  ])('%s is refused or read soon', (_, hostile) => {
    const start = performance.now();
    for (const bytes of [page(hostile), Buffer.from(`<html>${hostile}`)]) {
      try {
        readSource(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(SourceFault);
      }
    }
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test('that is too large, or in letters that it does not say, is refused in words', () => {
    expect(() => readSource(page('x'.repeat(2_000_001)))).toThrow(SourceFault);
    expect(() => readSource(Buffer.concat([page(''), Buffer.from([0xff, 0xfe, 0xe0])]))).toThrow(
      SourceFault,
    );
  });
});
