import { FeelFunction, callNamed, member, nameKey, withBudget } from '#/platform/feel/embed.ts';
import type { FeelContext, FeelValue } from '#/platform/feel/index.ts';
import { text } from '#/values/text.ts';

import { newBuild } from './build.ts';
import { check } from './check.ts';
import { findCycle } from './cycle.ts';
import { DmnFault } from './fault.ts';
import { graphOf } from './graph.ts';
import type { Node } from './graph.ts';
import type { DmnModel } from './model.ts';
import { compileNodes } from './node.ts';
import type { Evaluate } from './node.ts';
import { withLog } from './record.ts';
import type { Matched } from './record.ts';

interface Decided {
  readonly value: FeelValue;
  /** The decision tables that were gone through, with the numbers of the rules that matched (from 1). */
  readonly log: Matched[];
}

export interface CompiledDmn {
  /** Names of the decisions of the model, in its order. */
  readonly decisions: readonly string[];
  /** What a tolerant compilation passed over; empty otherwise. */
  readonly faults: readonly DmnFault[];
  /**
   * Evaluates a decision, a decision service or a knowledge model by its name or id. Inputs are named as in the
   * model; for services and knowledge models they are the arguments. Throws DmnFault for an unknown name and
   * FeelFault when the evaluation goes over its bounds.
   */
  decide(name: string, inputs: FeelContext): Decided;
}

export interface DmnOptions {
  /** The models that this one imports, and those that they import. */
  readonly imports?: readonly DmnModel[] | undefined;
  /** Faulty texts and unknown names become null and are listed in `faults`, instead of ending the compilation. */
  readonly tolerant?: boolean | undefined;
}

/** Compiles a model for evaluation. Throws DmnFault with the place of what is wrong. */
export function compileDmn(model: DmnModel, options: DmnOptions = {}): CompiledDmn {
  try {
    return compileModel(model, options);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // The stack of JavaScript ended: definitions that hang on each other by the thousand.
    throw new DmnFault(
      text('Các định nghĩa nối nhau quá sâu.', 'Definitions hang on each other too deeply.'),
      { element: model.name || 'definitions', line: 1, column: 1 },
      error,
    );
  }
}

function compileModel(model: DmnModel, options: DmnOptions): CompiledDmn {
  const models = [model, ...(options.imports ?? [])];
  const build = newBuild(models, options.tolerant === true);
  for (const fault of check(models)) build.fail(fault);
  const graph = graphOf(models);
  const cycle = findCycle(graph);
  if (cycle !== undefined) throw cycle;
  const compiled = [...compileNodes(graph, build)].filter(
    ([node]) => node.model === model && node.is !== 'input',
  );
  const find = finder(compiled.map(([node, evaluate]) => ({ node, evaluate })));

  return {
    decisions: model.decisions.map(({ name }) => name),
    faults: build.faults,
    decide(name, inputs) {
      const { node, evaluate } = find(name);
      return withLog(() =>
        withBudget(() => {
          const value = evaluate({ inputs, known: new Map() });
          return node.is === 'decision' || !(value instanceof FeelFunction)
            ? value
            : callWith(value, inputs);
        }),
      );
    },
  };
}

interface Compiled {
  readonly node: Node;
  readonly evaluate: Evaluate;
}

function finder(all: readonly Compiled[]): (name: string) => Compiled {
  const byId = new Map(all.map((one) => [one.node.of.id, one]));
  const byName = new Map(all.map((one) => [nameKey(one.node.of.name), one]));
  return (name) => {
    const found = byName.get(nameKey(name)) ?? byId.get(name);
    if (found !== undefined) return found;
    throw new DmnFault(text(`Không có quyết định “${name}”.`, `There is no decision “${name}”.`), {
      element: name,
      line: 1,
      column: 1,
    });
  };
}

function callWith(target: FeelFunction, inputs: FeelContext): FeelValue {
  return callNamed(
    target,
    new Map(target.parameters.map(({ name }) => [name, member(inputs, name)])),
  );
}
