import { createHash } from 'node:crypto';
import type { CompiledProcess } from '../bpmn/graph.ts';

/** Says which unit does the work of a role. */
export type UnitOf = (role: string) => string | Promise<string>;

/** Which unit does the work of each role of a model. */
export async function unitsOf(
  compiled: CompiledProcess,
  unitOf: UnitOf,
): Promise<Record<string, string>> {
  const roles = new Set(compiled.nodes.flatMap((node) => node.step?.role ?? []));
  const units: Record<string, string> = {};
  for (const role of [...roles].toSorted()) units[role] = await unitOf(role);
  return units;
}

/** A UUIDv8 (RFC 9562, section 5.8) made of the content: equal placements are one row without asking first. */
export function placementIdOf(units: Readonly<Record<string, string>>): string {
  const bytes = createHash('sha256').update(JSON.stringify(units)).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
