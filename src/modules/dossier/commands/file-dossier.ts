import { getUnit, unitFor, type Unit, type UnitKind } from '#/modules/agency/index.ts';
import { movePapers } from '#/modules/document/index.ts';
import type { CompiledProcedure } from '#/modules/procedure/index.ts';
import { nextDossierCodes } from '#/modules/registry/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { behalfOf, type Actor } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { dayOf } from '#/values/day.ts';
import { newId } from '#/values/id.ts';
import { aboutOf } from '../about.ts';
import { logAct } from '../act-entry.ts';
import { acceptance, computeDueAt } from '../clock.ts';
import type { Channel, Deadline, Delivery, Dossier, FiledPaper, Unnumbered } from '../dossier.ts';
import { beginProcess, unitKindsOf } from '../process-link.ts';
import { insertDossier, insertFirstAct } from '../store/index.ts';
import { tellPrincipal } from '../tell-principal.ts';
import { trackingSecret } from '../tracking-secret.ts';

/** What is filed, by whom, about whom. */
export interface Filing {
  readonly procedure: CompiledProcedure;
  readonly versionId: string;
  readonly procedureId: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly channel: Channel;
  /** Unit that receives it. */
  readonly unitId: string;
  readonly accountId: string | null;
  readonly submitterPersonId: string;
  readonly ownerPersonId: string;
  readonly ownerName: string;
  /** Under which owner the papers were uploaded. */
  readonly papersOwner: string;
  readonly papers: readonly FiledPaper[];
  readonly delivery: Delivery;
  readonly deliveryAddress: string | null;
  /** What the rules of the procedure allow, as they were judged for this filing. */
  readonly deadline: Deadline;
}

/**
 * Makes a dossier that was declared to be true: papers, process, codes and first act in one transaction. The numbers are drawn as late as can be,
 * since from there on all submissions of a unit wait for each other.
 */
export async function fileDossier(
  tx: Tx,
  actor: Actor,
  filing: Filing,
): Promise<Dossier | Refusal> {
  const unit = await getUnit(tx, filing.unitId);
  const unitIds = await unitsTakingPart(tx, unit, await unitKindsOf(tx, filing.versionId));
  const id = newId();
  const about = aboutOf(filing.procedure, filing.answers) ?? filing.ownerName;
  if (filing.papers.length > 0) await movePapers(tx, filing.papersOwner, id);
  const unnumbered: Unnumbered = {
    id,
    versionId: filing.versionId,
    answers: filing.answers,
    channel: filing.channel,
    placeCode: unit.placeCode,
    submittedAt: actor.at,
    variant: 'NORMAL',
    procedureId: filing.procedureId,
    unitId: unit.id,
    unitIds,
    accountId: filing.accountId,
    submitterPersonId: filing.submitterPersonId,
    ownerPersonId: filing.ownerPersonId,
    mandateId: actor.actingFor?.mandateId ?? null,
    ownerName: filing.ownerName,
    abstract: `${filing.procedure.catalogue.shortName.vi}: ${about}`,
    papers: filing.papers,
    delivery: filing.delivery,
    deliveryAddress: filing.deliveryAddress,
    trackingSecret: trackingSecret(),
    state: 'SUBMITTED',
    resumeState: null,
    proposal: null,
    proposalWords: null,
    deadline: filing.deadline,
    acceptDueAt: await computeDueAt(tx, { unitId: unit.id }, actor.at, acceptance),
    acceptedAt: null,
    firstDueAt: null,
    dueAt: null,
    pausedAt: null,
    overdueAt: null,
    reappointedAt: null,
    endedAt: null,
    deliveredAt: null,
    supplements: 0,
    instanceId: null,
    definitionId: null,
    resultNumber: null,
    resultDocumentId: null,
  };
  const begun = await beginProcess(tx, actor, unnumbered);
  const codes = await drawCodes(tx, unit, actor.at);
  if (isRefusal(codes)) return codes;
  const dossier = { ...unnumbered, ...codes, instanceId: begun.instanceId, state: begun.state };
  await insertDossier(tx, dossier);
  const act = await insertFirstAct(tx, dossier, {
    verb: 'submit',
    at: actor.at,
    accountId: actor.accountId,
    actorName: actor.name,
    unitId: actor.kind === 'official' ? unit.id : null,
    role: null,
    fromState: null,
    toState: begun.state,
    words: null,
    facts: {
      channel: dossier.channel,
      papers: dossier.papers,
      declared: true,
      ...behalfOf(actor),
    },
  });
  await logAct(tx, dossier, act);
  await tellPrincipal(tx, actor, dossier, act);
  return dossier;
}

async function unitsTakingPart(tx: Tx, home: Unit, kinds: readonly UnitKind[]): Promise<string[]> {
  const ids = new Set([home.id]);
  for (const kind of kinds) {
    const unit = await unitFor(tx, kind, home.id);
    if (!isRefusal(unit)) ids.add(unit.id);
  }
  return [...ids];
}

async function drawCodes(
  tx: Tx,
  { nationalCode, legacyCode }: Unit,
  at: Date,
): Promise<Pick<Dossier, 'code' | 'legacyCode'> | Refusal> {
  const unitCodes = legacyCode === null ? [nationalCode] : [nationalCode, legacyCode];
  const codes = await nextDossierCodes(tx, unitCodes, dayOf(at));
  if (isRefusal(codes)) return codes;
  const [code, legacy = null] = codes;
  return { code: code!, legacyCode: legacy };
}
