import type { Act, ActFollower, Dossier, OpenedLeg } from '#/modules/dossier/index.ts';
import { compiledVersion } from '#/modules/procedure/index.ts';
import { listOpenTasks } from '#/modules/process/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { dayOf } from '#/values/day.ts';
import { newId } from '#/values/id.ts';
import type { Kind } from './event.ts';
import type { Leg } from './leg.ts';
import { sayTo } from './say.ts';
import { findServed } from './store/declared.ts';
import { findLegOfTask, insertLeg, listOpenLegs, updateLeg } from './store/legs.ts';

/** Carries on with dossiers whose parts are done elsewhere, or that are parts of dossiers elsewhere. */
export const followDossierActs: ActFollower = {
  legOpened: ask,
  async acted(tx, dossier, act) {
    for (const leg of await listOpenLegs(tx, dossier.id)) {
      await (leg.side === 'asked'
        ? tellWhoDoes(tx, leg, act)
        : tellWhoAsked(tx, leg, dossier, act));
    }
  },
};

/** A part waits whose unit another installation serves: it is asked for there, once. */
async function ask(tx: Tx, { dossier, step, element, at }: OpenedLeg): Promise<void> {
  const served = await findServed(tx, step.unitId, dayOf(at));
  if (!served || (await findLegOfTask(tx, step.taskId))) return;
  const { catalogue } = await compiledVersion(tx, dossier.versionId);
  // A procedure that does not say what the part needs lets nothing out of the house.
  if (!catalogue.legs?.some((leg) => leg.step === element)) return;
  const leg = {
    id: newId(),
    side: 'asked',
    address: served.address,
    number: `${dossier.code}/${step.node}`,
    dossierId: dossier.id,
    taskId: step.taskId,
    procedureCode: catalogue.code,
    step: element,
    part: step.name,
    dueAt: step.dueAt,
    received: 0,
    partnerCode: null,
    openedAt: at,
  } as const;
  await insertLeg(tx, leg);
  await sayTo(tx, leg, { kind: 'requested', at });
}

/** Who does a part hears of the applicant's answer, and that the part is no longer wanted. */
async function tellWhoDoes(tx: Tx, leg: Leg, act: Act): Promise<void> {
  if (leg.isAsking && act.verb === 'answer-supplement') {
    await updateLeg(tx, leg.id, { isAsking: false });
    await sayTo(tx, leg, { kind: 'answered', actSeq: act.seq, at: act.at });
  }
  const tasks = await listOpenTasks(tx, leg.dossierId);
  if (tasks.some(({ taskId }) => taskId === leg.taskId)) return;
  await updateLeg(tx, leg.id, { closedAt: act.at });
  await sayTo(tx, leg, { kind: 'withdrawn', actSeq: act.seq, at: act.at });
}

/** Who asked for a part hears how it stands and what became of it. */
async function tellWhoAsked(tx: Tx, leg: Leg, dossier: Dossier, act: Act): Promise<void> {
  const kind = newsOf(dossier, act);
  if (kind === undefined) return;
  if (kind === 'refused' || kind === 'finished') await updateLeg(tx, leg.id, { closedAt: act.at });
  await sayTo(tx, leg, { kind, actSeq: act.seq, at: act.at });
}

/** What a state of ours is to who asked for the part; all others are progress. */
const newsOfState: Readonly<Partial<Record<Dossier['state'], Kind>>> = {
  REFUSED_INTAKE: 'refused',
  REFUSED_RESULT: 'refused',
  STOPPED: 'refused',
  WITHDRAWN: 'refused',
  RESOLVED: 'finished',
  DELIVERED: 'finished',
  SUPPLEMENT_REQUIRED: 'supplement',
};

/** What an act is to who asked for the part; undefined for what is our own business. */
function newsOf({ state }: Pick<Dossier, 'state'>, act: Act): Kind | undefined {
  const isMoved = act.fromState !== state;
  const news = newsOfState[state];
  if (news !== undefined) return isMoved || news !== 'supplement' ? news : undefined;
  if (act.verb === 'accept') return 'accepted';
  return isMoved || act.verb === 'extend' || act.verb === 'apologise' ? 'progress' : undefined;
}
