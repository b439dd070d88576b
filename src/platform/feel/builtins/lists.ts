import { add } from '../arithmetic.ts';
import { spend } from '../budget.ts';
import { compare } from '../compare.ts';
import { equal } from '../equal.ts';
import type { FeelFunction } from '../function.ts';
import { FeelNumber } from '../number.ts';
import { and, or } from '../logic.ts';
import { asList, isList } from '../value.ts';
import type { FeelValue } from '../value.ts';
import { anyArg, functionArg, wholeArg, listArg, optional, rest } from './argument.ts';
import { builtIn, form } from './define.ts';

type List = readonly FeelValue[];

export const listFunctions: Readonly<Record<string, FeelFunction>> = {
  'list contains': builtIn(
    form([listArg('list'), anyArg('element')], (list, element) => indexOf(list, element) >= 0),
  ),
  count: builtIn(form([listArg('list')], (list) => new FeelNumber(list.length))),
  min: overItems((list) => extreme(list, -1)),
  max: overItems((list) => extreme(list, 1)),
  sum: overItems((list) => (list.length === 0 ? null : list.reduce(add))),
  all: overItems((list) => list.reduce(and, true)),
  any: overItems((list) => list.reduce(or, false)),
  sublist: builtIn(
    form([listArg('list'), wholeArg('start position'), optional(wholeArg('length'))], sublist),
  ),
  append: builtIn(
    form([listArg('list'), rest(anyArg('item'))], (list, items) => built([...list, ...items])),
  ),
  concatenate: builtIn(form([rest(listArg('list'))], (lists) => built(lists.flat()))),
  'insert before': builtIn(
    form([listArg('list'), wholeArg('position'), anyArg('newItem')], (list, position, item) => {
      const index = placeIn(list, position);
      return index === undefined ? null : built(list.toSpliced(index, 0, item));
    }),
  ),
  remove: builtIn(
    form([listArg('list'), wholeArg('position')], (list, position) => {
      const index = placeIn(list, position);
      return index === undefined ? null : built(list.toSpliced(index, 1));
    }),
  ),
  'list replace': builtIn(
    form([listArg('list'), wholeArg('position'), anyArg('newItem')], (list, position, item) => {
      const index = placeIn(list, position);
      return index === undefined ? null : built(list.with(index, item));
    }),
    form([listArg('list'), functionArg('match'), anyArg('newItem')], (list, match, item) => {
      const hits = list.map((one) => match.call([one, item]));
      if (hits.some((hit) => typeof hit !== 'boolean')) return null;
      return built(list.map((one, index) => (hits[index] === true ? item : one)));
    }),
  ),
  reverse: builtIn(form([listArg('list')], (list) => built(list.toReversed()))),
  'index of': builtIn(
    form([listArg('list'), anyArg('match')], (list, match) =>
      built(list.flatMap((item, index) => (same(item, match) ? [new FeelNumber(index + 1)] : []))),
    ),
  ),
  union: builtIn(form([rest(listArg('list'))], (lists) => distinct(lists.flat()))),
  'distinct values': builtIn(form([listArg('list')], distinct)),
  flatten: builtIn(form([listArg('list')], flatten)),
  sort: builtIn(
    form([listArg('list'), optional(functionArg('precedes'))], (list, precedes) =>
      precedes === undefined ? sortPlain(list) : sortBy(list, precedes),
    ),
  ),
};

/** A function over one list or over its arguments. */
export function overItems(run: (list: List) => FeelValue): FeelFunction {
  const counted = (list: List) => {
    spend(list.length);
    return run(list);
  };
  return builtIn(form([listArg('list')], counted), form([rest(anyArg('list'))], counted));
}

/** A list that a function made; its length counts as steps. */
function built(list: List): List {
  spend(list.length);
  return list;
}

function same(left: FeelValue, right: FeelValue): boolean {
  return equal(left, right) === true;
}

function indexOf(list: List, element: FeelValue): number {
  spend(list.length);
  return list.findIndex((item) => same(item, element));
}

function extreme(list: List, sign: 1 | -1): FeelValue {
  let best = list[0] ?? null;
  for (const item of list) {
    const order = compare(item, best);
    if (order === null) return null;
    if (order * sign > 0) best = item;
  }
  return best;
}

function sublist(list: List, start: number, length: number | undefined): FeelValue {
  if (start === 0 || Math.abs(start) > list.length || (length !== undefined && length < 1))
    return null;
  const from = start > 0 ? start - 1 : list.length + start;
  if (length !== undefined && from + length > list.length) return null;
  return built(list.slice(from, length === undefined ? undefined : from + length));
}

function placeIn(list: List, position: number): number | undefined {
  if (position === 0 || Math.abs(position) > list.length) return undefined;
  return position > 0 ? position - 1 : list.length + position;
}

function distinct(list: List): FeelValue {
  const kept: FeelValue[] = [];
  for (const item of list) if (indexOf(kept, item) < 0) kept.push(item);
  return kept;
}

function flatten(list: List): List {
  spend(list.length);
  return list.flatMap((item) => (isList(item) ? flatten(item) : asList(item)));
}

function sortPlain(list: List): FeelValue {
  spend(list.length);
  if (list.some((item) => compare(item, list[0] ?? null) === null)) return null;
  return list.toSorted((left, right) => compare(left, right) ?? 0);
}

function sortBy(list: List, precedes: FeelFunction): FeelValue {
  return list.toSorted((left, right) => {
    if (precedes.call([left, right]) === true) return -1;
    return precedes.call([right, left]) === true ? 1 : 0;
  });
}
