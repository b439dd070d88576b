import { fold } from '#/values/fold.ts';
import type { Tx } from '../db/index.ts';
import { tokenMaker } from './blind-index.ts';

/** The tokens by which a text is found: of its triples of letters, and of the first one and two letters of its words. */
export async function searchTokens(tx: Tx, text: string): Promise<string[]> {
  return tokensOf(await tokenMaker(tx), text);
}

/** The same with tokens from elsewhere. */
export function tokensOf(token: (part: string) => string, text: string): string[] {
  const folded = foldedFor(text);
  const parts = new Set<string>();
  for (let at = 0; at + 3 <= folded.length; at += 1) parts.add(folded.slice(at, at + 3));
  for (const word of folded.split(' ')) {
    parts.add(`^${word.slice(0, 1)}`);
    if (word.length > 1) parts.add(`^${word.slice(0, 2)}`);
  }
  return [...parts].map(token).toSorted();
}

/** What a row must have for all these terms to occur in it; `isFound` then tells whether they really do. */
export async function wantedTokens(tx: Tx, terms: readonly string[]): Promise<string[]> {
  const token = await tokenMaker(tx);
  const parts = terms.flatMap((term) => {
    const folded = foldedFor(term);
    if (folded.length < 3) return folded === '' ? [] : [`^${folded}`];
    return Array.from({ length: folded.length - 2 }, (_, at) => folded.slice(at, at + 3));
  });
  return [...new Set(parts)].map(token);
}

/** Whether all terms occur in a text: inside of it, or for those of one or two letters at the beginning of a word. */
export function isFound(text: string, terms: readonly string[]): boolean {
  const folded = ` ${foldedFor(text)}`;
  return terms.every((term) => {
    const wanted = foldedFor(term);
    return folded.includes(wanted.length < 3 ? ` ${wanted}` : wanted);
  });
}

function foldedFor(text: string): string {
  return fold(text).replace(/\s+/g, ' ').trim();
}
