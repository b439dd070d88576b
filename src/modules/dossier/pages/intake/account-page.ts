import {
  findCitizenAccount,
  findPersonByPersonalId,
  type Person,
} from '#/modules/identity/index.ts';
import { recordRead } from '#/modules/privacy/index.ts';
import type { Keys } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { noLookups, type Filled, type Setting } from '#/platform/form/index.ts';
import { get, post, type Body, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { fill, say } from '#/values/text.ts';
import { receivers } from '../../access.ts';
import { openDraft } from '../../commands/draft.ts';
import { correctHolder } from '../../commands/correct-holder.ts';
import { handOutCode } from '../../commands/hand-out-code.ts';
import { verifyHolder } from '../../commands/verify-holder.ts';
import { draftPaths, occasionOf } from '../apply/frame.tsx';
import { cardForm, correctionForm, holderForm } from './account-forms.ts';
import { holderPage, numberPage } from './account-view.tsx';
import { codePage } from './code-view.tsx';
import { intakeWords as words } from './intake-words.ts';

/**
 * At the counter: compares a person with their identity card, verifies the account that they opened from home, and hands
 * out codes to set a password to who has none or forgot it.
 */
export function accountRoutes({ keys, config }: Pick<Services, 'keys' | 'config'>): Route[] {
  return [
    get('/can-bo/nhan-ho-so/tai-khoan', receivers, async (_tx, visit) =>
      numberPage(visit, holderForm.blank, 200),
    ),
    post('/can-bo/nhan-ho-so/tai-khoan', receivers, async (tx, visit, body) => {
      const found = await findHolder(tx, visit, body);
      return 'person' in found ? show(tx, visit, body, found.person, cardForm.blank, 200) : found;
    }),
    post('/can-bo/nhan-ho-so/tai-khoan/xac-minh', receivers, verify),
    post('/can-bo/nhan-ho-so/tai-khoan/ma', receivers, (tx, visit, body) =>
      handOut(tx, visit, body, { keys, page: `${config.publicUrl}/dat-mat-khau` }),
    ),
    post('/can-bo/nhan-ho-so/tai-khoan/sua', receivers, (tx, visit, body) =>
      correct(tx, visit, body, { keys, page: `${config.publicUrl}/dat-mat-khau` }),
    ),
  ];
}

async function verify(
  tx: Tx,
  visit: Visit,
  body: Body,
): Promise<Shown | Refusal | { goTo: string; notice: string }> {
  const compared = await findCompared(tx, visit, body);
  if (!('person' in compared)) return compared;
  const { person } = compared;
  const verified = await verifyHolder(tx, visit.actor!, { personId: person.id });
  if (isRefusal(verified)) return verified;
  return {
    goTo: await wayBack(tx, visit, body),
    notice: say(visit.lang, fill(words.accountDone, { name: person.fullName })),
  };
}

/** The code is shown once, on the answer itself: nowhere is it kept. */
async function handOut(
  tx: Tx,
  visit: Visit,
  body: Body,
  { keys, page }: { readonly keys: Keys; readonly page: string },
): Promise<Shown | Refusal> {
  const compared = await findCompared(tx, visit, body);
  if (!('person' in compared)) return compared;
  const { person } = compared;
  const issued = await handOutCode(tx, keys, visit.actor!, { personId: person.id });
  if (isRefusal(issued)) return issued;
  await recordComparison(tx, visit, person, issued.accountId);
  return codePage(visit, { person, issued, page, back: await wayBack(tx, visit, body) });
}

/** Name and day of birth as on the card; the code is shown as above. */
async function correct(
  tx: Tx,
  visit: Visit,
  body: Body,
  { keys, page }: { readonly keys: Keys; readonly page: string },
): Promise<Shown | Refusal> {
  const found = await findHolder(tx, visit, body);
  if (!('person' in found)) return found;
  const { person } = found;
  const card = correctionForm.read(body, settingOf(visit));
  if (!card.answers) return show(tx, visit, body, person, cardForm.blank, 422, card);
  const { fullName, bornOn } = card.answers;
  const corrected = { personId: person.id, fullName, bornOn };
  const issued = await correctHolder(tx, keys, visit.actor!, corrected);
  if (isRefusal(issued)) return issued;
  await recordComparison(tx, visit, person, issued.accountId);
  const back = await wayBack(tx, visit, body);
  return codePage(visit, { person: { ...person, fullName }, issued, page, back });
}

/** The person whose card was compared, or the page that asks for it. */
async function findCompared(
  tx: Tx,
  visit: Visit,
  body: Body,
): Promise<{ readonly person: Person } | Shown> {
  const found = await findHolder(tx, visit, body);
  if (!('person' in found)) return found;
  const card = cardForm.read(body, settingOf(visit));
  return card.answers ? found : show(tx, visit, body, found.person, card, 422);
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
  correction?: Filled,
): Promise<Shown> {
  const account = await findCitizenAccount(tx, person.id);
  await recordComparison(tx, visit, person, account?.id);
  return holderPage(
    visit,
    { person, account, draftId: one(body, 'draft'), filled, correction },
    status,
  );
}

async function recordComparison(
  tx: Tx,
  visit: Visit,
  person: Person,
  accountId: string | undefined,
): Promise<void> {
  await recordRead(tx, {
    actor: visit.actor!,
    personIds: [person.id],
    subject:
      accountId === undefined
        ? { kind: 'person', id: person.id, label: say('vi', words.identity) }
        : { kind: 'account', id: accountId, label: say('vi', words.state) },
    purpose: words.accountPurpose,
  });
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
