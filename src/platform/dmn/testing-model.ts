import type { FeelValue } from '#/platform/feel/index.ts';
import { fromFeel, toFeel } from '#/platform/feel/index.ts';

import { compileDmn } from './compile.ts';
import { readDmn } from './read.ts';

const NAMESPACE = 'https://www.omg.org/spec/DMN/20230324/MODEL/';

/** For tests: the text of a model with that content. */
export function modelOf(content: string, namespace = 'urn:test', uri = NAMESPACE): string {
  return `<definitions xmlns="${uri}" xmlns:feel="urn:feel" name="test" namespace="${namespace}">${content}</definitions>`;
}

/** For tests: a decision with input data, whose logic is given; the inputs are named by their ids. */
export function decisionOf(inputs: readonly string[], logic: string, name = 'result'): string {
  const data = inputs.map((one) => `<inputData id="${one}" name="${one}"/>`).join('');
  const needs = inputs
    .map(
      (one) => `<informationRequirement><requiredInput href="#${one}"/></informationRequirement>`,
    )
    .join('');
  return `${data}<decision id="${name}" name="${name}">${needs}${logic}</decision>`;
}

export function literal(text: string): string {
  return `<literalExpression><text><![CDATA[${text}]]></text></literalExpression>`;
}

export interface TestTable {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly rules: readonly (readonly string[])[];
  /** Attributes of the table, as hitPolicy="FIRST". */
  readonly policy?: string;
  /** Content of each output, as its values or default. */
  readonly outputContent?: readonly string[];
  readonly inputContent?: readonly string[];
}

/** For tests: a decision table; a rule is its cells from left to right. */
export function tableOf({
  inputs,
  outputs,
  rules,
  policy = '',
  outputContent = [],
  inputContent = [],
}: TestTable): string {
  const cell = (tag: string) => (text: string) =>
    `<${tag}><text><![CDATA[${text}]]></text></${tag}>`;
  const columns = inputs.map(
    (text, index) => `<input>${cell('inputExpression')(text)}${inputContent[index] ?? ''}</input>`,
  );
  const results = outputs.map(
    (name, index) => `<output name="${name}">${outputContent[index] ?? ''}</output>`,
  );
  const rows = rules.map((cells) => {
    const tests = cells.slice(0, inputs.length).map(cell('inputEntry'));
    return `<rule>${[...tests, ...cells.slice(inputs.length).map(cell('outputEntry'))].join('')}</rule>`;
  });
  return `<decisionTable ${policy}>${[...columns, ...results, ...rows].join('')}</decisionTable>`;
}

/** For tests: the value of a decision as JSON, and the log. */
export function decide(
  content: string,
  facts: Record<string, unknown> = {},
  name = 'result',
): { value: unknown; log: { decision: string; matched: number[] }[] } {
  const { value, log } = compileDmn(readDmn(modelOf(content))).decide(name, toFeel(facts));
  return { value: fromFeel(value as FeelValue), log };
}
