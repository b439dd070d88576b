import { keepPaper, type BoundPaper } from '#/modules/document/index.ts';
import { registerPerson, type PersonFacts } from '#/modules/identity/index.ts';
import { findProcedureInForce } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { dayOf } from '#/values/day.ts';
import { newId } from '#/values/id.ts';
import { record } from '../case.ts';
import { takeAnswer } from '../commands/answer-supplement.ts';
import { fileDossier } from '../commands/file-dossier.ts';
import { closeEverything } from '../commands/withdraw.ts';
import { mayDo, type Dossier, type FiledPaper } from '../dossier.ts';
import { inform } from '../inform.ts';
import { receivingUnitOf } from '../receiving-unit.ts';
import { judgePartly } from '../rules.ts';
import { findOpenSupplement, insertBadge, lockById } from '../store/index.ts';
import { voiceActor, type Voice } from './voice.ts';

/** A paper that came along, bound, with its name there. */
export interface SentPaper extends BoundPaper {
  readonly name: string;
}

/** A part of another installation's dossier, to be done here. */
export interface Part {
  /** The procedure that does such parts here. */
  readonly slug: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly papers: readonly SentPaper[];
  readonly submitter: PersonFacts;
  readonly owner: PersonFacts;
  readonly isDemo: boolean;
}

/**
 * Files a part that another installation asks for as a dossier of our own, with our code, clock and process. Answers of
 * other names are left out; those that our form wants must be there and be right.
 */
export async function filePart(tx: Tx, voice: Voice, part: Part): Promise<Dossier | Refusal> {
  const found = await findProcedureInForce(tx, part.slug, dayOf(voice.at));
  if (!found) return refuse('dossier.no-part-procedure');
  const { version, procedure } = found;
  const unit = await receivingUnitOf(tx, procedure.catalogue.receivingUnit);
  if (isRefusal(unit)) return unit;
  const occasion = { today: dayOf(voice.at), demo: part.isDemo };
  const known = procedure.form.questions.filter(({ name }) => Object.hasOwn(part.answers, name));
  const answers = procedure.form.prune(
    Object.fromEntries(known.map(({ name }) => [name, part.answers[name]])),
    occasion,
  );
  const problems = procedure.form.problems(answers, occasion);
  const judged = { versionId: version.id, answers, channel: 'ONLINE', variant: 'NORMAL' } as const;
  const { deadline } = await judgePartly(tx, {
    ...judged,
    placeCode: unit.placeCode,
    submittedAt: voice.at,
  });
  if (problems.length > 0 || deadline === null) {
    const missing = [...new Set(problems.map(({ name, words }) => `${name}: ${words.vi}`))];
    return refuse('dossier.part-unfit', { missing: missing.join('; ') });
  }
  const actor = voiceActor(voice);
  const submitter = await registerPerson(tx, part.submitter, voice.at);
  const owner = await registerPerson(tx, part.owner, voice.at);
  const from = newId();
  const papers = await keepPapers(tx, from, part.papers, voice);
  const dossier = await fileDossier(tx, actor, {
    ...judged,
    procedure,
    procedureId: version.procedureId,
    unitId: unit.id,
    accountId: null,
    submitterPersonId: submitter.id,
    ownerPersonId: owner.id,
    ownerName: owner.organisationName ?? owner.fullName,
    papersOwner: from,
    papers,
    delivery: 'ONLINE',
    deliveryAddress: null,
    deadline,
  });
  if (isRefusal(dossier)) return dossier;
  await inform(tx, dossier, 'submitted', voice.at);
  return dossier;
}

/** The applicant has answered there what was asked here. Papers that did not come anew stay. */
export async function answerPart(
  tx: Tx,
  voice: Voice,
  dossierId: string,
  input: {
    readonly answers: Readonly<Record<string, unknown>>;
    readonly papers: readonly SentPaper[];
  },
): Promise<{ readonly done: true } | Refusal> {
  const dossier = await lockById(tx, dossierId);
  if (!mayDo('answer-supplement', dossier)) return refuse('dossier.leg-gone');
  const request = await findOpenSupplement(tx, dossierId);
  const asked = new Set(
    request?.items.filter(({ kind }) => kind === 'field').map((one) => one.name),
  );
  const fresh = await keepPapers(tx, dossierId, input.papers, voice);
  const codes = new Set(fresh.map(({ code }) => code));
  const answered = await takeAnswer(
    tx,
    voiceActor(voice),
    { dossier, steps: [], step: undefined },
    {
      answers: Object.fromEntries(
        Object.entries(input.answers).filter(([name]) => asked.has(name)),
      ),
      papers: [...dossier.papers.filter(({ code }) => !codes.has(code)), ...fresh],
    },
  );
  return isRefusal(answered) ? answered : { done: true };
}

/** The dossier there ended, or the part is no longer wanted: ours ends. One that is decided stays as it is. */
export async function withdrawPart(
  tx: Tx,
  voice: Voice,
  dossierId: string,
  reason: string,
): Promise<{ readonly done: true }> {
  const dossier = await lockById(tx, dossierId);
  if (!mayDo('withdraw', dossier)) return { done: true };
  const actor = voiceActor(voice);
  await closeEverything(tx, actor, dossier);
  const deed = { verb: 'withdraw', to: 'WITHDRAWN', words: reason } as const;
  await record(tx, actor, { dossier, step: undefined }, deed);
  await insertBadge(tx, dossierId, 'withdrawn', voice.at);
  await inform(tx, dossier, 'withdrawn', voice.at);
  return { done: true };
}

async function keepPapers(
  tx: Tx,
  owner: string,
  papers: readonly SentPaper[],
  { at }: Voice,
): Promise<FiledPaper[]> {
  for (const paper of papers) await keepPaper(tx, owner, paper, at);
  return papers.map(({ code, name, pages, sha256 }) => ({ code, name, pages, sha256 }));
}
