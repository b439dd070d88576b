import { calendarOf, listUnits } from '#/modules/agency/index.ts';
import { erasePerson } from '#/modules/dossier/index.ts';
import { tell } from '#/modules/notify/index.ts';
import { recordRead } from '#/modules/privacy/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { dueAt } from '#/values/deadline.ts';
import { dayOf } from '#/values/day.ts';
import { newId } from '#/values/id.ts';
import { text, type Text } from '#/values/text.ts';
import {
  findRequest,
  findTerm,
  insertRequest,
  readerOfRecord,
  updateDecided,
  updateExtended,
  type Kind,
  type Request,
} from './store/requests.ts';

/** A person asks; by when they are answered and it is done follows from the law of the day. */
export async function makeRequest(
  tx: Tx,
  actor: Actor,
  asked: { readonly kind: Kind; readonly words: string; readonly readId: string | null },
): Promise<string> {
  const { at, personId } = actor;
  const [term, units] = await Promise.all([findTerm(tx, asked.kind, dayOf(at)), listUnits(tx)]);
  const calendar = await calendarOf(tx, units[0]!.id, at);
  const id = newId();
  await insertRequest(tx, {
    ...asked,
    id,
    personId,
    at,
    answerDueAt: dueAt(calendar, at, { qty: term.answerDays, unit: 'WORKING_DAY' }),
    dueAt: dueAt(calendar, at, { qty: term.doneDays, unit: 'DAY' }),
    extensionDays: term.extensionDays,
    legalBasis: term.legalBasis,
  });
  return id;
}

/** Opens a request for whoever decides; that they read it is recorded. */
export async function openRequest(tx: Tx, actor: Actor, id: string): Promise<Request | Refusal> {
  const request = await findRequest(tx, id);
  if (!request) return refuse('rights.none');
  await recordRead(tx, {
    actor,
    personIds: [request.personId],
    subject: { kind: 'request', id, label: kindWords[request.kind].vi },
    purpose: text('Trả lời yêu cầu của bạn về dữ liệu', 'Answering your request about your data'),
    legalBasis: request.legalBasis,
  });
  return request;
}

/** An official answers with a reason. To delete is done at once, unless the law keeps the data. */
export async function decideRequest(
  tx: Tx,
  actor: Actor,
  id: string,
  decision: { readonly isAccepted: boolean; readonly answer: string },
): Promise<{ readonly done: true } | Refusal> {
  const request = await openRequest(tx, actor, id);
  if (isRefusal(request)) return request;
  if (request.state !== 'OPEN') return refuse('rights.decided');
  const reader = request.readId === null ? undefined : await readerOfRecord(tx, request.readId);
  if (actor.personId === request.personId || reader === actor.accountId)
    return refuse('rights.own-reading');
  const { at, accountId: by } = actor;
  await updateDecided(tx, request, { ...decision, by, at });
  if (request.kind === 'DELETE' && decision.isAccepted) {
    const erased = await erasePerson(tx, request.personId, {
      by: actor.name,
      why: decision.answer,
      at,
    });
    return isRefusal(erased) ? erased : { done: true };
  }
  await tell(tx, {
    personId: request.personId,
    event: 'request.answered',
    title: text('Yêu cầu về dữ liệu đã được trả lời', 'Your request about data was answered'),
    body: text(decision.answer, decision.answer),
    link: '/toi/du-lieu/yeu-cau',
    key: `request.answered ${id}`,
    at,
  });
  return { done: true };
}

/** More time, once, and the person is told. */
export async function extendRequest(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<{ readonly done: true } | Refusal> {
  const request = await openRequest(tx, actor, id);
  if (isRefusal(request)) return request;
  if (request.state !== 'OPEN') return refuse('rights.decided');
  if (request.extendedAt !== null || request.extensionDays === 0) return refuse('rights.extended');
  await updateExtended(tx, id, actor.at);
  await tell(tx, {
    personId: request.personId,
    event: 'request.extended',
    title: text('Yêu cầu về dữ liệu được gia hạn', 'Your request about data needs more time'),
    body: text(
      `Thêm ${request.extensionDays} ngày (${request.legalBasis}).`,
      `${request.extensionDays} more days (${request.legalBasis}).`,
    ),
    link: '/toi/du-lieu/yeu-cau',
    key: `request.extended ${id}`,
    at: actor.at,
  });
  return { done: true };
}

export const kindWords: Readonly<Record<Kind, Text>> = {
  ACCESS: text('Xem dữ liệu về tôi', 'See data about me'),
  CORRECT: text('Sửa dữ liệu sai', 'Correct wrong data'),
  DELETE: text('Xóa dữ liệu', 'Delete data'),
  RESTRICT: text('Hạn chế xử lý', 'Restrict processing'),
  OBJECT: text('Phản đối xử lý', 'Object to processing'),
  COMPLAINT: text('Hỏi lý do một lần xem dữ liệu', 'Ask why data was read'),
};
