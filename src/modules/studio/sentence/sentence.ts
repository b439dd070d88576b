/** A condition that an official can read and build: one or more clauses, all of them or any of them. */
export interface Sentence {
  readonly join: 'and' | 'or';
  readonly clauses: readonly Clause[];
}

/** One comparison of an answer with what stands in the condition. */
export interface Clause {
  /** A question, a member of its answer, or a fact of the dossier: truong_hop, dia_chi.province, answers.uy_quyen. */
  readonly subject: string;
  readonly relation: Relation;
  /** One for most relations, none for "is answered", several for "is one of". */
  readonly values: readonly Literal[];
}

export const relations = [
  'is',
  'is-not',
  'more',
  'at-least',
  'less',
  'at-most',
  'one-of',
  'none-of',
  'answered',
  'unanswered',
  'under-age',
  'of-age',
] as const;

export type Relation = (typeof relations)[number];

/** A value that stands in a condition. `text` is the text itself, the digits, YYYY-MM-DD, or true and false. */
export interface Literal {
  readonly type: 'text' | 'number' | 'day' | 'flag';
  readonly text: string;
}

/** Relations that are written by a sign between subject and value. */
export const signs: Readonly<Partial<Record<Relation, string>>> = {
  is: '=',
  'is-not': '!=',
  more: '>',
  'at-least': '>=',
  less: '<',
  'at-most': '<=',
};

/** How many values a relation takes. */
export function valuesOf(relation: Relation): 'none' | 'one' | 'many' {
  if (relation === 'answered' || relation === 'unanswered') return 'none';
  return relation === 'one-of' || relation === 'none-of' ? 'many' : 'one';
}
