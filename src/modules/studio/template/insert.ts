import { blocks } from './blocks.ts';

/** The template with a block of the library at its end; the same when there is no such block. */
export function withBlock(template: string, key: string): string {
  const block = blocks.find((one) => one.key === key);
  return block === undefined ? template : withPiece(template, block.code, block.uses);
}

/** The template with a line that states an answer, under a label. */
export function withAnswer(template: string, name: string, label: string): string {
  const code = `#fact(${JSON.stringify(label)}, told(data, ${JSON.stringify(name)}))`;
  return withPiece(template, code, ['fact', 'told']);
}

function withPiece(template: string, code: string, uses: readonly string[]): string {
  return `${withImports(template, uses).trimEnd()}\n\n${code}\n`;
}

const importLine = /^#import "letterhead\.typ": ([\w\-, \t]+)$/m;

/** The template with these names taken from the letterhead. */
export function withImports(template: string, names: readonly string[]): string {
  if (names.length === 0) return template;
  const found = importLine.exec(template);
  const known = found === null ? [] : found[1]!.split(',').map((name) => name.trim());
  if (found !== null && names.every((name) => known.includes(name))) return template;
  const all = [...new Set([...known, ...names])].toSorted().join(', ');
  const line = `#import "letterhead.typ": ${all}`;
  return found === null ? `${line}\n${template}` : template.replace(importLine, () => line);
}
