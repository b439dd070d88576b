import { getUnit, placeText, type Unit } from '#/modules/agency/index.ts';
import { requestResult } from '#/modules/document/index.ts';
import { compiledVersion, type CompiledProcedure } from '#/modules/procedure/index.ts';
import { enterRegister, entryCode } from '#/modules/registry/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { systemAccountId, type Actor } from '#/platform/http/index.ts';
import { dayOf, partsOf, type Day } from '#/values/day.ts';
import { formatInstant } from '#/values/instant.ts';
import type { Dossier } from '../dossier.ts';
import { judge } from '../rules.ts';
import { listActs, type Act } from '../store/index.ts';
import { approvingUnitOf } from '../unit-of-step.ts';
import { seatOf, townOf } from './letter.ts';
import { signatureOf } from './signature.ts';

/** The result as it would look, for the leader to read before deciding: without a number, and named a draft. */
export async function printDraftResult(tx: Tx, actor: Actor, dossier: Dossier): Promise<void> {
  await requestResult(tx, actor, { ...(await contentOf(tx, actor, dossier, null)), isDraft: true });
}

/** The result with its number in the register of its kind. */
export async function issueResult(
  tx: Tx,
  actor: Actor,
  dossier: Dossier,
): Promise<{ number: string; documentId: string }> {
  const procedure = await compiledVersion(tx, dossier.versionId);
  const issuer = await issuerOf(tx, dossier);
  const { register, symbol } = registerOf(procedure, dossier);
  const entry = await enterRegister(tx, actor, {
    unitId: issuer.id,
    book: register,
    symbol,
    subject: dossier.id,
    summary: dossier.abstract,
  });
  const number = entryCode(entry);
  const content = await contentOf(tx, actor, dossier, number);
  return { number, documentId: await requestResult(tx, actor, { ...content, isDraft: false }) };
}

/** A reasoned refusal is a notice ("TB"), whatever the procedure would have issued. */
function registerOf(
  procedure: CompiledProcedure,
  dossier: Dossier,
): { register: string; symbol: string } {
  if (dossier.proposal === 'refuse')
    return { register: 'Sổ thông báo từ chối giải quyết', symbol: 'TB' };
  const [result] = procedure.catalogue.results;
  if (!result) throw new Error(`${procedure.catalogue.slug} has no result`);
  return result;
}

/** The authority in whose name the result is issued: the committee when its leaders approve, else the approving unit. */
export async function issuerOf(tx: Tx, dossier: Dossier): Promise<Unit> {
  const unit = await approvingUnitOf(tx, dossier);
  return unit.kind === 'leadership' && unit.parentId !== null ? getUnit(tx, unit.parentId) : unit;
}

async function contentOf(tx: Tx, actor: Actor, dossier: Dossier, number: string | null) {
  const procedure = await compiledVersion(tx, dossier.versionId);
  const issuer = await issuerOf(tx, dossier);
  const on = dayOf(actor.at);
  const seat = await seatOf(tx, issuer, on);
  const approval = await approvalOf(tx, dossier);
  return {
    owner: dossier.id,
    title: procedure.catalogue.results[0]?.name ?? procedure.catalogue.name,
    template: procedure.artefacts['result.typ'],
    number,
    signing: signingOf(issuer, approval),
    data: {
      dossier: { code: dossier.code, submittedAt: formatInstant(dossier.submittedAt) },
      agency: {
        name: issuer.name.vi,
        parent: await superiorOf(tx, issuer, on),
        place: townOf(seat),
      },
      number: number ?? '',
      takeable: isTakeable(procedure, dossier),
      issuedOn: partsOf(on),
      answers: dossier.answers,
      shown: shownAnswers(procedure, dossier.answers, on),
      signer: signatureOf(issuer, approval?.actorName ?? ''),
      fees: (await judge(tx, dossier)).fees.lines.map(({ key, amount, quantity }) => ({
        key,
        amount,
        quantity,
      })),
      ...(dossier.proposal === 'refuse'
        ? { refusal: { reason: dossier.proposalWords ?? '' } }
        : {}),
    },
  };
}

/** Whether whoever gets the result may take it as a credential too; the paper says so. */
function isTakeable(procedure: CompiledProcedure, dossier: Dossier): boolean {
  return dossier.proposal !== 'refuse' && procedure.catalogue.results[0]?.credential !== undefined;
}

/** The People's Committee of the province, or nothing for agencies of other branches. */
async function superiorOf(tx: Tx, issuer: Unit, on: Day): Promise<string> {
  if (issuer.kind !== 'people-committee') return '';
  const { provinceCode } = await seatOf(tx, issuer, on);
  const province =
    provinceCode === null
      ? undefined
      : await seatOf(tx, { ...issuer, placeCode: provinceCode }, on);
  return province ? `Ủy ban nhân dân ${placeText(province).vi}` : '';
}

/** The approval, by the history. */
async function approvalOf(tx: Tx, dossier: Dossier): Promise<Act | undefined> {
  return (await listActs(tx, dossier.id)).findLast(({ verb }) => verb === 'approve');
}

/** Whose signature and seal the result gets. What no person approved carries the seal alone. */
function signingOf(issuer: Unit, approval: Act | undefined) {
  const isPerson = approval !== undefined && approval.accountId !== systemAccountId;
  return { unitId: issuer.id, ...(isPerson ? { accountId: approval.accountId } : {}) };
}

function shownAnswers(
  procedure: CompiledProcedure,
  answers: Readonly<Record<string, unknown>>,
  today: Day,
): Record<string, string> {
  const sections = procedure.form.describe(answers, 'vi', { today, demo: true });
  return Object.fromEntries(
    sections.flatMap(({ rows }) =>
      rows.filter(({ value }) => value !== '').map(({ name, value }) => [name, value]),
    ),
  );
}
