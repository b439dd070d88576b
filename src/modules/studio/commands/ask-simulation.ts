import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import type { Jobs } from '#/platform/jobs/index.ts';
import { newId } from '#/values/id.ts';
import type { Draft } from '../draft.ts';
import { playsOf } from '../simulation/compare.ts';
import { isQuick, simulateNow } from '../simulation/run-simulation.ts';
import type { Setting } from '../simulation/setting.ts';
import { simulationJobName, type PlayedOffice } from '../simulation/simulation.ts';
import { insertSimulation } from '../store/index.ts';

/** Plays the process of a draft: a small play at once, a large one in the background. */
export async function askSimulation(
  tx: Tx,
  actor: Actor,
  input: { readonly draft: Draft; readonly setting: Setting; readonly office: PlayedOffice },
  { jobs }: { readonly jobs: Jobs },
): Promise<{ readonly simulationId: string }> {
  const { draft, setting, office } = input;
  const id = newId();
  await insertSimulation(tx, {
    id,
    draftId: draft.id,
    revision: draft.revision,
    setting,
    office,
    askedBy: actor.accountId,
    askedByName: actor.name,
    askedAt: actor.at,
    total: playsOf(setting),
  });
  const isDone = isQuick(setting) && (await simulateNow(tx, id, actor.at));
  if (!isDone) await jobs.enqueue(tx, simulationJobName, { simulationId: id }, { key: id });
  return { simulationId: id };
}
