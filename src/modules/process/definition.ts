import { createHash } from 'node:crypto';
import type { Tx } from '#/platform/db/index.ts';
import { newId } from '#/values/id.ts';
import { compileGraph } from './bpmn/compile.ts';
import { ProcessFault } from './bpmn/fault.ts';
import { feelLanguage } from './bpmn/feel-language.ts';
import type { CompiledProcess } from './bpmn/graph.ts';
import { proveSound } from './soundness/prove.ts';
import {
  findDefinitionBySha256,
  getDefinition,
  insertDefinition,
  insertNumbers,
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
  const sha256 = createHash('sha256').update(xml).digest();
  const known = await findDefinitionBySha256(tx, key, sha256);
  if (known !== undefined) return { definitionId: known };
  const compiled = await compileGraph(xml, feelLanguage);
  const { faults, markings, bounded } = proveSound(compiled);
  if (faults.length > 0) throw new ProcessFault(faults);
  await lockKey(tx, key);
  const crossed = await findDefinitionBySha256(tx, key, sha256);
  if (crossed !== undefined) return { definitionId: crossed };
  const numbers = await listNumbers(tx, key);
  const fresh = compiled.nodes.map((node) => node.id).filter((id) => !numbers.has(id));
  await insertNumbers(tx, key, fresh);
  const id = newId();
  await insertDefinition(tx, { id, key, sha256, bpmn: xml, proof: { markings, bounded }, at });
  return { definitionId: id };
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
  return compileGraph(bpmn, feelLanguage, await listNumbers(tx, key));
}
