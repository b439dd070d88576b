import { spend } from '../budget.ts';
import { FeelNumber, safeInteger } from '../number.ts';
import type { Expression } from '../syntax.ts';
import { asList, isContext, newContext } from '../value.ts';
import type { FeelContext, FeelValue } from '../value.ts';
import { constantOf, frameOf } from './frame.ts';
import type { Frame, Step } from './frame.ts';
import { dynamicScope, scopeOf } from './scope.ts';
import type { Compile, Scope } from './scope.ts';

const noMembers: FeelContext = newContext();

/** `list[condition]` keeps the items for which it holds, `list[number]` takes one item, from the end when negative. */
export function compileFilter(of: Step, by: Expression, scope: Scope, compile: Compile): Step {
  const condition = compile(by, dynamicScope(scopeOf(['item'], scope)));
  const known = constantOf(condition);
  if (known instanceof FeelNumber) return (frame) => itemAt(asList(of(frame)), known);
  return (frame) => {
    const source = of(frame);
    return filter(source, (item) => condition(itemFrame(item, frame)));
  };
}

/** A frame in which the members of an item are names, and the item itself is `item`. */
export function itemFrame(item: FeelValue, frame: Frame): Frame {
  return { values: isContext(item) ? item : noMembers, parent: frameOf('item', item, frame) };
}

function filter(source: FeelValue, condition: (item: FeelValue) => FeelValue): FeelValue {
  const items = source === null ? [] : asList(source);
  if (items.length === 0)
    return condition(null) instanceof FeelNumber ? null : source === null ? null : [];
  const kept: FeelValue[] = [];
  for (const [index, item] of items.entries()) {
    spend(1);
    const holds = condition(item);
    if (index === 0 && holds instanceof FeelNumber) return itemAt(items, holds);
    if (holds === true) kept.push(item);
  }
  return kept;
}

function itemAt(items: readonly FeelValue[], position: FeelNumber): FeelValue {
  const index = position.isInteger() ? safeInteger(position) : undefined;
  if (index === undefined || index === 0) return null;
  return items.at(index > 0 ? index - 1 : index) ?? null;
}
