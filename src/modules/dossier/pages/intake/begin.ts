import type { Person } from '#/modules/identity/index.ts';
import { recordRead } from '#/modules/privacy/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Visit } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { formatDay } from '#/values/day.ts';
import { fill, say } from '#/values/text.ts';
import { beginDraft } from '../../commands/draft.ts';
import { draftPaths, occasionOf } from '../apply/frame.tsx';
import { channelWords } from '../desk/channel-words.ts';
import { intakeWords as words } from './intake-words.ts';

/** How a paper dossier came in. */
export type PaperChannel = 'DIRECT' | 'POSTAL';

/** Begins, or goes on with, the draft of a paper dossier of a person, whose data the official reads by that. */
export async function beginIntake(
  tx: Tx,
  visit: Visit,
  {
    slug,
    channel,
    person,
  }: { readonly slug: string; readonly channel: PaperChannel; readonly person: Person },
): Promise<{ goTo: string; notice: string } | Refusal> {
  const actor = visit.actor!;
  const occasion = occasionOf(visit);
  const begun = await beginDraft(tx, actor, {
    slug,
    subject: `${channelWords[channel].vi} · ${person.personalId ?? ''} · ${person.fullName}`,
    occasion,
    behalf: { personId: person.id, channel },
  });
  if (isRefusal(begun)) return begun;
  await recordRead(tx, {
    actor,
    personIds: [person.id],
    subject: { kind: 'person', id: person.id, label: say('vi', words.identity) },
    purpose: words.purpose,
  });
  const { draft, procedure } = begun;
  const paths = draftPaths(slug, draft.id);
  const first = procedure.form.nextPage(undefined, draft.answers, occasion);
  const page = draft.page ?? first?.id;
  const born = person.bornOn === null ? '' : formatDay(person.bornOn);
  return {
    goTo: page === undefined ? paths.papers : paths.page(page),
    notice: say(visit.lang, fill(words.begun, { name: person.fullName, born })),
  };
}
