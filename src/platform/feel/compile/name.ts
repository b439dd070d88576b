import { text } from '#/values/text.ts';

import { findBuiltIn } from '../builtins/index.ts';
import { FeelFault, placeAt } from '../fault.ts';
import { member } from '../value.ts';
import { constantStep } from './frame.ts';
import type { Step } from './frame.ts';
import { outward, sightings } from './scope.ts';
import type { Scope, Setting } from './scope.ts';

/** A name: a variable in scope, else a built-in function. */
export function compileName(name: string, at: number, scope: Scope, setting: Setting): Step {
  const found = sightings(name, scope);
  const last = found.at(-1);
  if (last === undefined || !last.certain) {
    const builtIn = findBuiltIn(name);
    if (builtIn === undefined && last === undefined) {
      setting.forgive(
        new FeelFault(
          text(`Không có tên “${name}”.`, `There is no name “${name}”.`),
          placeAt(setting.source, at),
        ),
      );
    }
    const otherwise = constantStep(builtIn ?? null);
    return last === undefined ? otherwise : search(found, otherwise);
  }
  return found.length === 1
    ? direct(last.depth, last.key)
    : search(found.slice(0, -1), direct(last.depth, last.key));
}

function direct(depth: number, key: string): Step {
  if (depth === 0) return (frame) => member(frame.values, key);
  if (depth === 1)
    return (frame) => (frame.parent === null ? null : member(frame.parent.values, key));
  return (frame) => member(outward(frame, depth).values, key);
}

function search(places: readonly { depth: number; key: string }[], otherwise: Step): Step {
  return (frame) => {
    for (const { depth, key } of places) {
      const { values } = outward(frame, depth);
      if (Object.hasOwn(values, key)) return values[key] ?? null;
    }
    return otherwise(frame);
  };
}
