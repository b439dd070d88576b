import { loadDossiers } from '#/app/demo/bulk/load.ts';
import { demoAccounts, findAccountIdOf, findPersonByPersonalId } from '#/modules/identity/index.ts';
import { findProcedureInForce, getArtefacts } from '#/modules/procedure/index.ts';
import { beginChange } from '#/modules/studio/commands/begin.ts';
import { saveDraft } from '#/modules/studio/commands/save.ts';
import type { Replay } from '#/modules/studio/replay/replay.ts';
import { replayJob } from '#/modules/studio/replay/run-replay.ts';
import { findReplay, insertReplay } from '#/modules/studio/store/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { dayOf } from '#/values/day.ts';
import { newId } from '#/values/id.ts';
import type { Figure } from './figure.ts';
import { install } from './installation.ts';

/** Dossiers of all procedures; of them those of one procedure are replayed. */
const dossiers = Number(process.env['CQS_REPLAY_DOSSIERS'] ?? 20_000);
const slug = 'dang-ky-khai-sinh';
const goal = { dossiers: 100_000, seconds: 120 } as const;
const year = 365 * 24 * 3_600_000;

/** How long it takes to run a draft over 100,000 dossiers, nearly each of which it would change. */
export async function measure(): Promise<Figure[]> {
  const installation = await install(({ services }) =>
    loadDossiers(services, { dossiers, seed: 1 }, () => undefined),
  );
  try {
    const { services } = installation;
    const id = await services.database.transaction(ask);
    const began = performance.now();
    await replayJob(services).run({ replayId: id });
    const taken = (performance.now() - began) / 1000;
    const replay = await services.database.transaction((tx) => findReplay(tx, id));
    return [figureOf(replay!, taken)];
  } finally {
    await installation.close();
  }
}

function figureOf({ looked, changed }: Replay, taken: number): Figure {
  const value = (taken * goal.dossiers) / looked;
  const ratio = value / goal.seconds;
  return {
    name: 'replay.hundred-thousand',
    value,
    unit: 's',
    reference: `reckoned from ${looked.toLocaleString('en')} dossiers of which ${changed.toLocaleString('en')} change (CQS_REPLAY_DOSSIERS), limit of ${goal.seconds} s`,
    ratio,
    goal: '≤ 1',
    holds: ratio <= 1,
  };
}

/** Asks to replay a draft with another deadline. */
async function ask(tx: Tx): Promise<string> {
  const actor = await editorOf(tx);
  const { procedureId, id: baseVersionId } = (await findProcedureInForce(
    tx,
    slug,
    dayOf(actor.at),
  ))!.version;
  const { draftId } = granted(await beginChange(tx, actor, { slug }));
  const rules = (await getArtefacts(tx, baseVersionId))['rules.dmn'];
  const texts = { 'rules.dmn': rules.replace(/(id="deadline_1_out1"><text>)1</, '$12<') };
  const saved = granted(await saveDraft(tx, actor, { draftId, from: 1, texts, words: 'bench' }));
  if (!('saved' in saved)) throw new Error('nobody else was there');
  const id = newId();
  await insertReplay(tx, {
    id,
    draftId,
    revision: saved.saved.draft.revision,
    baseVersionId,
    procedureId,
    since: new Date(actor.at.getTime() - 2 * year),
    until: actor.at,
    askedBy: actor.accountId,
    askedByName: actor.name,
    askedAt: actor.at,
  });
  return id;
}

async function editorOf(tx: Tx): Promise<Actor> {
  const { person } = demoAccounts.find(({ name }) => name === 'quan-tri')!;
  const known = (await findPersonByPersonalId(tx, person.personalId!))!;
  return {
    accountId: (await findAccountIdOf(tx, known.id))!,
    personId: known.id,
    kind: 'official',
    name: 'bench',
    posts: [],
    at: new Date(),
    lang: 'vi',
  };
}

function granted<T>(outcome: T | Refusal): T {
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  return outcome;
}
