import { text } from '#/values/text.ts';

import { DmnFault } from './fault.ts';
import type {
  Decision,
  DecisionService,
  DmnModel,
  InputData,
  Knowledge,
  Located,
} from './model.ts';

/** An element of the decision requirements graph, with the model that it belongs to. */
export type Node = { readonly model: DmnModel } & (
  | { readonly is: 'input'; readonly of: InputData }
  | { readonly is: 'decision'; readonly of: Decision }
  | { readonly is: 'knowledge'; readonly of: Knowledge }
  | { readonly is: 'service'; readonly of: DecisionService }
);

export interface Graph {
  readonly nodes: readonly Node[];
  /** The node that an href means, seen from a model: `#id` in itself, `namespace#id` in another one. */
  find(href: string, from: DmnModel, at: Located & { readonly name: string }): Node;
}

export function graphOf(models: readonly DmnModel[]): Graph {
  const nodes = models.flatMap(nodesOf);
  const places = new Map(nodes.map((node) => [`${node.model.namespace}#${node.of.id}`, node]));
  return {
    nodes,
    find(href, from, { name, line, column }) {
      const node = places.get(href.startsWith('#') ? from.namespace + href : href);
      if (node !== undefined) return node;
      throw new DmnFault(
        text(`Không tìm thấy phần tử “${href}”.`, `There is no element “${href}”.`),
        { element: name, line, column },
      );
    },
  };
}

function nodesOf(model: DmnModel): Node[] {
  return [
    ...model.inputs.map((of): Node => ({ is: 'input', of, model })),
    ...model.decisions.map((of): Node => ({ is: 'decision', of, model })),
    ...model.knowledge.map((of): Node => ({ is: 'knowledge', of, model })),
    ...model.services.map((of): Node => ({ is: 'service', of, model })),
  ];
}

/** hrefs of what must be known before a node: information first, then knowledge. */
export function requirementsOf(node: Node): readonly string[] {
  switch (node.is) {
    case 'input':
    case 'service':
      return [];
    case 'decision':
      return [...node.of.information, ...node.of.knowledge];
    case 'knowledge':
      return node.of.knowledge;
  }
}
