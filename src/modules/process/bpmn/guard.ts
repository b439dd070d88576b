import { text } from '#/values/text.ts';
import { ProcessFault } from './fault.ts';

/** How large a model may be. A province's largest procedure has some sixty steps. */
export const limits = { characters: 1_048_576, elements: 10_000, depth: 64, nodes: 500 } as const;

/**
 * Lets only XML through that is safe to parse: of bounded size, depth and number of elements, and without a
 * document type, because BPMN needs none and entities are the known way to exhaust a parser.
 */
export function guardXml(xml: string): void {
  if (xml.length > limits.characters) {
    refuse(
      `Tệp quá lớn: tối đa ${limits.characters} ký tự`,
      `The file is too large: at most ${limits.characters} characters`,
    );
  }
  let depth = 0;
  let elements = 0;
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at)) {
    const skipped = skipInert(xml, at);
    if (skipped !== undefined) {
      at = skipped;
      continue;
    }
    const end = endOfTag(xml, at);
    if (xml[at + 1] === '/') depth -= 1;
    else {
      elements += 1;
      if (xml[end - 1] !== '/') depth += 1;
      if (elements >= limits.elements) tooMany(xml, at);
      if (depth > limits.depth) tooDeep(xml, at);
    }
    at = end + 1;
  }
}

/** The place behind a comment, a CDATA section or a processing instruction; undefined for a tag. */
function skipInert(xml: string, at: number): number | undefined {
  const closing = xml.startsWith('<!--', at)
    ? '-->'
    : xml.startsWith('<![CDATA[', at)
      ? ']]>'
      : xml[at + 1] === '?'
        ? '?>'
        : undefined;
  if (closing !== undefined) {
    const end = xml.indexOf(closing, at);
    if (end === -1) unclosed(xml, at);
    return end + closing.length;
  }
  if (xml[at + 1] === '!') {
    refuse(
      `Không được khai báo DOCTYPE hoặc ENTITY (${place(xml, at).vi})`,
      `A document type or entity declaration is not allowed (${place(xml, at).en})`,
    );
  }
  return undefined;
}

function endOfTag(xml: string, start: number): number {
  for (let at = start + 1; at < xml.length; at += 1) {
    const sign = xml[at];
    if (sign === '>') return at;
    if (sign === '"' || sign === "'") {
      at = xml.indexOf(sign, at + 1);
      if (at === -1) break;
    }
  }
  return unclosed(xml, start);
}

function unclosed(xml: string, at: number): never {
  return refuse(
    `Thẻ XML không được đóng (${place(xml, at).vi})`,
    `An XML tag is not closed (${place(xml, at).en})`,
  );
}

function tooMany(xml: string, at: number): never {
  return refuse(
    `Quá nhiều phần tử XML: phải ít hơn ${limits.elements} (${place(xml, at).vi})`,
    `Too many XML elements: fewer than ${limits.elements} are allowed (${place(xml, at).en})`,
  );
}

function tooDeep(xml: string, at: number): never {
  return refuse(
    `Các phần tử XML lồng nhau quá sâu: tối đa ${limits.depth} tầng (${place(xml, at).vi})`,
    `XML elements are nested too deeply: at most ${limits.depth} levels (${place(xml, at).en})`,
  );
}

function place(xml: string, at: number): { vi: string; en: string } {
  const before = xml.slice(0, at);
  const line = before.split('\n').length;
  const column = at - before.lastIndexOf('\n');
  return { vi: `dòng ${line}, cột ${column}`, en: `line ${line}, column ${column}` };
}

function refuse(vi: string, en: string): never {
  throw new ProcessFault([{ element: null, words: text(vi, en) }]);
}
