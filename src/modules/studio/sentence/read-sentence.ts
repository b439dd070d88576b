import { signs, type Clause, type Literal, type Relation, type Sentence } from './sentence.ts';

/**
 * Reads a FEEL condition back into a sentence. Undefined when it says more than a sentence can: it then stays FEEL,
 * and nothing of it is ever changed by reading.
 */
export function readSentence(feel: string): Sentence | undefined {
  const tokens = tokensOf(feel);
  if (tokens === undefined || tokens.length === 0) return undefined;
  const reader = new Reader(tokens);
  try {
    return reader.sentence();
  } catch (error) {
    if (error instanceof NoSentence) return undefined;
    throw error;
  }
}

/** Reads one value as FEEL writes it; undefined when it is an expression. */
export function readLiteral(feel: string): Literal | undefined {
  const tokens = tokensOf(feel);
  if (tokens === undefined) return undefined;
  const reader = new Reader(tokens);
  try {
    const literal = reader.literal();
    return reader.isDone ? literal : undefined;
  } catch (error) {
    if (error instanceof NoSentence) return undefined;
    throw error;
  }
}

class NoSentence extends Error {}

interface Token {
  readonly type: 'name' | 'text' | 'number' | 'sign';
  readonly text: string;
}

const pattern =
  /\s*(?:("(?:[^"\\]|\\.)*")|(-?\d+(?:\.\d+)?)(?![\w.])|([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)|(!=|<=|>=|[=<>(),[\]+]))/y;

function tokensOf(feel: string): Token[] | undefined {
  const tokens: Token[] = [];
  const text = feel.normalize('NFC').trim();
  for (let at = 0; at < text.length; at = pattern.lastIndex) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) return undefined;
    const [, quoted, number, name, sign] = found;
    if (quoted !== undefined) {
      const plain = unquoted(quoted);
      if (plain === undefined) return undefined;
      tokens.push({ type: 'text', text: plain });
    } else if (number !== undefined) tokens.push({ type: 'number', text: number });
    else if (name !== undefined) tokens.push({ type: 'name', text: name });
    else tokens.push({ type: 'sign', text: sign! });
  }
  return tokens;
}

/** FEEL escapes a text as JSON does, for everything that a sentence holds. */
function unquoted(quoted: string): string | undefined {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return undefined;
  }
}

const relationOf = new Map(Object.entries(signs).map(([relation, sign]) => [sign, relation]));
const reserved = new Set(['and', 'or', 'not', 'null', 'true', 'false', 'date', 'list', 'if', 'in']);

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get isDone(): boolean {
    return this.#at === this.#tokens.length;
  }

  sentence(): Sentence {
    const clauses = [this.#clause()];
    const joins = new Set<string>();
    while (!this.isDone) {
      joins.add(this.#take('name'));
      clauses.push(this.#clause());
    }
    const [join = 'and', ...others] = joins;
    if (others.length > 0 || (join !== 'and' && join !== 'or')) throw new NoSentence();
    return { join, clauses };
  }

  #clause(): Clause {
    if (this.#skip('name', 'not')) {
      this.#take('sign', '(');
      const clause = this.#listClause('none-of');
      this.#take('sign', ')');
      return clause;
    }
    if (this.#peek('name', 'list')) return this.#listClause('one-of');
    const subject = this.#subject();
    if (this.#skip('sign', '+')) return this.#ageClause(subject);
    const relation = relationOf.get(this.#take('sign')) as Relation | undefined;
    if (relation === undefined) throw new NoSentence();
    if (this.#skip('name', 'null')) {
      if (relation === 'is') return { subject, relation: 'unanswered', values: [] };
      if (relation === 'is-not') return { subject, relation: 'answered', values: [] };
      throw new NoSentence();
    }
    return { subject, relation, values: [this.literal()] };
  }

  /** `list contains(["a", "b"], subject)` */
  #listClause(relation: 'one-of' | 'none-of'): Clause {
    this.#take('name', 'list');
    this.#take('name', 'contains');
    this.#take('sign', '(');
    this.#take('sign', '[');
    const values = [this.literal()];
    while (this.#skip('sign', ',')) values.push(this.literal());
    this.#take('sign', ']');
    this.#take('sign', ',');
    const subject = this.#subject();
    this.#take('sign', ')');
    return { subject, relation, values };
  }

  /** `subject + duration("P18Y") > submittedOn` */
  #ageClause(subject: string): Clause {
    this.#take('name', 'duration');
    this.#take('sign', '(');
    const years = /^P([1-9]\d{0,2})Y$/.exec(this.#take('text'))?.[1];
    this.#take('sign', ')');
    const sign = this.#take('sign');
    this.#take('name', 'submittedOn');
    const relation = sign === '>' ? 'under-age' : sign === '<=' ? 'of-age' : undefined;
    if (years === undefined || relation === undefined) throw new NoSentence();
    return { subject, relation, values: [{ type: 'number', text: years }] };
  }

  #subject(): string {
    const name = this.#take('name');
    if (reserved.has(name.split('.')[0]!)) throw new NoSentence();
    return name;
  }

  literal(): Literal {
    if (this.#skip('name', 'true')) return { type: 'flag', text: 'true' };
    if (this.#skip('name', 'false')) return { type: 'flag', text: 'false' };
    if (this.#skip('name', 'date')) {
      this.#take('sign', '(');
      const text = this.#take('text');
      this.#take('sign', ')');
      if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new NoSentence();
      return { type: 'day', text };
    }
    const token = this.#tokens[this.#at];
    if (token?.type !== 'text' && token?.type !== 'number') throw new NoSentence();
    this.#at += 1;
    return { type: token.type, text: token.text };
  }

  #peek(type: Token['type'], text: string): boolean {
    const token = this.#tokens[this.#at];
    return token?.type === type && token.text === text;
  }

  #skip(type: Token['type'], text: string): boolean {
    const isThere = this.#peek(type, text);
    if (isThere) this.#at += 1;
    return isThere;
  }

  #take(type: Token['type'], text?: string): string {
    const token = this.#tokens[this.#at];
    if (token?.type !== type || (text !== undefined && token.text !== text)) throw new NoSentence();
    this.#at += 1;
    return token.text;
  }
}
