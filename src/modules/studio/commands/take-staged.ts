import { getArtefacts, listVersionsOf } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { dayOf } from '#/values/day.ts';
import { isId } from '#/values/id.ts';
import type { Proposal } from '../catalogue/proposal.ts';
import type { Staged } from '../catalogue/staged.ts';
import { artefactsOf, renewed } from '../catalogue/to-artefacts.ts';
import { lockStaged, updateStaged } from '../store/index.ts';
import { beginImported } from './begin.ts';

/** Keeps corrections as they were typed, right or wrong. */
export async function saveStaged(
  tx: Tx,
  input: { readonly id: string; readonly typed: Readonly<Record<string, string>> },
): Promise<Staged | Refusal> {
  const staged = await openStaged(tx, input.id);
  if (isRefusal(staged)) return staged;
  // The database keeps no NUL and no half of a letter.
  const typed = Object.fromEntries(
    Object.entries(input.typed).map(([name, value]) => [
      name,
      value.toWellFormed().replaceAll('\0', ''),
    ]),
  );
  await updateStaged(tx, staged.id, { ...staged, typed });
  return staged;
}

/** Makes a draft of a corrected record: a change of the procedure with its address, or a new one from the skeleton. */
export async function takeStaged(
  tx: Tx,
  actor: Actor,
  input: { readonly id: string; readonly proposal: Proposal },
): Promise<{ readonly draftId: string } | Refusal> {
  const staged = await openStaged(tx, input.id);
  if (isRefusal(staged)) return staged;
  const { proposal } = input;
  const source = staged.fileName.slice(0, 200);
  const [latest] = await listVersionsOf(tx, proposal.slug);
  const artefacts = latest
    ? renewed(await getArtefacts(tx, latest.id), proposal, source)
    : artefactsOf(proposal, source, dayOf(actor.at));
  const begun = await beginImported(tx, actor, { artefacts, fileName: source });
  if (isRefusal(begun)) return begun;
  await updateStaged(tx, staged.id, { ...staged, state: 'TAKEN', draftId: begun.draftId });
  return begun;
}

/** Puts a record away that nobody needs; the file stays. */
export async function discardStaged(tx: Tx, id: string): Promise<Staged | Refusal> {
  const staged = await openStaged(tx, id);
  if (isRefusal(staged)) return staged;
  await updateStaged(tx, staged.id, { ...staged, state: 'DISCARDED' });
  return staged;
}

async function openStaged(tx: Tx, id: string): Promise<Staged | Refusal> {
  const staged = isId(id) ? await lockStaged(tx, id) : undefined;
  if (!staged || staged.state === 'REFUSED') return refuse('studio.no-staged');
  return staged.state === 'STAGED' ? staged : refuse('studio.staged-is-done');
}
