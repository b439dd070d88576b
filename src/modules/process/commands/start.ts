import { createHash } from 'node:crypto';
import type { Tx } from '#/platform/db/index.ts';
import { newId } from '#/values/id.ts';
import type { CompiledProcess, Vars } from '../bpmn/graph.ts';
import { loadDefinition } from '../definition.ts';
import { insertInstance } from '../store/instances.ts';
import { advance, type DueOf, type Moved } from './advance.ts';

/**
 * Starts an instance. `unitOf` says which unit does the work of a role for this subject; it is asked once for
 * every role of the model.
 */
export async function startProcess(
  tx: Tx,
  start: {
    definitionId: string;
    subject: string;
    unitOf: (role: string) => string | Promise<string>;
    vars: Vars;
    at: Date;
    dueOf?: DueOf | undefined;
    by?: string | null | undefined;
  },
): Promise<Moved> {
  const { definitionId, subject } = start;
  const compiled = await loadDefinition(tx, definitionId);
  const units = await unitsOf(compiled, start.unitOf);
  const id = newId();
  const placing = { definitionId, placementId: placementIdOf(units) };
  return advance(
    tx,
    {
      instance: {
        id,
        definitionId,
        subject,
        next: 1,
        vars: {},
        isOpen: true,
        suspendedAt: null,
        units,
      },
      compiled,
      tokens: [],
    },
    { type: 'start', vars: start.vars },
    start,
    (_tx, change, step) => insertInstance(tx, placing, change, step),
  );
}

async function unitsOf(
  compiled: CompiledProcess,
  unitOf: (role: string) => string | Promise<string>,
): Promise<Record<string, string>> {
  const roles = new Set(compiled.nodes.flatMap((node) => node.step?.role ?? []));
  const units: Record<string, string> = {};
  for (const role of [...roles].toSorted()) units[role] = await unitOf(role);
  return units;
}

/** A UUIDv8 (RFC 9562, section 5.8) made of the content: equal placements are one row without asking first. */
function placementIdOf(units: Readonly<Record<string, string>>): string {
  const bytes = createHash('sha256').update(JSON.stringify(units)).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
