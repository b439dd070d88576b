import { getPerson } from '#/modules/identity/index.ts';
import {
  compiledVersion,
  findProcedureInForce,
  type CompiledProcedure,
} from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Body, Occasion, PageReading } from '#/platform/form/index.ts';
import { mayActIn, type Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { newId } from '#/values/id.ts';
import { isDrafter } from '../may.ts';
import { profileOf } from '../profile.ts';
import { endDraft, insertDraft, lockDraft, updateDraft, type Draft } from '../store/index.ts';

/** A live draft with the procedure that it follows. */
export interface OpenDraft {
  readonly draft: Draft;
  readonly procedure: CompiledProcedure;
}

/** What is begun, for whom. */
export interface Beginning {
  readonly slug: string;
  readonly subject: string;
  readonly occasion: Occasion;
  /** Set when an official enters it from paper: for whom, and how it came in. */
  readonly behalf?:
    | { readonly personId: string; readonly channel: 'DIRECT' | 'POSTAL' }
    | undefined;
}

/**
 * Begins to fill an application, or goes on with the one that lives: one per account, procedure and subject. What the
 * profile knows is filled in.
 */
export async function beginDraft(
  tx: Tx,
  actor: Actor,
  input: Beginning,
): Promise<OpenDraft | Refusal> {
  const found = await findProcedureInForce(tx, input.slug, input.occasion.today);
  if (!found) return refuse('dossier.no-procedure');
  const { version, procedure } = found;
  if (!mayActIn(actor, version.procedureId))
    return refuse('mandate.not-in-scope', { name: actor.actingFor?.name ?? '' });
  const subject = input.subject.normalize('NFC').trim().slice(0, 80);
  const draft = await insertDraft(tx, {
    id: newId(),
    accountId: actor.accountId,
    procedureId: version.procedureId,
    versionId: version.id,
    subject,
    channel: input.behalf?.channel ?? 'ONLINE',
    personId: input.behalf?.personId ?? actor.actingFor?.personId ?? null,
    mandateId: actor.actingFor?.mandateId ?? null,
    at: actor.at,
  });
  if (draft.revision > 0) return { draft, procedure: await compiledVersion(tx, draft.versionId) };
  const person = await getPerson(tx, draft.personId ?? actor.personId);
  const answers = procedure.form.prefill(profileOf(person), input.occasion);
  await updateDraft(tx, draft, { answers, typed: {}, page: null, at: actor.at });
  return { draft: { ...draft, answers }, procedure };
}

/** Opens one's own live draft and locks it. That somebody else has one is not told. */
export async function openDraft(
  tx: Tx,
  actor: Actor,
  draftId: string,
): Promise<OpenDraft | Refusal> {
  const draft = await lockDraft(tx, draftId);
  if (!draft || !isDrafter(actor, draft) || draft.endedAt !== null)
    return refuse('dossier.no-draft');
  return { draft, procedure: await compiledVersion(tx, draft.versionId) };
}

/**
 * Saves one page as it was posted. Good answers are kept as answers, everything else as typing, so nothing that a
 * person typed is lost, whatever is wrong with it.
 */
export async function savePage(
  tx: Tx,
  actor: Actor,
  input: { draftId: string; page: string; body: Body; occasion: Occasion },
): Promise<{ opened: OpenDraft; reading: PageReading } | Refusal> {
  const opened = await openDraft(tx, actor, input.draftId);
  if (isRefusal(opened)) return opened;
  const { draft, procedure } = opened;
  const reading = procedure.form.readPage(input.page, input.body, draft.answers, input.occasion);
  await updateDraft(tx, draft, {
    answers: { ...reading.kept },
    typed: withTyping(draft.typed, input.page, reading),
    page: input.page,
    at: actor.at,
  });
  return { opened, reading };
}

/** Typing is remembered only of pages that are not right yet, under `page/name`. */
function withTyping(
  before: Draft['typed'],
  page: string,
  reading: PageReading,
): Record<string, string> {
  const others = Object.entries(before).filter(([name]) => !name.startsWith(`${page}/`));
  const own = reading.answers
    ? []
    : Object.entries(reading.typed).map(([name, typed]) => [`${page}/${name}`, typed] as const);
  return Object.fromEntries([...others, ...own]);
}

/** The typing that was remembered of a page, by posted name; undefined when the page was right. */
export function typingOf(draft: Draft, page: string): Record<string, string> | undefined {
  const own = Object.entries(draft.typed).filter(([name]) => name.startsWith(`${page}/`));
  return own.length === 0
    ? undefined
    : Object.fromEntries(own.map(([name, typed]) => [name.slice(page.length + 1), typed]));
}

/** Throws a draft away. */
export async function discardDraft(
  tx: Tx,
  actor: Actor,
  draftId: string,
): Promise<{ done: true } | Refusal> {
  const opened = await openDraft(tx, actor, draftId);
  if (isRefusal(opened)) return opened;
  await endDraft(tx, draftId, null, actor.at);
  return { done: true };
}
