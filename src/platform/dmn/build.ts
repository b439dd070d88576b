import type { FeelType } from '#/platform/feel/embed.ts';
import { FeelFault } from '#/platform/feel/index.ts';
import { text } from '#/values/text.ts';

import { DmnFault } from './fault.ts';
import type { DmnModel, ItemDefinition, Located } from './model.ts';

/** What the parts of one compilation share. */
export interface Build {
  readonly models: readonly DmnModel[];
  readonly faults: readonly DmnFault[];
  /** The types of item definitions that are known by now. */
  readonly types: Map<ItemDefinition, FeelType>;
  /** Compiles a FEEL text at a place. A tolerant build notes a fault and goes on with undefined, a strict one throws. */
  attempt<Result>(place: Located, element: string, compile: () => Result): Result | undefined;
  /** Notes, or throws, a fault of the text that is being compiled; it goes on with null in the place of it. */
  readonly forgive: (fault: FeelFault) => void;
  /** Throws, or in a tolerant build notes, what is wrong with the model itself. */
  fail(fault: DmnFault): void;
}

export function newBuild(models: readonly DmnModel[], tolerant: boolean): Build {
  const faults: DmnFault[] = [];
  let current: { place: Located; element: string } = { place: { line: 1, column: 1 }, element: '' };
  const fail = (fault: DmnFault) => {
    if (!tolerant) throw fault;
    faults.push(fault);
  };
  return {
    models,
    faults,
    types: new Map(),
    fail,
    forgive: (fault) => fail(faultOf(fault, current.place, current.element)),
    attempt(place, element, compile) {
      current = { place, element };
      try {
        return compile();
      } catch (error) {
        if (!(error instanceof FeelFault)) throw error;
        fail(faultOf(error, place, element));
        return undefined;
      }
    },
  };
}

function faultOf(error: FeelFault, { line, column }: Located, element: string): DmnFault {
  const { place, words } = error;
  const inText =
    place === undefined
      ? words
      : text(
          `${words.vi} (dòng ${place.line}, cột ${place.column} của biểu thức)`,
          `${words.en} (line ${place.line}, column ${place.column} of the expression)`,
        );
  return new DmnFault(inText, { element, line, column }, error);
}

export function unknownType(written: string, element: string, { line, column }: Located): DmnFault {
  return new DmnFault(text(`Không có kiểu “${written}”.`, `There is no type “${written}”.`), {
    element,
    line,
    column,
  });
}

/** Functions that live in Java classes or PMML models are never run. */
export function externalFault({ line, column }: Located, element: string): DmnFault {
  return new DmnFault(
    text('Không dùng được hàm ngoài FEEL.', 'Functions outside of FEEL cannot be used.'),
    { element, line, column },
  );
}
