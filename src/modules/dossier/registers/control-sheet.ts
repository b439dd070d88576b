import { getUnit } from '#/modules/agency/index.ts';
import { requestPrint, type FormData } from '#/modules/document/index.ts';
import { stepList } from '#/modules/process/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { formatInstant } from '#/values/instant.ts';
import type { Dossier } from '../dossier.ts';
import { letterOf } from '../print/letter.ts';
import { dueOfSteps } from '../process-link.ts';
import { processOf } from '../process-of.ts';
import { listActs, type Act } from '../store/index.ts';
import { approvingUnitOf } from '../unit-of-step.ts';
import { verbWords } from '../verb-words.ts';
import { handoversOf, isStepOf, timelinessOf, type Handover } from './handovers.ts';

export type ControlSheet = FormData['MAU_05'];

/** Phiếu kiểm soát quá trình giải quyết hồ sơ (Mẫu 05, Circular 01/2018/TT-VPCP), by the history of the dossier. */
export async function controlSheetOf(tx: Tx, dossier: Dossier, at: Date): Promise<ControlSheet> {
  const { unit, procedure, common } = await letterOf(tx, dossier, at);
  const lead = await approvingUnitOf(tx, dossier);
  const acts = await listActs(tx, dossier.id);
  const partners = dossier.unitIds.filter((id) => id !== unit.id && id !== lead.id);
  return {
    head: common.head,
    dossierCode: dossier.code,
    procedure: procedure.catalogue.shortName.vi,
    ownerName: dossier.ownerName,
    leadOffice: lead.name.vi,
    partnerOffices: await Promise.all(partners.map((id) => nameOf(tx, id))),
    acceptedAt: instant(dossier.acceptedAt),
    dueAt: instant(dossier.dueAt),
    handovers: await handoverRows(tx, dossier, handoversOf(acts)),
    results: await resultRows(tx, dossier, acts),
  };
}

/** Has it printed, for officials. Returns the id of the paper. */
export async function printControlSheet(tx: Tx, actor: Actor, dossier: Dossier): Promise<string> {
  const data = await controlSheetOf(tx, dossier, actor.at);
  return requestPrint(tx, actor, { owner: dossier.id, kind: 'MAU_05', data });
}

async function handoverRows(
  tx: Tx,
  dossier: Dossier,
  handovers: readonly Handover[],
): Promise<ControlSheet['handovers']> {
  const steps = stepList(await processOf(tx, dossier));
  const rows = [];
  for (const handover of handovers) {
    const { unitId, givenAt, takenAt, doneAt, giver, taker, verb, words } = handover;
    const step = steps.find((each) => isStepOf(handover, each));
    const from = givenAt ?? takenAt;
    const due = step
      ? (await dueOfSteps(tx, dossier, from))({ ...step, element: step.id, unitId }, from)
      : null;
    rows.push({
      office: unitId === null ? '' : await nameOf(tx, unitId),
      givenAt: instant(givenAt),
      takenAt: instant(takenAt),
      people: [giver, taker].filter(Boolean).join(', '),
      timeliness: [timelinessOf(doneAt, due), instant(doneAt)].filter(Boolean).join(', '),
      note: [verbWords[verb].vi, words].filter(Boolean).join(': '),
    });
  }
  return rows;
}

/** How the result went: from who numbered it to who hands it out, and on to the applicant. */
async function resultRows(
  tx: Tx,
  dossier: Dossier,
  acts: readonly Act[],
): Promise<ControlSheet['results']> {
  const outcome = dossier.proposal === 'refuse' ? 'Từ chối giải quyết' : 'Giải quyết';
  const counter = await nameOf(tx, dossier.unitId);
  const rows = [];
  for (const act of acts) {
    if (act.verb !== 'register' && act.verb !== 'deliver') continue;
    rows.push({
      from: act.unitId === null ? counter : await nameOf(tx, act.unitId),
      to: act.verb === 'register' ? counter : dossier.ownerName,
      at: instant(act.at),
      outcome: `${outcome} ${dossier.resultNumber ?? ''}`.trim(),
      note: act.words ?? '',
    });
  }
  return rows;
}

async function nameOf(tx: Tx, unitId: string): Promise<string> {
  return (await getUnit(tx, unitId)).name.vi;
}

function instant(at: Date | null): string {
  return at === null ? '' : formatInstant(at);
}
