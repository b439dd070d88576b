import type { FeelFault } from '../fault.ts';
import { nameKey } from '../name.ts';
import type { Expression, TypeFinder } from '../syntax.ts';
import type { Frame, Step } from './frame.ts';

/** What is known of names while compiling: one scope for each frame that will exist at run time. */
export interface Scope {
  readonly parent: Scope | null;
  /** Key of a name → the name as the frame holds it; null when only the run time knows (members of a filtered item). */
  readonly names: Map<string, string> | null;
}

/** What holds for a whole text. */
export interface Setting {
  readonly source: string;
  /** Told of what nobody declares and of functions outside of FEEL: throws, or lets them be null. */
  readonly forgive: (fault: FeelFault) => void;
  readonly findType: TypeFinder;
}

export type Compile = (expression: Expression, scope: Scope) => Step;

export function scopeOf(names: readonly string[], parent: Scope | null): Scope {
  return { parent, names: new Map(names.map((name) => [nameKey(name), name])) };
}

export function dynamicScope(parent: Scope): Scope {
  return { parent, names: null };
}

/** Where a name may be found: how many frames out, under which key, and whether it is surely there. */
export interface Sighting {
  readonly depth: number;
  readonly key: string;
  readonly certain: boolean;
}

/** All frames in which a name may be, from the inside; the last one is certain when the name is declared. */
export function sightings(name: string, scope: Scope): Sighting[] {
  const wanted = nameKey(name);
  const found: Sighting[] = [];
  let depth = 0;
  for (let one: Scope | null = scope; one !== null; one = one.parent, depth += 1) {
    if (one.names === null) {
      found.push({ depth, key: name, certain: false });
      continue;
    }
    const key = one.names.get(wanted);
    if (key !== undefined) return [...found, { depth, key, certain: true }];
  }
  return found;
}

/** The frame so many steps out. */
export function outward(frame: Frame, depth: number): Frame {
  let one = frame;
  for (let left = depth; left > 0 && one.parent !== null; left -= 1) one = one.parent;
  return one;
}
