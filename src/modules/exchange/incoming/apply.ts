import type { ReceivedPaper } from '#/modules/document/index.ts';
import {
  answerPart,
  filePart,
  finishOutsideLeg,
  lockDossier,
  refuseOutsideLeg,
  supplementOutsideLeg,
  tellOfLeg,
  withdrawPart,
} from '#/modules/dossier/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Services } from '#/platform/module.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { dayOf, type Day } from '#/values/day.ts';
import { formatInstant } from '#/values/instant.ts';
import { says, type LegEvent, type Said } from '../event.ts';
import type { Leg } from '../leg.ts';
import type { Partner } from '../partner.ts';
import { findOffer } from '../store/declared.ts';
import { insertLeg, lockLeg, updateLeg } from '../store/legs.ts';
import { keepFiles } from './keep-files.ts';

/** In what a message is applied. */
export interface Hearing {
  readonly services: Pick<Services, 'files' | 'config'>;
  readonly partner: Partner;
  readonly at: Date;
}

type Done = { readonly code?: string | undefined } | Refusal;

/** Does what a message in its turn asks for or tells. Gives the code of the dossier that a request has made. */
export async function applyEvent(
  tx: Tx,
  hearing: Hearing,
  event: LegEvent,
  leg: Leg | undefined,
): Promise<Done> {
  if (says(event, 'requested')) return open(tx, hearing, event);
  if (!leg) return refuse('exchange.no-such-leg');
  // Acts lock the dossier first, then its parts; the other way round two of them could wait for each other.
  await lockDossier(tx, leg.dossierId);
  const locked = await lockLeg(tx, leg.id);
  if (locked.closedAt !== null) return refuse('exchange.leg-closed');
  return locked.side === 'doing'
    ? hearWhoAsked(tx, hearing, event, locked)
    : hearWhoDoes(tx, hearing, event, locked);
}

/** A part is asked for: it becomes a dossier of our own. */
async function open(tx: Tx, hearing: Hearing, event: LegEvent<'requested'>): Promise<Done> {
  const { services, partner, at } = hearing;
  const { legId, data } = event;
  const offer = await findOffer(tx, data.procedure, data.step, dayOf(at));
  if (!offer) return refuse('exchange.no-offer');
  const papers = await keepFiles(tx, hearing, event, data.papers);
  if (isRefusal(papers)) return papers;
  const dossier = await filePart(
    tx,
    { name: partner.name, at },
    {
      slug: offer.slug,
      answers: data.answers,
      papers,
      submitter: personOf(data.submitter),
      owner: personOf(data.owner),
      isDemo: services.config.isDemo,
    },
  );
  if (isRefusal(dossier)) return dossier;
  await insertLeg(tx, {
    id: legId,
    side: 'doing',
    address: partner.address,
    number: data.number,
    dossierId: dossier.id,
    taskId: null,
    procedureCode: data.procedure,
    step: data.step,
    part: data.part,
    dueAt: data.dueAt === null ? null : new Date(data.dueAt),
    received: 0,
    partnerCode: data.number.split('/', 1)[0]!,
    openedAt: at,
  });
  return { code: dossier.code };
}

async function hearWhoAsked(tx: Tx, hearing: Hearing, event: LegEvent, leg: Leg): Promise<Done> {
  const { partner, at } = hearing;
  const voice = { name: partner.name, at };
  if (says(event, 'answered')) {
    const papers = await keepFiles(tx, hearing, event, event.data.papers);
    if (isRefusal(papers)) return papers;
    const { answers } = event.data;
    return doneOf(await answerPart(tx, voice, leg.dossierId, { answers, papers }));
  }
  if (!says(event, 'withdrawn')) return refuse('exchange.not-understood');
  await updateLeg(tx, leg.id, { closedAt: at });
  return doneOf(await withdrawPart(tx, voice, leg.dossierId, event.data.reason));
}

async function hearWhoDoes(tx: Tx, hearing: Hearing, event: LegEvent, leg: Leg): Promise<Done> {
  const { partner, at } = hearing;
  const voice = { name: partner.name, at };
  const outside = { dossierId: leg.dossierId, taskId: leg.taskId! };
  if (says(event, 'accepted')) {
    await updateLeg(tx, leg.id, { partnerCode: event.data.code });
    return doneOf(await tellOfLeg(tx, voice, outside, acceptedWords(partner, event.data)));
  }
  if (says(event, 'progress'))
    return doneOf(await tellOfLeg(tx, voice, outside, progressWords(partner, event.data)));
  if (says(event, 'supplement')) {
    await updateLeg(tx, leg.id, { isAsking: true });
    const asked = { ...event.data, askedAt: new Date(event.time) };
    return doneOf(await supplementOutsideLeg(tx, voice, outside, asked));
  }
  if (says(event, 'refused')) {
    await updateLeg(tx, leg.id, { closedAt: at });
    return doneOf(await refuseOutsideLeg(tx, voice, outside, event.data.reason));
  }
  if (!says(event, 'finished')) return refuse('exchange.not-understood');
  const kept = await keepFiles(tx, hearing, event, event.data.papers);
  if (isRefusal(kept)) return kept;
  await updateLeg(tx, leg.id, { closedAt: at });
  const papers: ReceivedPaper[] = kept.map(({ title, issuer, number, ...pdf }) => ({
    title,
    issuer,
    number: number ?? undefined,
    pdf,
  }));
  return doneOf(await finishOutsideLeg(tx, voice, outside, { words: event.data.words, papers }));
}

function doneOf(outcome: { readonly done: true } | Refusal): Done {
  return isRefusal(outcome) ? outcome : {};
}

function acceptedWords({ name }: Partner, { code, dueAt }: Said<'accepted'>): string {
  return `${name} đã tiếp nhận, mã hồ sơ ${code}${dueWords(dueAt)}`;
}

function progressWords({ name }: Partner, { code, state, dueAt }: Said<'progress'>): string {
  return `${name}, hồ sơ ${code}: ${state}${dueWords(dueAt)}`;
}

function dueWords(dueAt: string | null): string {
  return dueAt === null ? '' : `, hẹn trả kết quả ${formatInstant(new Date(dueAt))}`;
}

function personOf({ bornOn, ...person }: Said<'requested'>['owner']) {
  return { ...person, bornOn: bornOn as Day | null };
}
