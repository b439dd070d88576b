import { attribute, readSpans, type Span } from '../text/spans.ts';
import type { Merged } from './clash.ts';
import { mergeLists, type Keyed } from './merge-lists.ts';

/**
 * Merges two changed XML texts by the elements inside of their container (the decisions of a DMN file, the elements of
 * a process), each kept letter by letter. Undefined when a text cannot be taken apart so.
 */
export function mergeXml(
  base: string,
  mine: string,
  theirs: string,
  container: 'definitions' | 'process',
): Merged<string> | undefined {
  const [first, second, third] = [base, mine, theirs].map((xml) => piecesOf(xml, container));
  if (!first || !second || !third) return undefined;
  const merged = mergeLists(first, second, third, '', mergePiece);
  return { value: merged.value.join(''), clashes: merged.clashes };
}

function mergePiece(
  base: string | undefined,
  mine: string | undefined,
  theirs: string | undefined,
  key: string,
): Merged<string | undefined> {
  if (mine === theirs || base === theirs) return { value: mine, clashes: [] };
  if (base === mine) return { value: theirs, clashes: [] };
  return { value: mine ?? theirs, clashes: [{ place: key, theirs }] };
}

/** The text cut behind each element of the container; undefined when two of them cannot be told apart. */
function piecesOf(xml: string, container: string): Keyed<string> | undefined {
  const found = containerOf(xml, container);
  if (found === undefined) return undefined;
  const pieces = new Map([['đầu tệp', xml.slice(0, found.openTo)]]);
  let at = found.openTo;
  for (const child of found.children) {
    const key = attribute(child, 'id');
    if (key === undefined || pieces.has(key)) return undefined;
    pieces.set(key, xml.slice(at, child.to));
    at = child.to;
  }
  return pieces.set('cuối tệp', xml.slice(at));
}

function containerOf(xml: string, container: string): Span | undefined {
  try {
    const root = readSpans(xml);
    return root.local === container
      ? root
      : root.children.find((child) => child.local === container);
  } catch {
    return undefined;
  }
}
