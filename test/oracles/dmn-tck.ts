import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { compileDmn, readDmn } from '#/platform/dmn/index.ts';
import type { CompiledDmn, DmnModel } from '#/platform/dmn/index.ts';
import { all, one } from '#/platform/dmn/element.ts';
import { readXml } from '#/platform/dmn/xml.ts';
import type { Element } from '#/platform/dmn/xml.ts';
import { FeelNumber } from '#/platform/feel/index.ts';
import type { FeelValue } from '#/platform/feel/index.ts';
import { formatValue } from '#/platform/feel/format.ts';
import { isContext } from '#/platform/feel/value.ts';

import { matchesExpected, readValue } from './dmn-tck-value.ts';

/** Runs the public DMN Technology Compatibility Kit: github.com/dmn-tck/tck, folder TestCases. */

export interface CaseOutcome {
  readonly group: string;
  readonly id: string;
  /** Why it did not pass, undefined when it did. */
  readonly failure: string | undefined;
}

/** Runs all cases of one compliance level; a case passes when all of its result nodes do. */
export function runLevel(folder: string, groups?: (name: string) => boolean): CaseOutcome[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && (groups?.(entry.name) ?? true))
    .flatMap((entry) => runGroup(join(folder, entry.name), entry.name));
}

function runGroup(folder: string, group: string): CaseOutcome[] {
  const files = readdirSync(folder);
  const sources = new Map(
    files
      .filter((file) => file.endsWith('.dmn'))
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
  return files
    .filter((file) => file.endsWith('.xml'))
    .flatMap((file) => {
      const tests = readXml(readFileSync(join(folder, file), 'utf8'));
      const compiled = compileModel(sources, one(tests, 'modelName')?.text.trim() ?? '');
      return all(tests, 'testCase').map((test) => ({
        group,
        id: `${file}#${test.attributes['id'] ?? ''}`,
        failure: typeof compiled === 'string' ? compiled : runCase(test, compiled),
      }));
    });
}

function compileModel(sources: ReadonlyMap<string, string>, name: string): CompiledDmn | string {
  try {
    const models = new Map<string, DmnModel>();
    for (const [file, source] of sources) models.set(file, readDmn(source));
    const model = models.get(name);
    if (model === undefined) return `no model ${name}`;
    return compileDmn(model, {
      imports: [...models.values()].filter((one_) => one_ !== model),
      tolerant: true,
    });
  } catch (error) {
    return String(error);
  }
}

function runCase(test: Element, compiled: CompiledDmn): string | undefined {
  const inputs: Record<string, FeelValue> = {};
  for (const node of all(test, 'inputNode'))
    inputs[node.attributes['name'] ?? ''] = readValue(node);
  const invocable = test.attributes['invocableName'];
  const failures = all(test, 'resultNode').flatMap((result) => {
    const name = result.attributes['name'] ?? '';
    const expected = one(result, 'expected');
    const wanted = expected === undefined ? null : readValue(expected);
    const mayFail = result.attributes['errorResult'] === 'true';
    let value: FeelValue;
    try {
      value = compiled.decide(invocable ?? name, inputs).value;
      // A decision service with several outputs gives a context of them.
      if (invocable !== undefined && isContext(value) && Object.hasOwn(value, name))
        value = value[name] ?? null;
    } catch (error) {
      return mayFail ? [] : [`${name}: ${String(error)}`];
    }
    if (mayFail && value === null) return [];
    return matchesExpected(value, wanted)
      ? []
      : [`${name}: expected ${show(wanted)}, got ${show(value)}`];
  });
  return failures.length === 0 ? undefined : failures.join('; ');
}

function show(value: FeelValue): string {
  return value instanceof FeelNumber ? value.toString() : formatValue(value);
}
