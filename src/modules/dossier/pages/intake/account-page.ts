import {
  findCitizenAccount,
  findPersonByPersonalId,
  type Person,
} from '#/modules/identity/index.ts';
import { recordRead } from '#/modules/privacy/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { noLookups, type Filled, type Setting } from '#/platform/form/index.ts';
import { get, post, type Body, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { fill, say } from '#/values/text.ts';
import { receivers } from '../../access.ts';
import { openDraft } from '../../commands/draft.ts';
import { verifyHolder } from '../../commands/verify-holder.ts';
import { draftPaths, occasionOf } from '../apply/frame.tsx';
import { cardForm, holderForm } from './account-forms.ts';
import { holderPage, numberPage } from './account-view.tsx';
import { intakeWords as words } from './intake-words.ts';

/** At the counter: compares a person with their identity card and verifies the account that they opened from home. */
export function accountRoutes(): Route[] {
  return [
    get('/can-bo/nhan-ho-so/tai-khoan', receivers, async (_tx, visit) =>
      numberPage(visit, holderForm.blank, 200),
    ),
    post('/can-bo/nhan-ho-so/tai-khoan', receivers, async (tx, visit, body) => {
      const found = await findHolder(tx, visit, body);
      return 'person' in found ? show(tx, visit, body, found.person, cardForm.blank, 200) : found;
    }),
    post('/can-bo/nhan-ho-so/tai-khoan/xac-minh', receivers, verify),
  ];
}

async function verify(
  tx: Tx,
  visit: Visit,
  body: Body,
): Promise<Shown | Refusal | { goTo: string; notice: string }> {
  const found = await findHolder(tx, visit, body);
  if (!('person' in found)) return found;
  const { person } = found;
  const card = cardForm.read(body, settingOf(visit));
  if (!card.answers) return show(tx, visit, body, person, card, 422);
  const verified = await verifyHolder(tx, visit.actor!, { personId: person.id });
  if (isRefusal(verified)) return verified;
  return {
    goTo: await wayBack(tx, visit, body),
    notice: say(visit.lang, fill(words.accountDone, { name: person.fullName })),
  };
}

/** The person of the typed number, or the form again. */
async function findHolder(
  tx: Tx,
  visit: Visit,
  body: Body,
): Promise<{ readonly person: Person } | Shown> {
  const reading = holderForm.read(body, settingOf(visit));
  if (!reading.answers) return numberPage(visit, reading, 422);
  const person = await findPersonByPersonalId(tx, reading.answers.personalId);
  if (person) return { person };
  return numberPage(visit, { ...reading, wrong: { personalId: words.accountUnknown } }, 422);
}

/** Shows what is known of the person; that somebody looked is recorded for them. */
async function show(
  tx: Tx,
  visit: Visit,
  body: Body,
  person: Person,
  filled: Filled,
  status: 200 | 422,
): Promise<Shown> {
  const account = await findCitizenAccount(tx, person.id);
  await recordRead(tx, {
    actor: visit.actor!,
    personIds: [person.id],
    subject: account
      ? { kind: 'account', id: account.id, label: say('vi', words.state) }
      : { kind: 'person', id: person.id, label: say('vi', words.identity) },
    purpose: words.accountPurpose,
  });
  return holderPage(visit, { person, account, draftId: one(body, 'draft'), filled }, status);
}

/** Back to the dossier that was being entered, else to the counter. */
async function wayBack(tx: Tx, visit: Visit, body: Body): Promise<string> {
  const opened = await openDraft(tx, visit.actor!, one(body, 'draft'));
  if (isRefusal(opened)) return '/can-bo/nhan-ho-so';
  return draftPaths(opened.procedure.catalogue.slug, opened.draft.id).review;
}

function settingOf(visit: Visit): Setting {
  return { ...occasionOf(visit), lookups: noLookups };
}

function one(body: Body, name: string): string {
  return [body[name] ?? ''].flat().at(-1) ?? '';
}
