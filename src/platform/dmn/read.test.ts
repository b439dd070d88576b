import { describe, expect, it } from 'vitest';

import { compileDmn } from './compile.ts';
import { DmnFault } from './fault.ts';
import { decisionOf, literal, modelOf, tableOf } from './testing-model.ts';
import { readDmn } from './read.ts';

function faultOf(xml: string): DmnFault {
  try {
    compileDmn(readDmn(xml));
  } catch (error) {
    if (error instanceof DmnFault) return error;
    throw error;
  }
  throw new Error('no fault');
}

describe('reading a DMN file', () => {
  it.each([
    ['1.1', 'http://www.omg.org/spec/DMN/20151101/dmn.xsd'],
    ['1.2', 'http://www.omg.org/spec/DMN/20180521/MODEL/'],
    ['1.3', 'https://www.omg.org/spec/DMN/20191111/MODEL/'],
    ['1.4', 'https://www.omg.org/spec/DMN/20211108/MODEL/'],
    ['1.5', 'https://www.omg.org/spec/DMN/20230324/MODEL/'],
  ])('takes version %s', (_version, uri) => {
    const model = readDmn(modelOf(decisionOf(['x'], literal('x + 1')), 'urn:test', uri));
    expect(model.decisions.map(({ name }) => name)).toEqual(['result']);
    expect(model.inputs.map(({ name }) => name)).toEqual(['x']);
  });

  it('takes prefixes, comments and elements of other tools', () => {
    const xml = `<?xml version="1.0"?><!-- <x> --><d:definitions xmlns:d="https://www.omg.org/spec/DMN/20191111/MODEL/"
      xmlns:t="urn:tool" name="m" namespace="n"><d:extensionElements><t:decision name="no"/></d:extensionElements>
      <t:decision name="no"/><d:decision id="a" name="lệ phí"><d:literalExpression><d:text>1 &lt; 2</d:text>
      </d:literalExpression></d:decision></d:definitions>`;
    const compiled = compileDmn(readDmn(xml));
    expect(compiled.decisions).toEqual(['lệ phí']);
    expect(compiled.decide('lệ phí', {}).value).toBe(true);
  });

  it.each([
    [
      'a document type',
      '<!DOCTYPE x [<!ENTITY a "aaaa">]><definitions/>',
      'Không nhận tệp có khai báo DOCTYPE.',
    ],
    ['broken XML', '<definitions><a></definitions>', 'Tệp XML bị hỏng.'],
    ['an unclosed element', modelOf('<decision name="a"').slice(0, 150), 'Tệp XML bị hỏng.'],
    ['nothing', '<!-- không có gì -->', 'Tệp không có phần tử nào.'],
    ['an empty file', '', 'Tệp XML bị hỏng.'],
    [
      'another kind of file',
      '<html xmlns="http://www.w3.org/1999/xhtml"/>',
      'Tệp không phải là mô hình DMN.',
    ],
    ['deep nesting', '<a>'.repeat(500), 'Lồng nhau quá sâu.'],
    ['too many elements', `<a>${'<b/>'.repeat(100_001)}</a>`, 'Quá nhiều phần tử.'],
    ['too long a file', ' '.repeat(4_000_001), 'Tệp quá lớn.'],
    [
      'a crowd of decisions',
      modelOf('<decision id="a" name="a"/>'.repeat(2001)),
      'Mô hình có quá nhiều quyết định hoặc kiểu.',
    ],
    [
      'a script',
      modelOf(
        '<decision id="a" name="a"><literalExpression expressionLanguage="javascript"><text>1</text></literalExpression></decision>',
      ),
      'Không dùng ngôn ngữ “javascript”, chỉ dùng FEEL.',
    ],
  ])('refuses %s', (_what, xml, words) => {
    expect(faultOf(xml).words.vi).toBe(words);
  });

  it.each([
    [
      'an unknown hit policy',
      decisionOf([], '\n  <decisionTable hitPolicy="BEST"/>'),
      2,
      'Giá trị “BEST” của “hitPolicy” không hợp lệ.',
    ],
    [
      'a short rule',
      decisionOf(['x'], `\n\n${tableOf({ inputs: ['x'], outputs: ['y'], rules: [['1']] })}`),
      3,
      'Số ô của quy tắc khác số cột của bảng.',
    ],
    [
      'a misspelt name',
      decisionOf(['x'], `\n${literal('y + 1')}`),
      2,
      'Không có tên “y”. (dòng 1, cột 1 của biểu thức)',
    ],
    [
      'an unreadable cell',
      decisionOf(['x'], `\n${tableOf({ inputs: ['x'], outputs: ['y'], rules: [['< )', '1']] })}`),
      2,
      'Không hiểu biểu thức từ chỗ “)”. (dòng 1, cột 3 của biểu thức)',
    ],
    [
      'a missing requirement',
      '<decision id="a" name="a"><informationRequirement><requiredInput href="#b"/></informationRequirement></decision>',
      1,
      'Không tìm thấy phần tử “#b”.',
    ],
    [
      'an unknown type',
      '\n<decision id="a" name="a"><variable name="a" typeRef="tLạ"/></decision>',
      2,
      'Không có kiểu “tLạ”.',
    ],
    [
      'a missing import',
      '<import namespace="urn:other" name="khác" importType="urn:x"/>',
      1,
      'Thiếu mô hình được nhập “urn:other”.',
    ],
    [
      'a name that is there twice',
      '<inputData id="a" name="phí"/><inputData id="b" name=" phí "/>',
      1,
      'Tên “phí” bị trùng.',
    ],
    [
      'a Java function',
      '<businessKnowledgeModel id="a" name="a"><encapsulatedLogic kind="Java"><context/></encapsulatedLogic></businessKnowledgeModel>',
      1,
      'Không dùng được hàm ngoài FEEL.',
    ],
  ])('names the line of %s', (_what, content, line, words) => {
    const fault = faultOf(modelOf(content));
    expect(fault.words.vi).toBe(words);
    expect(fault.place.line).toBe(line);
  });
});
