import { Fragment, type JSX, type VNode } from 'preact';

/**
 * What TSX becomes here: Preact's elements without the fields that only a browser needs to update them (key, ref, place
 * in the tree), a third of the work of drawing a page. `isValidElement` and `renderToString` take them for what they are.
 */
export function jsx(type: VNode['type'], props: object): VNode {
  return { constructor: mark, type, props } as unknown as VNode;
}

export { jsx as jsxs, Fragment, type JSX };

/** Tells elements from data that somebody sent: no JSON holds it. */
const mark = Symbol.for('pv');
