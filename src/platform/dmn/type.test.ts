import { describe, expect, it } from 'vitest';

import { decide, literal } from './testing-model.ts';

const types = `
  <itemDefinition name="tTuổi"><typeRef>number</typeRef><allowedValues><text>[0..130]</text></allowedValues></itemDefinition>
  <itemDefinition name="tNgười"><itemComponent name="họ tên"><typeRef>string</typeRef></itemComponent>
    <itemComponent name="tuổi"><typeRef>tTuổi</typeRef></itemComponent></itemDefinition>
  <itemDefinition name="tHộ" isCollection="true"><typeRef>tNgười</typeRef></itemDefinition>
  <itemDefinition name="tÍtNgười" isCollection="true"><typeRef>number</typeRef><typeConstraint><text>count(?) &lt; 3</text></typeConstraint></itemDefinition>
  <itemDefinition name="tHàm"><functionItem outputTypeRef="number"><parameters name="x" typeRef="number"/></functionItem></itemDefinition>`;

function typed(type: string, text = 'x', facts: Record<string, unknown> = {}): unknown {
  const content = `${types}<inputData id="x" name="x"><variable name="x"/></inputData>
    <decision id="result" name="result"><variable name="result" typeRef="${type}"/>
    <informationRequirement><requiredInput href="#x"/></informationRequirement>${literal(text)}</decision>`;
  return decide(content, facts).value;
}

describe('a result is of its declared type or null', () => {
  it.each([
    ['number', 5, 5],
    ['feel:number', 5, 5],
    ['string', 5, null],
    ['string', ['a'], 'a'],
    ['string', ['a', 'b'], null],
    ['tTuổi', 30, 30],
    ['tTuổi', 131, null],
    ['tNgười', { 'họ tên': 'An', tuổi: 9 }, { 'họ tên': 'An', tuổi: 9 }],
    ['tNgười', { 'họ tên': 'An', tuổi: 200 }, null],
    ['tNgười', { 'họ tên': 'An' }, null],
    ['tHộ', { 'họ tên': 'An', tuổi: 9 }, [{ 'họ tên': 'An', tuổi: 9 }]],
    ['tHộ', [], []],
    ['tÍtNgười', [1, 2], [1, 2]],
    ['tÍtNgười', [1, 2, 3], null],
    ['Any', { a: 1 }, { a: 1 }],
  ])('%s of %j is %j', (type, given, value) => {
    expect(typed(type, 'x', { x: given })).toEqual(value);
  });

  it('makes midnight UTC of a date where a date and time is declared', () => {
    expect(typed('date and time', 'date("2026-07-15")')).toBe('2026-07-15T00:00:00Z');
    expect(typed('dateTime', 'date("2026-07-15")')).toBe('2026-07-15T00:00:00Z');
  });

  it('lets paths use members with signs in their names, when the type tells them', () => {
    const content = `<itemDefinition name="tPhí"><itemComponent name="mức - gốc"><typeRef>number</typeRef></itemComponent></itemDefinition>
      <inputData id="p" name="phí"><variable name="phí" typeRef="tPhí"/></inputData>
      <decision id="result" name="result"><informationRequirement><requiredInput href="#p"/></informationRequirement>${literal('phí.mức - gốc + 1')}</decision>`;
    expect(decide(content, { phí: { 'mức - gốc': 4 } }).value).toBe(5);
  });
});
