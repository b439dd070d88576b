import {
  coerce,
  member,
  newContext,
  surroundings,
  userFunction,
  within,
} from '#/platform/feel/embed.ts';
import type { FeelType, Parameter, Shape, Surroundings } from '#/platform/feel/embed.ts';
import type { FeelContext, FeelValue } from '#/platform/feel/index.ts';

import { compileBoxed, parametersOf, shapeOfParameters, typed } from './boxed.ts';
import { externalFault } from './build.ts';
import type { Build } from './build.ts';
import { requirementsOf } from './graph.ts';
import type { Graph, Node } from './graph.ts';
import type { Boxed, DmnModel } from './model.ts';
import { typeOf } from './owner.ts';
import type { Owner } from './owner.ts';
import { optionsFor, shapeOf } from './type.ts';

/** One evaluation: what was given, and what is known by now. */
interface Run {
  readonly inputs: FeelContext;
  readonly known: Map<Node, FeelValue>;
}

export type Evaluate = (run: Run) => FeelValue;

/** Compiles all nodes of a graph. They find each other when they run, so no order of compiling is needed. */
export function compileNodes(graph: Graph, build: Build): ReadonlyMap<Node, Evaluate> {
  const compiled = new Map<Node, Evaluate>();
  const evaluatorOf =
    (node: Node): Evaluate =>
    (run) =>
      compiled.get(node)?.(run) ?? null;
  for (const node of graph.nodes) {
    compiled.set(node, remembered(node, compileLogic(node, graph, build, evaluatorOf)));
  }
  return compiled;
}

function remembered(node: Node, evaluate: Evaluate): Evaluate {
  return (run) => {
    const known = run.known.get(node);
    if (known !== undefined) return known;
    const value = evaluate(run);
    run.known.set(node, value);
    return value;
  };
}

function compileLogic(
  node: Node,
  graph: Graph,
  build: Build,
  evaluatorOf: (node: Node) => Evaluate,
): Evaluate {
  const { name, line, column } = node.of;
  const owner: Owner = { name, line, column, model: node.model, build };
  const type = typeOf(node.of.type, owner);
  if (node.is === 'input') return inputValue(name, type);
  if (node.is === 'service') return compileService(node, type, owner, graph, evaluatorOf);
  const { shape, fill } = requirementsFor(node, owner, graph, evaluatorOf);
  const outer = surroundings(shape, optionsFor(node.model, build));
  if (node.is === 'knowledge') return compileKnowledge(node.of.logic, type, owner, outer, fill);
  const step = typed(compileBoxed(node.of.logic, outer, owner), type);
  return (run) => step({ values: fill(run), parent: null });
}

function inputValue(name: string, type: FeelType | undefined): Evaluate {
  return ({ inputs }) => {
    const given = member(inputs, name);
    return type === undefined ? given : coerce(given, type);
  };
}

/** What a node needs to know: the names for compiling, and how to fill them with values for one evaluation. */
interface Requirements {
  readonly shape: Shape;
  readonly fill: (run: Run) => FeelContext;
}

function requirementsFor(
  node: Node,
  owner: Owner,
  graph: Graph,
  evaluatorOf: (node: Node) => Evaluate,
): Requirements {
  const required = requirementsOf(node).map((href) => {
    const needed = graph.find(href, node.model, node.of);
    const type = typeOf(needed.of.type, { ...owner, model: needed.model });
    return {
      prefix: prefixOf(needed.model, node.model),
      name: needed.of.name,
      shape: needed.is === 'input' || needed.is === 'decision' ? shapeOf(type) : null,
      evaluate: evaluatorOf(needed),
    };
  });
  const shape: Record<string, Shape | null> = {};
  for (const one of required) {
    if (one.prefix === '') shape[one.name] = one.shape;
    else shape[one.prefix] = { ...shape[one.prefix], [one.name]: one.shape };
  }
  return {
    shape,
    fill(run) {
      const values = newContext();
      for (const { prefix, name, evaluate } of required) {
        const value = evaluate(run);
        if (prefix === '') values[name] = value;
        else values[prefix] = Object.assign(newContext(), values[prefix], { [name]: value });
      }
      return values;
    },
  };
}

/** The prefix of names that come from another model. */
function prefixOf(model: DmnModel, seenFrom: DmnModel): string {
  if (model === seenFrom) return '';
  return seenFrom.imports.find(({ namespace }) => namespace === model.namespace)?.name ?? '';
}

function compileKnowledge(
  logic: Boxed | undefined,
  type: FeelType | undefined,
  owner: Owner,
  outer: Surroundings,
  fill: (run: Run) => FeelContext,
): Evaluate {
  if (logic?.is !== 'function') return () => null;
  if (logic.external) owner.build.fail(externalFault(logic, owner.name));
  const parameters = parametersOf(logic.parameters, owner);
  const body = logic.external
    ? () => null
    : compileBoxed(logic.body, within(outer, shapeOfParameters(parameters)), owner);
  const result = resultOf(type);
  return (run) =>
    userFunction(
      parameters,
      (values) => body({ values, parent: { values: fill(run), parent: null } }),
      result,
    );
}

/** A knowledge model declares the type of its function or, in older models, of its result. */
function resultOf(type: FeelType | undefined): FeelType | undefined {
  return type?.name === 'function' ? type.result : type;
}

/** A decision service is a function of its input data, then its input decisions; nothing else reaches its decisions. */
function compileService(
  node: Extract<Node, { is: 'service' }>,
  type: FeelType | undefined,
  owner: Owner,
  graph: Graph,
  evaluatorOf: (node: Node) => Evaluate,
): Evaluate {
  const find = (href: string) => graph.find(href, node.model, node.of);
  const inputs = [...node.of.inputData, ...node.of.inputDecisions].map(find);
  const parameters = inputs.map(({ of, model }): Parameter => ({
    name: of.name,
    type: typeOf(of.type, { ...owner, model }),
  }));
  const outputs = node.of.outputs
    .map(find)
    .map((one) => ({ name: one.of.name, evaluate: evaluatorOf(one) }));
  return () =>
    userFunction(
      parameters,
      (values) => {
        const known = new Map(inputs.map((input) => [input, values[input.of.name] ?? null]));
        const run: Run = { inputs: newContext(), known };
        if (outputs.length === 1) return outputs[0]!.evaluate(run);
        const made = newContext();
        for (const { name, evaluate } of outputs) made[name] = evaluate(run);
        return made;
      },
      resultOf(type),
    );
}
