import type { Tx } from '#/platform/db/index.ts';
import { newId } from '#/values/id.ts';
import type { Vars } from '../bpmn/graph.ts';
import { loadDefinition } from '../definition.ts';
import { insertInstance } from '../store/instances.ts';
import { advance, type DueOf, type Moved } from './advance.ts';
import { placementIdOf, unitsOf, type UnitOf } from './placement.ts';

/**
 * Starts an instance. `unitOf` says which unit does the work of a role for this subject; it is asked once for
 * every role of the model.
 */
export async function startProcess(
  tx: Tx,
  start: {
    definitionId: string;
    subject: string;
    unitOf: UnitOf;
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
