import { spend } from '../budget.ts';
import { itemsOf } from '../iteration.ts';
import { not, or } from '../logic.ts';
import type { Expression, Iterator } from '../syntax.ts';
import { newContext } from '../value.ts';
import type { FeelValue } from '../value.ts';
import type { Frame, Step } from './frame.ts';
import { frameOf } from './frame.ts';
import { mentions } from './mentions.ts';
import { scopeOf } from './scope.ts';
import type { Compile, Scope } from './scope.ts';

/** One iterator: what it is called and what it goes through. */
export interface Source {
  readonly name: string;
  readonly from: Step;
  readonly to: Step | undefined;
}

type Looping = Extract<Expression, { is: 'for' | 'some' | 'every' }>;

export function compileLoop(loop: Looping, scope: Scope, compile: Compile): Step {
  const usesPartial = loop.is === 'for' && mentions(loop.body, 'partial');
  let inner = usesPartial ? scopeOf(['partial'], scope) : scope;
  const sources = loop.iterators.map((iterator: Iterator): Source => {
    const source = {
      name: iterator.name,
      from: compile(iterator.from, inner),
      to: iterator.to === undefined ? undefined : compile(iterator.to, inner),
    };
    inner = scopeOf([iterator.name], inner);
    return source;
  });
  const body = compile(loop.body, inner);
  return iterate(loop.is, sources, body, usesPartial);
}

/** The step of a loop. With `usesPartial` the results so far are `partial`, in a frame around those of the iterators. */
export function iterate(
  is: Looping['is'],
  sources: readonly Source[],
  body: Step,
  usesPartial: boolean,
): Step {
  if (is === 'for') return forStep(sources, body, usesPartial);
  return is === 'some' ? someStep(sources, body) : everyStep(sources, body);
}

function forStep(sources: readonly Source[], body: Step, usesPartial: boolean): Step {
  return (frame) => {
    const results: FeelValue[] = [];
    const values = newContext();
    const outer = usesPartial ? { values, parent: frame } : frame;
    const complete = visit(sources, 0, outer, (inner) => {
      if (usesPartial) {
        spend(results.length >> 3);
        values['partial'] = results.slice();
      }
      results.push(body(inner));
      return true;
    });
    return complete === null ? null : results;
  };
}

function someStep(sources: readonly Source[], body: Step): Step {
  return (frame) => {
    let result: boolean | null = false;
    const complete = visit(sources, 0, frame, (inner) => {
      result = or(result, body(inner));
      return result !== true;
    });
    return complete === null ? null : result;
  };
}

function everyStep(sources: readonly Source[], body: Step): Step {
  const some = someStep(sources, (frame) => not(body(frame)));
  return (frame) => not(some(frame));
}

/** Visits all combinations, the last iterator fastest; null when something to iterate over is none. */
function visit(
  sources: readonly Source[],
  index: number,
  frame: Frame,
  each: (frame: Frame) => boolean,
): boolean | null {
  const source = sources[index];
  if (source === undefined) return each(frame);
  const items = itemsOf(source.from(frame), source.to === undefined ? undefined : source.to(frame));
  if (items === null) return null;
  for (const item of items) {
    spend(1);
    const goOn = visit(sources, index + 1, frameOf(source.name, item, frame), each);
    if (goOn !== true) return goOn;
  }
  return true;
}
