/**
 * FEEL, the expression language of DMN 1.5: compiled once to closures, with exact decimals, bounded in steps.
 * No JavaScript ever runs from a text.
 */
export { FeelFault } from './fault.ts';
export {
  compileExpression,
  /** @public */
  compileUnaryTests,
} from './evaluate.ts';
export { FeelNumber } from './number.ts';
export { isTrue } from './value.ts';
export type { FeelContext, FeelValue } from './value.ts';
export { feelDate, feelDateTime, fromFeel, toFeel } from './json.ts';
/** @public */
export { withClock } from './instant.ts';
