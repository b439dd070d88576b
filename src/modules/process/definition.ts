import { createHash } from 'node:crypto';
import type { Tx } from '#/platform/db/index.ts';
import { newId } from '#/values/id.ts';
import { compileGraph } from './bpmn/compile.ts';
import { ProcessFault } from './bpmn/fault.ts';
import { feelLanguage } from './bpmn/feel-language.ts';
import type { CompiledProcess } from './bpmn/graph.ts';
import type { Library } from './bpmn/parts.ts';
import { proveSound } from './soundness/prove.ts';
import {
  findDefinitionBySha256,
  findLatestDefinition,
  getDefinition,
  insertCalls,
  insertDefinition,
  insertNumbers,
  listCalls,
  listNumbers,
  lockKey,
} from './store/definitions.ts';

/**
 * Deploys a model as a new version of its key, or gives the version that it already is. Throws a ProcessFault when
 * the model cannot run or is proven unsound; when the proof hits its bound, that is kept with the version.
 */
export async function deployDefinition(
  tx: Tx,
  { key, xml, at }: { key: string; xml: string; at: Date },
): Promise<{ definitionId: string }> {
  const calls = new Map<string, string>();
  if (!mayCall(xml)) {
    const known = await findDefinitionBySha256(tx, key, digest(xml, calls));
    if (known !== undefined) return { definitionId: known };
  }
  const compiled = await compileGraph(xml, feelLanguage, { library: latest(tx, calls) });
  const { faults, markings, bounded } = proveSound(compiled);
  if (faults.length > 0) throw new ProcessFault(faults);
  await lockKey(tx, key);
  const sha256 = digest(xml, calls);
  const known = await findDefinitionBySha256(tx, key, sha256);
  if (known !== undefined) return { definitionId: known };
  const numbers = await listNumbers(tx, key);
  const fresh = compiled.nodes.map((node) => node.id).filter((id) => !numbers.has(id));
  await insertNumbers(tx, key, fresh);
  const id = newId();
  await insertDefinition(tx, { id, key, sha256, bpmn: xml, proof: { markings, bounded }, at });
  await insertCalls(tx, id, calls);
  return { definitionId: id };
}

function mayCall(xml: string): boolean {
  return xml.includes('callActivity');
}

/** Of a text that calls nothing simply its SHA-256. */
function digest(xml: string, calls: ReadonlyMap<string, string>): Buffer {
  const hash = createHash('sha256').update(xml);
  for (const [element, called] of calls) hash.update(`\n${element}=${called}`);
  return hash.digest();
}

/** Binds calls to the latest version of what they call, and writes down to which. */
function latest(tx: Tx, calls: Map<string, string>): Library {
  return async (element, key) => {
    const found = await findLatestDefinition(tx, key);
    if (!found) return undefined;
    calls.set(element, found.id);
    return { xml: found.bpmn, library: bound(tx, found.id) };
  };
}

/** Calls as they were bound when the caller was deployed. */
function bound(tx: Tx, definitionId: string): Library {
  return async (element) => {
    const called = (await listCalls(tx, definitionId)).get(element);
    if (called === undefined) return undefined;
    const { bpmn } = await getDefinition(tx, called);
    return { xml: bpmn, library: bound(tx, called) };
  };
}

/** So many compiled models are kept in memory; a commune runs some hundreds. */
const mostKept = 500;

const kept = new Map<string, Promise<CompiledProcess>>();

/** A deployed model, compiled with its stable numbers. Definitions never change, so each is compiled once. */
export function loadDefinition(tx: Tx, id: string): Promise<CompiledProcess> {
  const known = kept.get(id);
  if (known) return known;
  const loading = compileStored(tx, id);
  kept.set(id, loading);
  loading.catch(() => kept.delete(id));
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return loading;
}

async function compileStored(tx: Tx, id: string): Promise<CompiledProcess> {
  const { key, bpmn } = await getDefinition(tx, id);
  return compileGraph(bpmn, feelLanguage, {
    numbers: await listNumbers(tx, key),
    library: bound(tx, id),
  });
}
