import { equal, findBuiltIn, newContext } from '#/platform/feel/embed.ts';
import type { Step } from '#/platform/feel/embed.ts';
import { FeelNumber } from '#/platform/feel/index.ts';
import type { FeelValue } from '#/platform/feel/index.ts';

import type { Table } from './model.ts';

export interface Output {
  readonly name: string;
  /** Keeps the declared type. */
  readonly keep: (value: FeelValue) => FeelValue;
  /** The position of a value in the list of output values: the smaller, the higher its priority. */
  readonly rank: (value: FeelValue) => number;
  readonly otherwise: Step | undefined;
}

/** The result of a table by its hit policy (DMN 1.5, 8.2.8); `hits` holds the outputs of each rule that matched. */
export function choose(
  table: Pick<Table, 'hitPolicy' | 'aggregation'>,
  outputs: readonly Output[],
  hits: readonly (readonly FeelValue[])[],
): FeelValue {
  const results = () => hits.map((hit) => resultOf(outputs, hit));
  switch (table.hitPolicy) {
    case 'UNIQUE':
      return hits.length === 1 ? resultOf(outputs, hits[0]!) : null;
    case 'FIRST':
      return resultOf(outputs, hits[0]!);
    case 'ANY': {
      const [first = null, ...others] = results();
      return others.every((other) => equal(first, other) === true) ? first : null;
    }
    case 'PRIORITY':
      return resultOf(outputs, byPriority(outputs, hits)[0]!);
    case 'OUTPUT ORDER':
      return byPriority(outputs, hits).map((hit) => resultOf(outputs, hit));
    case 'RULE ORDER':
      return results();
    case 'COLLECT':
      return aggregate(table.aggregation, results());
  }
}

/** The outputs of one rule: the value of a single one, else a context. */
export function resultOf(outputs: readonly Output[], hit: readonly FeelValue[]): FeelValue {
  if (outputs.length === 1) return hit[0] ?? null;
  const made = newContext();
  for (const [index, { name }] of outputs.entries()) made[name] = hit[index] ?? null;
  return made;
}

function byPriority(
  outputs: readonly Output[],
  hits: readonly (readonly FeelValue[])[],
): readonly (readonly FeelValue[])[] {
  const ranked = hits.map((hit) => ({
    hit,
    ranks: outputs.map(({ rank }, index) => rank(hit[index] ?? null)),
  }));
  ranked.sort((left, right) => {
    const differing = left.ranks.findIndex((rank, index) => rank !== right.ranks[index]);
    return differing < 0 ? 0 : left.ranks[differing]! - right.ranks[differing]!;
  });
  return ranked.map(({ hit }) => hit);
}

function aggregate(aggregation: Table['aggregation'], results: readonly FeelValue[]): FeelValue {
  if (aggregation === undefined) return results;
  if (aggregation === 'COUNT') return new FeelNumber(results.length);
  return findBuiltIn(aggregation.toLowerCase())?.call([results]) ?? null;
}
