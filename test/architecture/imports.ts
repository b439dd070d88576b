import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'rolldown/utils';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** One source file: its path from the root with forward slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** One import of the project's own code. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  /** As it is written. */
  readonly specifier: string;
}

/** All files below a folder that end in one of the endings. */
export function readFiles(folder: string, endings: readonly string[]): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((path) => !path.includes('node_modules'))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** Every import, re-export and dynamic import between the files. */
export function importsOf(files: readonly SourceFile[]): Edge[] {
  return files.flatMap(({ path, text }) => {
    const { module } = parseSync(path, text);
    const specifiers = [
      ...module.staticImports.map((one) => one.moduleRequest.value),
      ...module.staticExports.flatMap((one) =>
        one.entries.map((entry) => entry.moduleRequest?.value),
      ),
      ...module.dynamicImports.map((one) =>
        text.slice(one.moduleRequest.start + 1, one.moduleRequest.end - 1),
      ),
    ];
    return [...new Set(specifiers)].flatMap((specifier) => {
      const to = specifier === undefined ? undefined : target(path, specifier);
      return to === undefined ? [] : [{ from: path, to, specifier: specifier! }];
    });
  });
}

function target(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('#/')) return `src/${specifier.slice(2)}`;
  if (!specifier.startsWith('.')) return undefined;
  return relative(root, resolve(root, dirname(from), specifier)).replaceAll('\\', '/');
}
