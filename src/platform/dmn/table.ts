import { coerce, stepIn, testIn, testsIn } from '#/platform/feel/embed.ts';
import type { FeelType, Frame, Step, Surroundings, Test } from '#/platform/feel/embed.ts';
import type { FeelValue } from '#/platform/feel/index.ts';

import { choose, resultOf } from './hit-policy.ts';
import type { Output } from './hit-policy.ts';
import type { Rule, Table, TableInput, TableOutput } from './model.ts';
import { typeOf } from './owner.ts';
import type { Owner } from './owner.ts';
import { noteMatches } from './record.ts';

interface Column {
  readonly step: Step;
  readonly type: FeelType | undefined;
  readonly allowed: Test | undefined;
}

/** A rule: its tests that test anything, each with the column it belongs to, and its results. */
interface Row {
  readonly tests: readonly { readonly column: number; readonly holds: Test }[];
  readonly results: readonly Step[];
}

/** Compiles a decision table. */
export function compileTable(table: Table, outer: Surroundings, owner: Owner): Step {
  const columns = table.inputs.map((input) => compileInput(input, outer, owner));
  const outputs = table.outputs.map((output) => compileOutput(output, outer, owner));
  const rows = table.rules.map((rule) => compileRule(rule, outer, owner));
  const firstOnly = table.hitPolicy === 'FIRST';

  return (frame) => {
    const tested: FeelValue[] = [];
    const frames: Frame[] = [];
    for (const { step, type, allowed } of columns) {
      const given = step(frame);
      const value = type === undefined ? given : coerce(given, type);
      const inside: Frame = { values: { '?': value }, parent: frame };
      if (allowed !== undefined && allowed(value, inside) !== true) {
        noteMatches(owner.name, []);
        return null;
      }
      tested.push(value);
      frames.push(inside);
    }
    const hits: number[] = [];
    for (let index = 0; index < rows.length; index += 1) {
      if (!matches(rows[index]!, tested, frames)) continue;
      hits.push(index);
      if (firstOnly) break;
    }
    noteMatches(
      owner.name,
      hits.map((index) => index + 1),
    );
    if (hits.length === 0) return nothingMatched(table, outputs, frame);
    return choose(
      table,
      outputs,
      hits.map((index) =>
        rows[index]!.results.map((result, at) => outputs[at]!.keep(result(frame))),
      ),
    );
  };
}

function matches(row: Row, tested: readonly FeelValue[], frames: readonly Frame[]): boolean {
  for (const { column, holds } of row.tests) {
    if (holds(tested[column]!, frames[column]!) !== true) return false;
  }
  return true;
}

function nothingMatched(table: Table, outputs: readonly Output[], frame: Frame): FeelValue {
  if (outputs.some(({ otherwise }) => otherwise !== undefined)) {
    const defaults = outputs.map(({ otherwise, keep }) => keep(otherwise?.(frame) ?? null));
    return resultOf(outputs, defaults);
  }
  const listed = ['RULE ORDER', 'OUTPUT ORDER', 'COLLECT'].includes(table.hitPolicy);
  return listed && table.aggregation === undefined ? [] : null;
}

function compileInput(input: TableInput, outer: Surroundings, owner: Owner): Column {
  const { build, name } = owner;
  const { values } = input;
  return {
    step: build.attempt(input, name, () => stepIn(input.text, outer)) ?? (() => null),
    type: typeOf(input.type, owner),
    allowed:
      values === undefined || values === ''
        ? undefined
        : build.attempt(input, name, () => testIn(values, outer)),
  };
}

function compileOutput(output: TableOutput, outer: Surroundings, owner: Owner): Output {
  const { build, name } = owner;
  const { values, otherwise } = output;
  const type = typeOf(output.type, owner);
  const order =
    values === undefined || values === ''
      ? []
      : (build.attempt(output, name, () => testsIn(values, outer)) ?? []);
  return {
    name: output.name,
    keep: (value) => (type === undefined ? value : coerce(value, type)),
    rank: (value) => {
      const frame: Frame = { values: { '?': value }, parent: null };
      const found = order.findIndex((test) => test(value, frame) === true);
      return found < 0 ? order.length : found;
    },
    otherwise:
      otherwise === undefined || otherwise === ''
        ? undefined
        : build.attempt(output, name, () => stepIn(otherwise, outer)),
  };
}

function compileRule(rule: Rule, outer: Surroundings, owner: Owner): Row {
  const { build, name } = owner;
  const tests = rule.tests.flatMap((source, column) => {
    if (source === '' || source === '-') return [];
    const holds = build.attempt(rule, name, () => testIn(source, outer)) ?? (() => null);
    return [{ column, holds }];
  });
  const results = rule.results.map((source): Step => {
    if (source === '' || source === '-') return () => null;
    return build.attempt(rule, name, () => stepIn(source, outer)) ?? (() => null);
  });
  return { tests, results };
}
