import {
  compileExpression,
  FeelFault,
  type FeelContext,
  type FeelValue,
  isTrue,
  withClock,
} from '#/platform/feel/index.ts';
import type { Day } from '#/values/day.ts';
import { instantAt } from '#/values/instant.ts';
import type { FormFault } from './form-json.ts';

/** A FEEL text, compiled. Whatever goes wrong while it runs counts as null. */
export type Formula = (context: FeelContext, today: Day) => FeelValue;

/** Compiles the FEEL texts of a form and collects what is wrong with them. */
export interface Compiler {
  /** The formula of a text that may use these names; undefined (and a fault) when it cannot be compiled. */
  formula(source: string, names: readonly string[], place: string): Formula | undefined;
  readonly faults: FormFault[];
}

export function newCompiler(): Compiler {
  const faults: FormFault[] = [];
  return {
    faults,
    formula(source, names, place) {
      try {
        return guarded(compileExpression(source, names));
      } catch (fault) {
        if (!(fault instanceof FeelFault)) throw fault;
        const at = fault.place === undefined ? '' : ` (${fault.place.line}:${fault.place.column})`;
        faults.push({
          place,
          words: { vi: `FEEL${at}: ${fault.words.vi}`, en: `FEEL${at}: ${fault.words.en}` },
        });
        return undefined;
      }
    },
  };
}

function guarded(run: (context: FeelContext) => FeelValue): Formula {
  return (context, today) => {
    try {
      return withClock(
        () => instantAt(today, 12 * 60),
        () => run(context),
      );
    } catch (fault) {
      // A runaway expression must not take a citizen's form down; it is as undecided as a null.
      if (fault instanceof FeelFault) return null;
      throw fault;
    }
  };
}

/** Whether a condition holds. */
export function holds(formula: Formula, context: FeelContext, today: Day): boolean {
  return isTrue(formula(context, today));
}
