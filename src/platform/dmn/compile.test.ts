import { describe, expect, it } from 'vitest';

import { fromFeel, toFeel } from '#/platform/feel/index.ts';

import { compileDmn } from './compile.ts';
import { DmnFault } from './fault.ts';
import { decide, decisionOf, literal, modelOf, tableOf } from './testing-model.ts';
import { readDmn } from './read.ts';

const needs = (href: string) =>
  `<informationRequirement><requiredDecision href="#${href}"/></informationRequirement>`;
const knows = (href: string) =>
  `<knowledgeRequirement><requiredKnowledge href="#${href}"/></knowledgeRequirement>`;

function decision(id: string, requirements: string, logic: string): string {
  return `<decision id="${id}" name="${id}">${requirements}${logic}</decision>`;
}

function knowledge(
  id: string,
  parameters: readonly string[],
  requirements: string,
  logic: string,
): string {
  const formal = parameters.map((name) => `<formalParameter name="${name}"/>`).join('');
  return `<businessKnowledgeModel id="${id}" name="${id}"><encapsulatedLogic>${formal}${logic}</encapsulatedLogic>${requirements}</businessKnowledgeModel>`;
}

describe('decisions that need each other', () => {
  it('are computed once each and logged with the rules that matched', () => {
    const table = tableOf({ inputs: ['x'], outputs: ['y'], rules: [['> 0', 'x * 2']] });
    const content =
      decisionOf(['x'], table, 'double') +
      decision('a', needs('double'), literal('double + 1')) +
      decision('b', needs('double'), literal('double + 2')) +
      decision('result', needs('a') + needs('b'), literal('[a, b]'));
    expect(decide(content, { x: 5 })).toEqual({
      value: [11, 12],
      log: [{ decision: 'double', matched: [1] }],
    });
  });

  it('are refused when they go in a circle, and the circle is named', () => {
    const content =
      decision('a', needs('b'), literal('1')) + decision('b', needs('a'), literal('1'));
    expect(() => compileDmn(readDmn(modelOf(content)))).toThrow('a → b');
  });

  it('see only what they require', () => {
    const content = decisionOf(['x'], literal('x'), 'other') + decision('result', '', literal('x'));
    expect(() => decide(content, { x: 1 })).toThrow('There is no name “x”');
  });

  it('are found by name, however it is spaced, or by id; an unknown one is named', () => {
    const compiled = compileDmn(
      readDmn(
        modelOf(
          `<decision id="d1" name="Lệ phí"><variable name="Lệ phí"/>${literal('1')}</decision>`,
        ),
      ),
    );
    expect(fromFeel(compiled.decide('Lệ  phí', {}).value)).toBe(1);
    expect(fromFeel(compiled.decide('d1', {}).value)).toBe(1);
    expect(() => compiled.decide('Phí', {})).toThrow(DmnFault);
  });

  it('end when they would run forever', () => {
    expect(() => decide(decisionOf([], literal('for i in 1..1e9 return i')))).toThrow(
      'too many steps',
    );
  });
});

describe('knowledge models and decision services', () => {
  it('are functions, called by position, by name or by invocation', () => {
    const invocation = `<invocation>${literal('phí')}
      <binding><parameter name="giá"/>${literal('2000')}</binding>
      <binding><parameter name="bản"/>${literal('3')}</binding></invocation>`;
    const model = knowledge('phí', ['bản', 'giá'], '', literal('bản * giá'));
    expect(decide(model + decision('result', knows('phí'), literal('phí(3, 2000)'))).value).toBe(
      6000,
    );
    expect(
      decide(model + decision('result', knows('phí'), literal('phí(giá: 2000, bản: 3)'))).value,
    ).toBe(6000);
    expect(decide(model + decision('result', knows('phí'), invocation)).value).toBe(6000);
    expect(decide(model, { bản: 3, giá: 2000 }, 'phí').value).toBe(6000);
  });

  it('may call themselves, to a depth', () => {
    const factorial = (stop: string) =>
      knowledge('f', ['n'], knows('f'), literal(`if ${stop} then 1 else n * f(n - 1)`)) +
      decision('result', knows('f'), literal('f(5)'));
    expect(decide(factorial('n <= 1')).value).toBe(120);
    expect(() => decide(factorial('false'))).toThrow('nested too deeply');
  });

  it('a service computes its decisions from its parameters alone', () => {
    const content =
      decisionOf(['x'], literal('x + 1'), 'inner') +
      decision('outer', needs('inner'), literal('inner * 10')) +
      `<decisionService id="s" name="s"><outputDecision href="#outer"/><encapsulatedDecision href="#inner"/><inputData href="#x"/></decisionService>
       <decisionService id="t" name="t"><outputDecision href="#outer"/><inputDecision href="#inner"/></decisionService>` +
      decision('result', knows('s') + knows('t'), literal('[s(1), t(7), s(x: 2)]'));
    expect(decide(content, { x: 100 }).value).toEqual([20, 70, 30]);
  });
});

describe('imported models', () => {
  it('are used by their prefix: types, knowledge and decisions', () => {
    const common = modelOf(
      `<itemDefinition name="tPhí"><typeRef>number</typeRef></itemDefinition>
       ${knowledge('gấp đôi', ['n'], '', literal('n * 2'))}${decisionOf(['x'], literal('x + 1'), 'base')}`,
      'urn:common',
    );
    const main = modelOf(
      `<import name="chung" namespace="urn:common" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
       <decision id="result" name="result"><variable name="result" typeRef="chung.tPhí"/>
       <informationRequirement><requiredDecision href="urn:common#base"/></informationRequirement>
       <knowledgeRequirement><requiredKnowledge href="urn:common#gấp đôi"/></knowledgeRequirement>
       ${literal('chung.gấp đôi(chung.base)')}</decision>`,
      'urn:main',
    );
    const compiled = compileDmn(readDmn(main), { imports: [readDmn(common)] });
    expect(fromFeel(compiled.decide('result', toFeel({ x: 4 })).value)).toBe(10);
  });
});

describe('a tolerant compilation', () => {
  it('lists every fault and takes null in its place', () => {
    const content =
      decisionOf(['x'], literal('x + y')) +
      decision('b', '', literal('1 +')) +
      decision('c', '', literal('3'));
    const compiled = compileDmn(readDmn(modelOf(content)), { tolerant: true });
    expect(compiled.faults.map(({ place }) => place.element)).toEqual(['result', 'b']);
    expect(compiled.decide('b', {}).value).toBeNull();
    expect(fromFeel(compiled.decide('c', {}).value)).toBe(3);
  });
});
