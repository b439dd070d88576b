import {
  and,
  asList,
  frameOf,
  itemFrame,
  iterate,
  or,
  spend,
  within,
  withinItem,
} from '#/platform/feel/embed.ts';
import type { Frame, Shape, Step, Surroundings } from '#/platform/feel/embed.ts';
import type { FeelValue } from '#/platform/feel/index.ts';

import type { Boxed } from './model.ts';

type Control = Extract<Boxed, { is: 'conditional' | 'filter' | 'some' | 'every' | 'for' }>;
type Compile = (part: Boxed, where: Surroundings) => Step;

/**
 * The boxed conditional, filter and iterators. Unlike FEEL's own, their conditions must be booleans: any other value
 * than true, false or null makes the whole null (DMN 1.5, 10.2.2.8 to 10.2.2.10).
 */
export function compileControl(
  boxed: Control,
  outer: Surroundings,
  compile: Compile,
  shapeOfType: (written: string | undefined) => Shape | null,
): Step {
  switch (boxed.is) {
    case 'conditional': {
      const [test, whenTrue, whenFalse] = [boxed.test, boxed.whenTrue, boxed.whenFalse].map(
        (part) => compile(part, outer),
      );
      return (frame) => {
        const holds = test!(frame);
        return holds === true ? whenTrue!(frame) : holds === false ? whenFalse!(frame) : null;
      };
    }
    case 'for': {
      const from = compile(boxed.of, outer);
      const body = compile(
        boxed.body,
        within(within(outer, { partial: null }), { [boxed.variable]: null }),
      );
      return iterate('for', [{ name: boxed.variable, from, to: undefined }], body, true);
    }
    case 'filter': {
      const of = compile(boxed.of, outer);
      const match = compile(boxed.match, withinItem(outer, shapeOfType(boxed.of.type)));
      return (frame) => {
        const source = of(frame);
        const held = answers(source, (item) => match(itemFrame(item, frame)));
        return held === null ? null : asList(source).filter((_, index) => held[index] === true);
      };
    }
    case 'some':
    case 'every': {
      const of = compile(boxed.of, outer);
      const body = compile(boxed.body, within(outer, { [boxed.variable]: null }));
      const ask = (frame: Frame) =>
        answers(of(frame), (item) => body(frameOf(boxed.variable, item, frame)));
      if (boxed.is === 'some')
        return (frame) => ask(frame)?.reduce<boolean | null>(or, false) ?? null;
      return (frame) => ask(frame)?.reduce<boolean | null>(and, true) ?? null;
    }
  }
}

/** The answer of a condition for each item; null when there are no items or one of the answers is no boolean. */
function answers(
  source: FeelValue,
  condition: (item: FeelValue) => FeelValue,
): (boolean | null)[] | null {
  if (source === null) return null;
  const given: (boolean | null)[] = [];
  for (const item of asList(source)) {
    spend(1);
    const answer = condition(item);
    if (answer !== null && typeof answer !== 'boolean') return null;
    given.push(answer);
  }
  return given;
}
