import {
  findVersion,
  getArtefacts,
  listVersionsOf,
  type Artefacts,
  type CatalogueFacts,
  type Version,
} from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { dayOf, type Day } from '#/values/day.ts';
import { isId, newId } from '#/values/id.ts';
import type { Purpose } from '../draft.ts';
import { factsOf, withFacts } from '../facts.ts';
import { skeletonOf } from '../skeleton/skeleton.ts';
import { hasNewDraft, insertAct, insertDraft } from '../store/index.ts';

type Begun = { readonly draftId: string };

/** Begins a procedure that does not exist yet, from the skeleton. */
export async function beginNew(
  tx: Tx,
  actor: Actor,
  input: { readonly slug: string; readonly name: string },
): Promise<Begun | Refusal> {
  const artefacts = skeletonOf(input.slug, input.name, dayOf(actor.at));
  return beginUnknown(tx, actor, input.slug, artefacts, 'từ mẫu trống');
}

/** Begins to change a procedure, from its version with the latest number. */
export async function beginChange(
  tx: Tx,
  actor: Actor,
  input: { readonly slug: string },
): Promise<Begun | Refusal> {
  const [latest] = await listVersionsOf(tx, input.slug);
  if (!latest) return refuse('studio.no-version');
  return begin(
    tx,
    actor,
    'CHANGE',
    latest,
    await getArtefacts(tx, latest.id),
    versionWords(latest),
  );
}

/** Begins the repeal of a procedure from a day on: the same text with its last day. */
export async function beginRetirement(
  tx: Tx,
  actor: Actor,
  input: { readonly slug: string; readonly repealedFrom: Day },
): Promise<Begun | Refusal> {
  const [latest] = await listVersionsOf(tx, input.slug);
  if (!latest) return refuse('studio.no-version');
  const artefacts = withFacts(await getArtefacts(tx, latest.id), {
    effectiveFrom: dayOf(actor.at),
    repealedFrom: input.repealedFrom,
  });
  return begin(tx, actor, 'RETIRE', latest, artefacts, versionWords(latest));
}

/** Begins the return to an earlier version: its text, in force from now on as a version of its own. */
export async function beginRollBack(
  tx: Tx,
  actor: Actor,
  input: { readonly versionId: string },
): Promise<Begun | Refusal> {
  const earlier = isId(input.versionId) ? await findVersion(tx, input.versionId) : undefined;
  if (!earlier) return refuse('studio.no-version');
  const [latest] = await listVersionsOf(tx, earlier.slug);
  const artefacts = withFacts(await getArtefacts(tx, earlier.id), {
    effectiveFrom: dayOf(actor.at),
    repealedFrom: undefined,
  });
  return begin(tx, actor, 'ROLL_BACK', latest!, artefacts, versionWords(earlier));
}

/** Begins with texts that came from outside: a change of the procedure that they name, or a new one. */
export async function beginImported(
  tx: Tx,
  actor: Actor,
  input: { readonly artefacts: Artefacts; readonly fileName: string },
): Promise<Begun | Refusal> {
  const facts = factsOf(input.artefacts);
  if (!isSlug(facts.slug)) {
    return refuse('studio.not-a-bundle', { why: 'procedure.json không có slug đúng dạng' });
  }
  const [latest] = await listVersionsOf(tx, facts.slug);
  const words = `từ tệp ${input.fileName}`;
  if (latest) return begin(tx, actor, 'CHANGE', latest, input.artefacts, words);
  return beginUnknown(tx, actor, facts.slug, input.artefacts, words);
}

/** Whether a text may be the address of a procedure. */
export function isSlug(candidate: unknown): candidate is string {
  return (
    typeof candidate === 'string' &&
    candidate.length <= 80 &&
    /^[a-z0-9]+(-[a-z0-9]+)*$/.test(candidate)
  );
}

async function beginUnknown(
  tx: Tx,
  actor: Actor,
  slug: string,
  artefacts: Artefacts,
  words: string,
): Promise<Begun | Refusal> {
  const [taken] = await listVersionsOf(tx, slug);
  if (taken || (await hasNewDraft(tx, slug))) return refuse('studio.slug-taken', { slug });
  return begin(tx, actor, 'NEW', { id: null, slug }, artefacts, words);
}

async function begin(
  tx: Tx,
  actor: Actor,
  purpose: Purpose,
  base: Pick<Version, 'slug'> & { readonly id: string | null },
  artefacts: Artefacts,
  words: string,
): Promise<Begun> {
  const id = newId();
  const draft = { id, slug: base.slug, purpose, baseVersionId: base.id };
  const name = nameOf(factsOf(artefacts)) ?? base.slug;
  await insertDraft(tx, { ...draft, name }, artefacts, actor.at);
  await insertAct(tx, actor, { draftId: id, verb: 'begin', revision: 1, words });
  return { draftId: id };
}

/** How people call the procedure, for lists; undefined while the text does not say. */
export function nameOf({ shortName }: Partial<CatalogueFacts>): string | undefined {
  const name = shortName?.vi;
  return typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 200) : undefined;
}

function versionWords({ no }: Version): string {
  return `từ phiên bản ${no}`;
}
