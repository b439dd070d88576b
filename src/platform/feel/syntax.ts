import type { FeelType } from './type.ts';
import type { FeelValue } from './value.ts';

/** The syntax tree of FEEL. `at` is the offset in the source text. */
export type Expression = { readonly at: number } & (
  | { readonly is: 'constant'; readonly value: FeelValue }
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'built-in'; readonly name: string }
  | { readonly is: 'tested' }
  | {
      readonly is: 'arithmetic';
      readonly operator: ArithmeticOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly is: 'negation'; readonly of: Expression }
  | {
      readonly is: 'comparison';
      readonly operator: ComparisonOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly is: 'between';
      readonly of: Expression;
      readonly low: Expression;
      readonly high: Expression;
    }
  | { readonly is: 'in'; readonly of: Expression; readonly tests: readonly Expression[] }
  | { readonly is: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | {
      readonly is: 'if';
      readonly test: Expression;
      readonly whenTrue: Expression;
      readonly whenFalse: Expression;
    }
  | { readonly is: 'for'; readonly iterators: readonly Iterator[]; readonly body: Expression }
  | {
      readonly is: 'some' | 'every';
      readonly iterators: readonly Iterator[];
      readonly body: Expression;
    }
  | { readonly is: 'path'; readonly of: Expression; readonly name: string }
  | { readonly is: 'filter'; readonly of: Expression; readonly by: Expression }
  | { readonly is: 'call'; readonly callee: Expression; readonly args: readonly Expression[] }
  | {
      readonly is: 'named call';
      readonly callee: Expression;
      readonly args: ReadonlyMap<string, Expression>;
    }
  | { readonly is: 'instance of'; readonly of: Expression; readonly type: TypeName }
  | { readonly is: 'list'; readonly items: readonly Expression[] }
  | {
      readonly is: 'context';
      readonly entries: readonly { readonly name: string; readonly value: Expression }[];
    }
  | {
      readonly is: 'function';
      readonly parameters: readonly FormalParameter[];
      readonly body: Expression;
      readonly external: boolean;
    }
  | {
      readonly is: 'range';
      readonly start: Expression;
      readonly end: Expression;
      readonly startIncluded: boolean;
      readonly endIncluded: boolean;
    }
  | { readonly is: 'half range'; readonly operator: ComparisonOperator; readonly end: Expression }
);

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**';
export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

export interface Iterator {
  readonly name: string;
  readonly from: Expression;
  readonly to: Expression | undefined;
}

export interface FormalParameter {
  readonly name: string;
  readonly type: TypeName | undefined;
}

/** A written type: built-in, or the name of an item definition that the compiler looks up. */
export type TypeName = { readonly at: number } & (
  | { readonly is: 'plain'; readonly name: string }
  | { readonly is: 'list' | 'range'; readonly of: TypeName }
  | {
      readonly is: 'context';
      readonly members: readonly { readonly name: string; readonly type: TypeName }[];
    }
  | { readonly is: 'function'; readonly parameters: readonly TypeName[]; readonly result: TypeName }
);

/** The unary tests of a decision table cell: any value, or a list of tests, possibly negated. */
export type UnaryTests =
  | { readonly is: 'anything' }
  | { readonly is: 'tests'; readonly negated: boolean; readonly tests: readonly Expression[] };

/** Finds a type that a model defines. */
export type TypeFinder = (name: string) => FeelType | undefined;
