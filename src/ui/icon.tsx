import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { h } from 'preact';
import { type IconName, iconNames } from './icon-names.ts';

type Shape = readonly [tag: string, attributes: Readonly<Record<string, string>>];

const folder = join(
  dirname(createRequire(import.meta.url).resolve('lucide-static/package.json')),
  'icons',
);

const drawings = new Map(iconNames.map((name) => [name, shapesOf(name)]));

/**
 * An outline icon, drawn into the page by the server; the stylesheet says with which pen. It always stands beside words,
 * so it is silent to screen readers.
 */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      {drawings.get(name)?.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}

/** The shapes inside an icon file: Lucide writes flat elements with quoted attributes only. */
function shapesOf(name: string): readonly Shape[] {
  const inside = readFileSync(join(folder, `${name}.svg`), 'utf8').replace(
    /^[\s\S]*?<svg[^>]*>/,
    '',
  );
  return [...inside.matchAll(/<(\w+)\s([^>]*?)\/>/g)].map(([, tag, written]) => [
    tag!,
    Object.fromEntries(
      [...written!.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key!, value!]),
    ),
  ]);
}
