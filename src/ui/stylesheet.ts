import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fontFaces } from './fonts.ts';

/** The one stylesheet: its text and the address whose name changes with its content, so it may be kept for ever. */
export interface Stylesheet {
  readonly css: string;
  readonly url: string;
}

const parts = [
  'base',
  'header',
  'frame',
  'button',
  'form',
  'choice',
  'rows',
  'content',
  'table',
  'notice',
  'status',
  'find',
  'service',
  'desk',
  'studio',
  'case',
  'hall',
  'print',
] as const;

/** Reads, joins and shrinks the parts in `style/`. Reads files: call it once at the start. */
export function stylesheet(): Stylesheet {
  const css = shrink(
    [fontFaces(), part('tokens'), dark(part('dark')), ...parts.map(part)].join('\n'),
  );
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 12);
  return { css, url: `/tai-nguyen/giao-dien.${hash}.css` };
}

function part(name: string): string {
  return readFileSync(new URL(`./style/${name}.css`, import.meta.url), 'utf8');
}

/** The dark tokens twice: for those who chose dark, and for dark devices whose owner did not choose light. Paper is white. */
function dark(tokens: string): string {
  const byDevice = tokens.replaceAll(':root.theme-dark', ':root:not(.theme-light)');
  return `@media screen{${tokens}}\n@media screen and (prefers-color-scheme: dark){${byDevice}}`;
}

/** Takes away comments and white space that say nothing. Strings keep what is inside them. */
export function shrink(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split(/('[^']*')/)
    .map((piece, at) => (at % 2 === 1 ? piece : shrinkPlain(piece)))
    .join('')
    .trim();
}

function shrinkPlain(css: string): string {
  return css
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/([{;(][\w-]+): /g, '$1:')
    .replaceAll(';}', '}');
}
