import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { fontFiles } from './fonts.ts';
import { shrink, stylesheet } from './stylesheet.ts';

const { css, url } = stylesheet();
const tokens = (file: string) =>
  readFileSync(new URL(`./style/${file}.css`, import.meta.url), 'utf8');

/** The colours of one theme, by name; later blocks rest on earlier ones. */
function theme(...selectors: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  const text = `${tokens('tokens')}\n${tokens('dark')}`;
  for (const selector of selectors) {
    const start = text.indexOf(`${selector} {`);
    const block = text.slice(start, text.indexOf('}', start));
    for (const [, name, colour] of block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g))
      found[name!] = colour!;
  }
  return found;
}

/** WCAG 2.2, "contrast ratio". */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const themes = {
  light: theme(':root'),
  'light, high contrast': theme(':root', ':root.contrast'),
  dark: theme(':root', ':root.theme-dark'),
  'dark, high contrast': theme(
    ':root',
    ':root.contrast',
    ':root.theme-dark',
    ':root.theme-dark.contrast',
  ),
};

test.each(Object.entries(themes))('text can be read in the theme: %s', (_, colours) => {
  const ratio = (ink: string, ground: string) => contrast(colours[ink]!, colours[ground]!);
  for (const ground of ['ground', 'paper', 'sunken']) {
    expect(ratio('ink', ground), `ink on ${ground}`).toBeGreaterThanOrEqual(7);
    expect(ratio('ink-soft', ground), `ink-soft on ${ground}`).toBeGreaterThanOrEqual(7);
    expect(ratio('action', ground), `action on ${ground}`).toBeGreaterThanOrEqual(4.5);
    expect(ratio('brand-text', ground), `brand-text on ${ground}`).toBeGreaterThanOrEqual(4.5);
    expect(ratio('error-ink', ground), `error-ink on ${ground}`).toBeGreaterThanOrEqual(7);
    expect(ratio('edge', ground), `edge on ${ground}`).toBeGreaterThanOrEqual(3);
  }
  for (const tone of ['info', 'good', 'warning', 'error']) {
    expect(ratio(`${tone}-ink`, `${tone}-soft`), tone).toBeGreaterThanOrEqual(7);
    expect(ratio('ink', `${tone}-soft`), `ink on ${tone}`).toBeGreaterThanOrEqual(7);
    expect(ratio(tone, `${tone}-soft`), `icon of ${tone}`).toBeGreaterThanOrEqual(3);
  }
  expect(ratio('action-ink', 'action')).toBeGreaterThanOrEqual(7);
  expect(ratio('brand-ink', 'brand')).toBeGreaterThanOrEqual(7);
  expect(ratio('ink', 'neutral-soft')).toBeGreaterThanOrEqual(7);
});

test('the stylesheet and the first fonts are small enough for a slow phone', () => {
  const first = fontFiles.filter((font) => font.first);
  const bytes = first.reduce((sum, { file }) => sum + statSync(file).size, 0);
  expect(gzipSync(css).length).toBeLessThan(10_000);
  expect(bytes).toBeLessThan(72_000);
  expect(url).toMatch(/^\/tai-nguyen\/giao-dien\.[0-9a-f]{12}\.css$/);
});

test('every font file is there, with Vietnamese letters in each weight', () => {
  for (const { file } of fontFiles) expect(existsSync(file)).toBe(true);
  const vietnamese = fontFiles.filter(({ range }) => range.includes('U+1EA0-1EF9'));
  expect(vietnamese.map(({ weight }) => weight)).toEqual([400, 600, 700]);
});

test('shrinking keeps strings, calculations and selectors', () => {
  const written = `/* c */ .a :hover , .b { content: ': ' ; width: calc(100% - 4px); margin: -1px; }`;
  expect(shrink(written)).toBe(`.a :hover,.b{content:': ';width:calc(100% - 4px);margin:-1px}`);
});

test('dark colours hold for those who chose them and for dark devices', () => {
  expect(css).toContain(':root.theme-dark{');
  expect(css).toContain('@media screen and (prefers-color-scheme:dark){:root:not(.theme-light){');
});

test('no part of the stylesheet is dead: every class is used by some page', () => {
  const source = sources(new URL('../', import.meta.url)).join('\n');
  const classes = new Set(
    [...css.matchAll(/\.([a-z][\w-]*)(?=[^{}]*\{)/g)].map(([, name]) => name!),
  );
  const unused = [...classes].filter((name) => !isUsed(name, source));
  expect(unused).toEqual([]);
});

/** Whole in the source, or put together from a stem and a variant: `tag--${tone}`. */
function isUsed(name: string, source: string): boolean {
  const stem = name.replace(/(--|-)[^-]*$/, '$1${');
  return new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(source) || source.includes(stem);
}

function sources(folder: URL): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'));
}
