/** A DMN model as read from its file: data only, nothing compiled. */
export interface DmnModel {
  readonly name: string;
  readonly namespace: string;
  readonly imports: readonly DmnImport[];
  readonly types: readonly ItemDefinition[];
  readonly inputs: readonly InputData[];
  readonly decisions: readonly Decision[];
  readonly knowledge: readonly Knowledge[];
  readonly services: readonly DecisionService[];
}

export interface Located {
  readonly line: number;
  readonly column: number;
}

interface DmnImport extends Located {
  /** The prefix by which imported names are used; empty when they are used without one. */
  readonly name: string;
  readonly namespace: string;
}

export interface ItemDefinition extends Located {
  readonly name: string;
  readonly base: string | undefined;
  readonly isCollection: boolean;
  readonly members: readonly ItemDefinition[];
  readonly function:
    | { readonly parameters: readonly Variable[]; readonly result: string | undefined }
    | undefined;
  readonly allowedValues: string | undefined;
  readonly typeConstraint: string | undefined;
}

export interface Variable {
  readonly name: string;
  readonly type: string | undefined;
}

export interface InputData extends Located {
  readonly id: string;
  readonly name: string;
  readonly type: string | undefined;
}

export interface Decision extends Located {
  readonly id: string;
  readonly name: string;
  readonly type: string | undefined;
  /** hrefs of required input data and decisions, in order. */
  readonly information: readonly string[];
  readonly knowledge: readonly string[];
  readonly logic: Boxed | undefined;
}

export interface Knowledge extends Located {
  readonly id: string;
  readonly name: string;
  readonly type: string | undefined;
  readonly knowledge: readonly string[];
  readonly logic: Boxed | undefined;
}

export interface DecisionService extends Located {
  readonly id: string;
  readonly name: string;
  readonly type: string | undefined;
  readonly outputs: readonly string[];
  readonly inputDecisions: readonly string[];
  readonly inputData: readonly string[];
}

/** A boxed expression. */
export type Boxed = Located & { readonly type: string | undefined } & (
    | { readonly is: 'literal'; readonly text: string }
    | ({ readonly is: 'table' } & Table)
    | { readonly is: 'context'; readonly entries: readonly BoxedEntry[] }
    | {
        readonly is: 'invocation';
        readonly callee: Boxed | undefined;
        readonly bindings: readonly BoxedEntry[];
      }
    | { readonly is: 'list'; readonly items: readonly Boxed[] }
    | {
        readonly is: 'relation';
        readonly columns: readonly Variable[];
        readonly rows: readonly (readonly Boxed[])[];
      }
    | {
        readonly is: 'function';
        readonly parameters: readonly Variable[];
        readonly body: Boxed | undefined;
        readonly external: boolean;
      }
    | {
        readonly is: 'conditional';
        readonly test: Boxed;
        readonly whenTrue: Boxed;
        readonly whenFalse: Boxed;
      }
    | { readonly is: 'filter'; readonly of: Boxed; readonly match: Boxed }
    | {
        readonly is: 'for' | 'some' | 'every';
        readonly variable: string;
        readonly of: Boxed;
        readonly body: Boxed;
      }
  );

/** A named part of a context or an argument; the last entry of a context may have no name: it is the result. */
export interface BoxedEntry {
  readonly variable: Variable | undefined;
  readonly value: Boxed | undefined;
}

export type HitPolicy =
  | 'UNIQUE'
  | 'ANY'
  | 'FIRST'
  | 'PRIORITY'
  | 'RULE ORDER'
  | 'OUTPUT ORDER'
  | 'COLLECT';
export type Aggregation = 'SUM' | 'MIN' | 'MAX' | 'COUNT';

export interface Table {
  readonly hitPolicy: HitPolicy;
  readonly aggregation: Aggregation | undefined;
  readonly inputs: readonly TableInput[];
  readonly outputs: readonly TableOutput[];
  readonly rules: readonly Rule[];
}

export interface TableInput extends Located {
  readonly text: string;
  readonly type: string | undefined;
  readonly values: string | undefined;
}

export interface TableOutput extends Located {
  readonly name: string;
  readonly type: string | undefined;
  readonly values: string | undefined;
  readonly otherwise: string | undefined;
}

export interface Rule extends Located {
  readonly tests: readonly string[];
  readonly results: readonly string[];
  /** What the author noted beside the rule, e.g. its legal basis. */
  readonly annotations: readonly string[];
}
