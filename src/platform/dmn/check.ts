import { nameKey } from '#/platform/feel/embed.ts';
import { text } from '#/values/text.ts';
import type { Text } from '#/values/text.ts';

import { DmnFault } from './fault.ts';
import type { Boxed, DmnModel, Located } from './model.ts';

/** What is wrong with models as such, before any of their texts is compiled. */
export function check(models: readonly DmnModel[]): DmnFault[] {
  return [...missingImports(models), ...models.flatMap(sameNames), ...models.flatMap(wrongTables)];
}

function missingImports(models: readonly DmnModel[]): DmnFault[] {
  const given = new Set(models.map(({ namespace }) => namespace));
  return models
    .flatMap(({ imports }) => imports)
    .filter(({ namespace }) => !given.has(namespace))
    .map((one) =>
      fault(
        one,
        one.name === '' ? 'import' : one.name,
        text(
          `Thiếu mô hình được nhập “${one.namespace}”.`,
          `The imported model “${one.namespace}” is missing.`,
        ),
      ),
    );
}

function sameNames(model: DmnModel): DmnFault[] {
  const seen = new Set<string>();
  const named = [...model.inputs, ...model.decisions, ...model.knowledge, ...model.services];
  return named.flatMap((one) => {
    const key = nameKey(one.name);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return fault(
      one,
      one.name,
      text(`Tên “${one.name}” bị trùng.`, `The name “${one.name}” is there twice.`),
    );
  });
}

function wrongTables({ decisions, knowledge }: DmnModel): DmnFault[] {
  return [...decisions, ...knowledge].flatMap(({ name, logic }) => {
    const table = tableIn(logic);
    if (table?.aggregation === undefined || table.outputs.length === 1) return [];
    return fault(
      table,
      name,
      text(
        'Bảng nhiều cột kết quả không gộp được.',
        'A table of several outputs cannot be aggregated.',
      ),
    );
  });
}

function tableIn(logic: Boxed | undefined): Extract<Boxed, { is: 'table' }> | undefined {
  if (logic?.is === 'function') return tableIn(logic.body);
  return logic?.is === 'table' ? logic : undefined;
}

function fault({ line, column }: Located, element: string, words: Text): DmnFault {
  return new DmnFault(words, { element, line, column });
}
