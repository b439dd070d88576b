import { compare } from '../compare.ts';
import { FeelFault } from '../fault.ts';
import type { FeelFunction } from '../function.ts';
import { range } from '../compile/ranges.ts';
import { parseExpression } from '../parse.ts';
import { FeelRange } from '../range.ts';
import type { Expression } from '../syntax.ts';
import type { FeelValue } from '../value.ts';
import { pointArg, rangeArg, stringArg } from './argument.ts';
import { builtIn, form } from './define.ts';
import { momentFunctions } from './moments.ts';

/**
 * An end of a range as a place on its scale: the value itself, or right beside it when it is not included.
 * An undefined value lies at infinity. A single point is a range of one value. So all relations of DMN 1.5,
 * table 78 are comparisons of places.
 */
interface Place {
  readonly value: FeelValue | undefined;
  /** 1 right after the value, -1 right before it; at infinity the direction. */
  readonly beside: -1 | 0 | 1;
}

interface Span {
  readonly start: Place;
  readonly end: Place;
}

type Relation = (a: Span, b: Span) => boolean;

const before: Relation = (a, b) => order(a.end, b.start) < 0;
const overlaps: Relation = (a, b) => !before(a, b) && !before(b, a);
const overlapsBefore: Relation = (a, b) =>
  overlaps(a, b) && order(a.start, b.start) < 0 && order(a.end, b.end) <= 0;
const meets: Relation = (a, b) => order(a.end, b.start) === 0 && a.end.beside === 0;
const includes: Relation = (a, b) => order(a.start, b.start) <= 0 && order(a.end, b.end) >= 0;
const starts: Relation = (a, b) => order(a.start, b.start) === 0 && order(a.end, b.end) <= 0;
const finishes: Relation = (a, b) => order(a.end, b.end) === 0 && order(a.start, b.start) >= 0;
const coincides: Relation = (a, b) => order(a.start, b.start) === 0 && order(a.end, b.end) === 0;

export const rangeFunctions: Readonly<Record<string, FeelFunction>> = {
  before: relation(before, 'points', 'point first', 'range first', 'ranges'),
  after: relation(reversed(before), 'points', 'point first', 'range first', 'ranges'),
  meets: relation(meets, 'ranges'),
  'met by': relation(reversed(meets), 'ranges'),
  overlaps: relation(overlaps, 'ranges'),
  'overlaps before': relation(overlapsBefore, 'ranges'),
  'overlaps after': relation(reversed(overlapsBefore), 'ranges'),
  finishes: relation(finishes, 'point first', 'ranges'),
  'finished by': relation(reversed(finishes), 'range first', 'ranges'),
  includes: relation(includes, 'range first', 'ranges'),
  during: relation(reversed(includes), 'point first', 'ranges'),
  starts: relation(starts, 'point first', 'ranges'),
  'started by': relation(reversed(starts), 'range first', 'ranges'),
  coincides: relation(coincides, 'points', 'ranges'),
  range: builtIn(form([stringArg('from')], readRange)),
};

type Operands = 'points' | 'point first' | 'range first' | 'ranges';

function relation(holds: Relation, ...operands: readonly Operands[]): FeelFunction {
  const run = (a: FeelValue, b: FeelValue) => compared(() => holds(span(a), span(b)));
  const forms = {
    points: form([pointArg('point1'), pointArg('point2')], run),
    'point first': form([pointArg('point'), rangeArg('range')], run),
    'range first': form([rangeArg('range'), pointArg('point')], run),
    ranges: form([rangeArg('range1'), rangeArg('range2')], run),
  };
  return builtIn(...operands.map((one) => forms[one]));
}

function reversed(holds: Relation): Relation {
  return (a, b) => holds(b, a);
}

function span(value: FeelValue): Span {
  if (!(value instanceof FeelRange)) {
    const place: Place = { value, beside: 0 };
    return { start: place, end: place };
  }
  const { start, end, startIncluded, endIncluded } = value;
  return {
    start: { value: start, beside: start === undefined ? -1 : startIncluded ? 0 : 1 },
    end: { value: end, beside: end === undefined ? 1 : endIncluded ? 0 : -1 },
  };
}

class NotComparable extends Error {}

function compared(run: () => boolean): boolean | null {
  try {
    return run();
  } catch (error) {
    if (error instanceof NotComparable) return null;
    throw error;
  }
}

function order(a: Place, b: Place): number {
  if (a.value === undefined || b.value === undefined) {
    const far = (place: Place) => (place.value === undefined ? place.beside : 0);
    return far(a) - far(b);
  }
  const values = compare(a.value, b.value);
  if (values === null) throw new NotComparable();
  return values === 0 ? a.beside - b.beside : values;
}

/** A range from its written form; its ends are literals, so that a text can compute nothing. */
function readRange(from: string): FeelValue {
  let read: Expression;
  try {
    read = parseExpression(from, {});
  } catch (error) {
    if (error instanceof FeelFault) return null;
    throw error;
  }
  if (read.is !== 'range') return null;
  return range(literalOf(read.start), literalOf(read.end), read.startIncluded, read.endIncluded);
}

function literalOf(end: Expression): FeelValue {
  if (end.is === 'constant') return end.value;
  if (end.is !== 'call' || end.callee.is !== 'built-in') return null;
  const [written, ...others] = end.args;
  if (written?.is !== 'constant' || others.length > 0) return null;
  return momentFunctions[end.callee.name]?.call([written.value]) ?? null;
}
