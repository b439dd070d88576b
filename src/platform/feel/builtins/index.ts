import type { FeelFunction } from '../function.ts';
import { contextFunctions } from './contexts.ts';
import { conversionFunctions } from './conversions.ts';
import { listFunctions } from './lists.ts';
import { momentFunctions } from './moments.ts';
import { numberFunctions } from './numbers.ts';
import { rangeFunctions } from './ranges.ts';
import { patternFunctions } from './patterns.ts';
import { statisticsFunctions } from './statistics.ts';
import { stringFunctions } from './strings.ts';

const all: ReadonlyMap<string, FeelFunction> = new Map(
  [
    conversionFunctions,
    stringFunctions,
    patternFunctions,
    listFunctions,
    statisticsFunctions,
    numberFunctions,
    momentFunctions,
    contextFunctions,
    rangeFunctions,
  ].flatMap((group) => Object.entries(group)),
);

/** The built-in function of that name (DMN 1.5, 10.3.4). */
export function findBuiltIn(name: string): FeelFunction | undefined {
  return all.get(name);
}
