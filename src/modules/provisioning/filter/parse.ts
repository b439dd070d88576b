import { badRequest } from '../fault.ts';

export type Operator = 'eq' | 'ne' | 'co' | 'sw' | 'ew' | 'gt' | 'ge' | 'lt' | 'le' | 'pr';

/** An attribute, and the one inside of it, as a filter or a path names them. */
export interface Place {
  readonly name: string;
  readonly sub: string | undefined;
}

/** A filter (RFC 7644, 3.4.2.2). */
export type Filter =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Filter[] }
  | { readonly kind: 'not'; readonly of: Filter }
  | {
      readonly kind: 'compare';
      readonly place: Place;
      readonly operator: Operator;
      readonly value: string | number | boolean | null;
    }
  /** Some value of the attribute fits all of it. */
  | { readonly kind: 'within'; readonly name: string; readonly filter: Filter };

/** A path of a change (RFC 7644, 3.5.2): `attr`, `attr.sub`, `attr[filter]`, `attr[filter].sub`. */
export interface Path extends Place {
  readonly filter: Filter | undefined;
}

const operators = new Set(['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le', 'pr']);
/** Longer filters and deeper ones are nobody's question. */
const [longest, deepest] = [2_000, 20];

const lexis = /\s*(?:(?<text>"(?:[^"\\]|\\.)*")|(?<sign>[()[\]])|(?<word>[^\s()[\]"]+))/y;

interface Token {
  readonly kind: 'text' | 'sign' | 'word' | 'end';
  readonly text: string;
}

function tokensOf(typed: string, fault: (detail: string) => Error): Token[] {
  if (typed.length > longest) throw fault('too long');
  const tokens: Token[] = [];
  const source = typed.trimEnd();
  lexis.lastIndex = 0;
  while (lexis.lastIndex < source.length) {
    const { text, sign, word } = lexis.exec(source)?.groups ?? {};
    if (text !== undefined) tokens.push({ kind: 'text', text });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else throw fault('it cannot be read');
  }
  return [...tokens, { kind: 'end', text: '' }];
}

/** Reads a filter. Operators and names may be written in any case. @throws ScimFault */
export function parseFilter(typed: string): Filter {
  const reader = readerOf(typed, (detail) => badRequest('invalidFilter', `The filter: ${detail}.`));
  const filter = reader.either(0);
  reader.end();
  return filter;
}

/** Reads the path of a change. @throws ScimFault */
export function parsePath(typed: string): Path {
  const reader = readerOf(typed, (detail) => badRequest('invalidPath', `The path: ${detail}.`));
  const path = reader.path();
  reader.end();
  return path;
}

function readerOf(typed: string, fault: (detail: string) => Error) {
  const tokens = tokensOf(typed, fault);
  let at = 0;
  const next = () => tokens[at]!;
  const isWord = (word: string) => next().kind === 'word' && next().text.toLowerCase() === word;
  const isSign = (sign: string) => next().kind === 'sign' && next().text === sign;

  function take(sign: string): void {
    if (!isSign(sign)) throw fault(`“${sign}” is missing`);
    at += 1;
  }

  function list(kind: 'and' | 'or', part: (depth: number) => Filter, depth: number): Filter {
    const parts = [part(depth)];
    while (isWord(kind)) {
      at += 1;
      parts.push(part(depth));
    }
    return parts.length === 1 ? parts[0]! : { kind, parts };
  }

  const either = (depth: number): Filter => list('or', both, depth);
  const both = (depth: number): Filter => list('and', one, depth);

  function one(depth: number): Filter {
    if (depth > deepest) throw fault('it is too deep');
    if (isWord('not') && tokens[at + 1]?.text === '(') {
      at += 1;
      return { kind: 'not', of: group(depth) };
    }
    if (isSign('(')) return group(depth);
    return comparison(depth);
  }

  function group(depth: number): Filter {
    take('(');
    const inner = either(depth + 1);
    take(')');
    return inner;
  }

  function place(): Place {
    const { kind, text } = next();
    if (kind !== 'word') throw fault('the name of an attribute is missing');
    at += 1;
    return placeOf(text, fault);
  }

  function comparison(depth: number): Filter {
    const named = place();
    if (isSign('[')) {
      if (named.sub !== undefined) throw fault('brackets follow the attribute itself');
      return { kind: 'within', name: named.name, filter: brackets(depth) };
    }
    const operator = next().text.toLowerCase();
    if (next().kind !== 'word' || !operators.has(operator)) throw fault('an operator is missing');
    at += 1;
    if (operator === 'pr') return { kind: 'compare', place: named, operator, value: null };
    return { kind: 'compare', place: named, operator: operator as Operator, value: literal() };
  }

  function brackets(depth: number): Filter {
    take('[');
    const inner = either(depth + 1);
    take(']');
    return inner;
  }

  function literal(): string | number | boolean | null {
    const { kind, text } = next();
    if (kind !== 'text' && kind !== 'word') throw fault('a value is missing');
    at += 1;
    try {
      const value = JSON.parse(
        kind === 'word' && /^(true|false|null)$/i.test(text) ? text.toLowerCase() : text,
      ) as unknown;
      if (value === null || ['string', 'number', 'boolean'].includes(typeof value))
        return value as string | number | boolean | null;
    } catch {
      // Told below.
    }
    throw fault(`“${text}” is no value`);
  }

  function path(): Path {
    const named = place();
    if (!isSign('[')) return { ...named, filter: undefined };
    if (named.sub !== undefined) throw fault('brackets follow the attribute itself');
    const filter = brackets(0);
    if (next().kind !== 'word') return { ...named, filter };
    const { text } = next();
    if (!/^\.[$\w-]+$/.test(text)) throw fault('after brackets comes a point and a name');
    at += 1;
    return { name: named.name, sub: text.slice(1), filter };
  }

  function end(): void {
    if (next().kind !== 'end') throw fault(`“${next().text}” is too much`);
  }

  return { either, path, end };
}

/** `name`, `name.sub`, with the URN of a schema in front or without. */
function placeOf(text: string, fault: (detail: string) => Error): Place {
  const colon = /^urn:/i.test(text) ? text.lastIndexOf(':') : -1;
  const [name = '', sub, ...more] = text.slice(colon + 1).split('.');
  const isName = (word: string) => /^[$a-z][\w$-]*$/i.test(word);
  if (!isName(name) || (sub !== undefined && !isName(sub)) || more.length > 0)
    throw fault(`“${text}” is no name of an attribute`);
  return { name, sub };
}
