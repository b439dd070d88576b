import { tidyName } from '#/platform/feel/embed.ts';
import { text } from '#/values/text.ts';

import { all, nameOf, one, placeOf, textIn, typeRef } from './element.ts';
import { DmnFault } from './fault.ts';
import type { Aggregation, HitPolicy, Table } from './model.ts';
import type { Element } from './xml.ts';

const hitPolicies: readonly HitPolicy[] = [
  'UNIQUE',
  'ANY',
  'FIRST',
  'PRIORITY',
  'RULE ORDER',
  'OUTPUT ORDER',
  'COLLECT',
];
const aggregations: readonly Aggregation[] = ['SUM', 'MIN', 'MAX', 'COUNT'];

export function readTable(element: Element): Table {
  const inputs = all(element, 'input').map((input) => {
    const expression = one(input, 'inputExpression');
    return {
      text: textIn(expression) ?? '',
      type: expression === undefined ? undefined : typeRef(expression),
      values: textIn(one(input, 'inputValues')),
      line: input.line,
      column: input.column,
    };
  });
  const outputs = all(element, 'output').map((output) => ({
    name: nameOf(output),
    type: typeRef(output),
    values: textIn(one(output, 'outputValues')),
    otherwise: textIn(one(output, 'defaultOutputEntry')),
    line: output.line,
    column: output.column,
  }));
  return {
    hitPolicy: choice(element, 'hitPolicy', hitPolicies) ?? 'UNIQUE',
    aggregation: choice(element, 'aggregation', aggregations),
    inputs,
    outputs,
    rules: all(element, 'rule').map((rule) => {
      const tests = all(rule, 'inputEntry').map((entry) => textIn(entry) ?? '');
      const results = all(rule, 'outputEntry').map((entry) => textIn(entry) ?? '');
      if (tests.length !== inputs.length || results.length !== outputs.length) {
        throw new DmnFault(
          text(
            'Số ô của quy tắc khác số cột của bảng.',
            'The rule has another number of cells than the table has columns.',
          ),
          placeOf(rule),
        );
      }
      const annotations = all(rule, 'annotationEntry').map((entry) => textIn(entry) ?? '');
      return { tests, results, annotations, line: rule.line, column: rule.column };
    }),
  };
}

function choice<Word extends string>(
  element: Element,
  attribute: string,
  words: readonly Word[],
): Word | undefined {
  const written = element.attributes[attribute];
  if (written === undefined) return undefined;
  const found = words.find((word) => word === tidyName(written));
  if (found !== undefined) return found;
  throw new DmnFault(
    text(
      `Giá trị “${written}” của “${attribute}” không hợp lệ.`,
      `“${written}” is no value of “${attribute}”.`,
    ),
    placeOf(element),
  );
}
