import { spend } from '../budget.ts';
import { FeelFunction } from '../function.ts';
import { nameKey } from '../name.ts';
import { isList } from '../value.ts';
import type { FeelValue } from '../value.ts';
import type { Argument } from './argument.ts';

type Values<Arguments extends readonly Argument<unknown>[]> = {
  [Index in keyof Arguments]: Arguments[Index] extends Argument<infer Value> ? Value : never;
};

/** One parameter list of a built-in function and what it computes. */
export interface Form {
  readonly parameters: readonly Argument<unknown>[];
  readonly run: (values: readonly unknown[]) => FeelValue;
}

export function form<const Arguments extends readonly Argument<unknown>[]>(
  parameters: Arguments,
  run: (...values: Values<Arguments>) => FeelValue,
): Form {
  // The values were read by the parameters themselves, so their types are those of `Values`.
  return { parameters, run: (values) => run(...(values as Values<Arguments>)) };
}

/**
 * A built-in function: the first form whose parameters take the arguments runs, first as they are, then with
 * the implicit conversions of DMN 1.5, 10.3.2.9.4. When none does, the result is null.
 */
export function builtIn(...forms: readonly Form[]): FeelFunction {
  const longest = forms.reduce((best, one) =>
    one.parameters.length > best.parameters.length ? one : best,
  );
  return new FeelFunction(
    longest.parameters.map(({ name }) => ({ name })),
    (args) => {
      spend(costOf(args));
      for (const convert of [false, true]) {
        for (const one of forms) {
          const values = readPositional(one, args, convert);
          if (values !== undefined) return one.run(values);
        }
      }
      return null;
    },
    { callNamed: (args) => callByName(forms, args) },
  );
}

/** What it costs to look through the arguments once. */
function costOf(args: readonly FeelValue[]): number {
  let cost = 1;
  for (const arg of args) {
    if (typeof arg === 'string') cost += arg.length >> 4;
    else if (isList(arg)) cost += arg.length;
  }
  return cost;
}

function readPositional(
  one: Form,
  args: readonly FeelValue[],
  convert: boolean,
): unknown[] | undefined {
  const { parameters } = one;
  const last = parameters.at(-1);
  if (last?.rest === true) {
    const fixed = readAll(parameters.slice(0, -1), args.slice(0, parameters.length - 1), convert);
    const tail = args.slice(parameters.length - 1);
    if (fixed === undefined || tail.length === 0) return undefined;
    const rest = tail.map((arg) => last.read(arg, convert));
    return rest.includes(undefined) ? undefined : [...fixed, rest];
  }
  return args.length > parameters.length ? undefined : readAll(parameters, args, convert);
}

function readAll(
  parameters: readonly Argument<unknown>[],
  args: readonly FeelValue[],
  convert: boolean,
): unknown[] | undefined {
  const values: unknown[] = [];
  for (const [index, parameter] of parameters.entries()) {
    const arg = args[index];
    if (parameter.optional && (arg === undefined || arg === null)) {
      values.push(undefined);
      continue;
    }
    const value = arg === undefined ? undefined : parameter.read(arg, convert);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

function callByName(forms: readonly Form[], args: ReadonlyMap<string, FeelValue>): FeelValue {
  spend(costOf([...args.values()]));
  const given = new Map([...args].map(([name, value]) => [nameKey(name), value]));
  for (const convert of [false, true]) {
    for (const one of forms) {
      const values = readNamed(one, given, convert);
      if (values !== undefined) return one.run(values);
    }
  }
  return null;
}

function readNamed(
  one: Form,
  given: ReadonlyMap<string, FeelValue>,
  convert: boolean,
): unknown[] | undefined {
  const names = one.parameters.map(({ name }) => nameKey(name));
  if ([...given.keys()].some((name) => !names.includes(name))) return undefined;
  const values: unknown[] = [];
  for (const [index, parameter] of one.parameters.entries()) {
    const arg = given.get(names[index] ?? '');
    if (arg === undefined || (arg === null && parameter.optional)) {
      const missing = parameter.optional ? undefined : parameter.missing;
      if (!parameter.optional && missing === undefined) return undefined;
      values.push(missing);
      continue;
    }
    const value = parameter.read(arg, convert);
    if (value === undefined) return undefined;
    values.push(parameter.rest ? [value] : value);
  }
  return values;
}
