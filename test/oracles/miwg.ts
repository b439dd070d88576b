import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';
import { Parser } from 'saxen';
import { processSchema } from '#/modules/process/index.ts';
import { weave } from '#/modules/studio/drawing/weave.ts';

/** All models below a folder, by their path inside of it. */
export function listModels(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.bpmn'))
    .toSorted();
}

/** A model as text: some files are not written in UTF-8, and say so. */
export function readText(folder: string, name: string): string {
  const bytes = readFileSync(join(folder, name));
  const encoding = /encoding=["']([\w-]+)/.exec(bytes.subarray(0, 200).toString('latin1'))?.[1];
  return new TextDecoder(encoding ?? 'utf-8').decode(bytes);
}

interface Writer {
  fromXML(xml: string): Promise<{ rootElement: unknown }>;
  toXML(root: unknown, how: { format: boolean }): Promise<{ xml: string }>;
}

/** The model as the drawing board hands it back when nothing was changed: read, written anew, and woven in. */
export async function roundTrip(xml: string): Promise<string> {
  const moddle = new BpmnModdle({ cqs: processSchema }) as unknown as Writer;
  const { rootElement } = await moddle.fromXML(xml);
  const drawn = await moddle.toXML(rootElement, { format: true });
  return weave(xml, drawn.xml);
}

const defaults = readDefaults();

/**
 * Everything that a model says, in order of the alphabet: each element with its attributes and text. Left out is what
 * says nothing: how numbers are written, values that the standard takes for granted, and prefixes.
 */
export function statementsOf(xml: string): string[] {
  const statements: string[] = [];
  const open: { name: string; attributes: string; text: string }[] = [];
  new Parser()
    .on('openTag', (name, attributes, decode) => {
      open.push({ name: localOf(name), attributes: told(attributes(), decode), text: '' });
    })
    .on('text', (text, decode) => {
      const last = open.at(-1);
      if (last) last.text += decode(text);
    })
    .on('cdata', (text) => {
      const last = open.at(-1);
      if (last) last.text += text;
    })
    .on('closeTag', () => {
      const { name, attributes, text } = open.pop()!;
      if (name !== 'definitions') statements.push(`${name} ${attributes} ${text.trim()}`);
    })
    .on('error', (fault) => {
      throw fault;
    })
    .parse(xml);
  return statements.toSorted();
}

function told(attributes: Record<string, string>, decode: (text: string) => string): string {
  return Object.entries(attributes)
    .map(([name, value]) => [localOf(name), plain(decode(value))] as const)
    .filter(([name]) => !name.startsWith('xmlns') && name !== 'type')
    .filter(([name, value]) => defaults.get(name)?.has(value) !== true)
    .map(([name, value]) => `${name}=${value}`)
    .toSorted()
    .join(' ');
}

function plain(value: string): string {
  return /^-?\d+(\.\d+)?$/.test(value) ? String(Number(value)) : value.replace(/^\w+:/, '');
}

function localOf(name: string): string {
  return name.startsWith('xmlns') ? name : name.slice(name.indexOf(':') + 1);
}

interface Descriptor {
  readonly types: readonly {
    properties?: readonly { name: string; default?: string | number | boolean }[];
  }[];
}

/** Values that the standard's schemas take for granted, by attribute. */
function readDefaults(): ReadonlyMap<string, ReadonlySet<string>> {
  const require = createRequire(import.meta.url);
  const found = new Map<string, Set<string>>();
  for (const part of ['bpmn', 'bpmndi', 'dc', 'di']) {
    const entry = join(require.resolve('bpmn-moddle'), '../../resources/bpmn/json');
    const { types } = JSON.parse(readFileSync(join(entry, `${part}.json`), 'utf8')) as Descriptor;
    for (const { name, default: value } of types.flatMap(({ properties = [] }) => properties))
      if (value !== undefined)
        found.set(name, (found.get(name) ?? new Set<string>()).add(String(value)));
  }
  return found;
}
