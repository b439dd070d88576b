import { unitFor, type UnitKind } from '#/modules/agency/index.ts';
import {
  loadDefinition,
  migrateInstance,
  stepList,
  type ElementMap,
} from '#/modules/process/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { systemActor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { record } from '../case.ts';
import { isPaused, type Dossier, type State } from '../dossier.ts';
import { listOpenSteps } from '../process-link.ts';
import { stateOf, type OpenStep } from '../steps.ts';
import { lockById } from '../store/index.ts';

/**
 * Moves a running dossier to another version of its process. The law of its filing, its deadlines and what was done stay;
 * units that take part only in the new process come to see it.
 */
export async function changeProcess(
  tx: Tx,
  input: {
    readonly dossierId: string;
    readonly definitionId: string;
    readonly map: ElementMap;
    readonly reason: string;
  },
  at: Date,
): Promise<{ readonly code: string } | Refusal> {
  const { definitionId, map, reason } = input;
  const actor = systemActor(at);
  const dossier = await lockById(tx, input.dossierId);
  if (dossier.instanceId === null) return refuse('process.ended');
  const units = await unitsOf(tx, dossier, definitionId);
  if (isRefusal(units)) return units;
  const before = await listOpenSteps(tx, dossier, at);
  const moved = await migrateInstance(tx, actor, {
    instanceId: dossier.instanceId,
    definitionId,
    map,
    unitOf: (role) => units.get(role) ?? dossier.unitId,
    reason,
  });
  if (isRefusal(moved)) return moved;
  const after = await listOpenSteps(tx, dossier, at);
  await record(
    tx,
    actor,
    { dossier, step: undefined },
    {
      verb: 'change-process',
      to: isPaused(dossier.state)
        ? dossier.state
        : stateThere(dossier, dossier.state, before, after),
      words: reason,
      facts: { from: before.map(({ name }) => name), to: after.map(({ name }) => name) },
      change: {
        definitionId,
        unitIds: [...new Set([...dossier.unitIds, ...units.values()])],
        resumeState: dossier.resumeState && stateThere(dossier, dossier.resumeState, before, after),
      },
    },
  );
  return { code: dossier.code };
}

/** The state that it has by its step follows to the new step; one that it has for another reason stays. */
function stateThere(
  { variant, proposal }: Dossier,
  state: State,
  before: readonly OpenStep[],
  after: readonly OpenStep[],
): State {
  const isOfStep = stateOf(before, variant, proposal) === state;
  return (isOfStep ? stateOf(after, variant, proposal) : state) ?? state;
}

/** Which unit does the work of each role of a process, for this dossier. */
async function unitsOf(
  tx: Tx,
  { unitId }: Dossier,
  definitionId: string,
): Promise<Map<string, string> | Refusal> {
  const units = new Map<string, string>();
  for (const { role, unit } of stepList(await loadDefinition(tx, definitionId))) {
    if (role === null) continue;
    const found = unit === null ? { id: unitId } : await unitFor(tx, unit as UnitKind, unitId);
    if (isRefusal(found)) return found;
    units.set(role, found.id);
  }
  return units;
}
