import { profileOf } from '#/modules/dossier/profile.ts';
import { demoAccounts, findPersonByPersonalId } from '#/modules/identity/index.ts';
import { findProcedureInForce } from '#/modules/procedure/index.ts';
import { dayOf } from '#/values/day.ts';
import { filled } from '../bundles/fill.ts';
import type { Typing } from './apply.ts';
import type { Office } from './office.ts';
import type { Story } from './story.ts';

/** What somebody types to tell a story: its own answers, what is known of the person, plain ones to the rest. */
export async function typingOf(office: Office, slug: string, story: Story): Promise<Typing> {
  const on = { today: dayOf(office.clock.now()), demo: true };
  const { found, person } = await office.services.database.transaction(async (tx) => ({
    found: await findProcedureInForce(tx, slug, on.today),
    person: await findPersonByPersonalId(tx, numberOf(story.applicant)),
  }));
  if (!found) throw new Error(`${slug} is not in force on ${on.today}`);
  const { form } = found.procedure;
  const answers = filled(form, { ...form.prefill(profileOf(person!), on), ...story.answers }, on);
  const pages = form.pagesInOrder(answers, on).map(({ id }) => form.filledPage(id, answers, on));
  return Object.assign({}, ...pages.map(({ typed }) => typed)) as Typing;
}

function numberOf(account: string): string {
  return demoAccounts.find(({ name }) => name === account)!.person.personalId!;
}
