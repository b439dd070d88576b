import {
  findPersonByPersonalId,
  registerPerson,
  stepUps,
  withStepUp,
} from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Filled } from '#/platform/form/index.ts';
import {
  get,
  post,
  type Body,
  type Redirect,
  type Route,
  type Shown,
  type Visit,
} from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import {
  AskAll,
  BackLink,
  Button,
  ButtonRow,
  DeskLayout,
  ErrorSummary,
  Form,
  WarningText,
} from '#/ui/index.ts';
import { dayOf } from '#/values/day.ts';
import { searchKey } from '#/values/person-name.ts';
import { sexOf } from '#/values/personal-id.ts';
import { fill, say, text } from '#/values/text.ts';
import { counters } from '../access.ts';
import { grantAtCounter } from '../grant.ts';
import { refusals } from '../refusals.ts';
import { places, wordsOf } from './mandate-pages.tsx';
import { counterForm, findRepresentative, procedureIdsOf, procedureLookups } from './wish-form.ts';

const path = '/can-bo/uy-quyen';

/** At the counter: a mandate on paper is compared and recorded, by whom and from which document. */
export function counterRoutes(): Route[] {
  return [
    withStepUp(
      stepUps.counter,
      get(path, counters, (tx, visit) => show(tx, visit, counterForm.blank)),
    ),
    withStepUp(stepUps.counter, post(path, counters, submit)),
  ];
}

async function submit(tx: Tx, visit: Visit, body: Body): Promise<Shown | Redirect | Refusal> {
  const { actor, now, lang } = visit;
  const today = dayOf(now);
  const lookups = await procedureLookups(tx, today);
  const reading = counterForm.read(body, { today, demo: visit.isDemo, lookups });
  const { answers } = reading;
  if (!answers) return show(tx, visit, reading);
  const wrongAt = (wrong: Filled['wrong']) => show(tx, visit, { ...reading, wrong });
  const representative = await findRepresentative(tx, answers);
  if (!representative) return wrongAt({ representative: refusals['mandate.unknown-person'].words });
  const { principal: personalId, principalName: fullName, bornOn } = answers;
  const known = await findPersonByPersonalId(tx, personalId);
  if (known && searchKey(known.fullName) !== searchKey(fullName))
    return wrongAt({ principalName: words.otherName });
  const facts = { fullName, personalId, bornOn, sex: sexOf(personalId) };
  const outcome = await grantAtCounter(
    tx,
    actor!,
    {
      principal: known ?? (await registerPerson(tx, facts, now)),
      representative,
      kind: answers.kind,
      procedureIds: procedureIdsOf(answers.procedure),
      untilOn: answers.untilOn,
    },
    answers.document,
  );
  if (!isRefusal(outcome))
    return {
      goTo: path,
      notice: say(
        lang,
        fill(words.done, { representative: representative.fullName, principal: fullName }),
      ),
    };
  const at = places[outcome.refused];
  return at === undefined ? outcome : wrongAt({ [at]: wordsOf(outcome) });
}

async function show(tx: Tx, { lang, csrf, now }: Visit, filled: Filled): Promise<Shown> {
  const lookups = await procedureLookups(tx, dayOf(now));
  const title = say(lang, words.title);
  return {
    title,
    layout: 'desk',
    ...(Object.keys(filled.wrong).length > 0 && { status: 422 }),
    view: (
      <DeskLayout lang={lang}>
        <BackLink href="/can-bo" lang={lang} />
        <ErrorSummary wrong={filled.wrong} lang={lang} />
        <h1>{title}</h1>
        <p>{say(lang, words.lead)}</p>
        <WarningText lang={lang}>{say(lang, words.careful)}</WarningText>
        <Form csrf={csrf} lang={lang} action={path}>
          <AskAll questions={counterForm.list} lang={lang} lookups={lookups} {...filled} />
          <ButtonRow>
            <Button>{say(lang, words.save)}</Button>
          </ButtonRow>
        </Form>
      </DeskLayout>
    ),
  };
}

const words = {
  title: text('Ghi nhận người đại diện', 'Record a representative'),
  lead: text(
    'Dùng khi người dân mang giấy tờ chứng minh được làm thay người khác: giấy khai sinh của con, quyết định giám hộ, giấy ủy quyền.',
    'For people who bring a document that lets them act for another: a child’s birth certificate, a decision on guardianship, a written authority.',
  ),
  careful: text(
    'Việc này được ghi lại cùng tên bạn và giấy tờ đã đối chiếu; cả hai người được báo.',
    'This is recorded with your name and the document that you compared; both people are told.',
  ),
  save: text('Ghi nhận', 'Record it'),
  otherName: text(
    'Họ tên khác với người có số này trong hệ thống. Kiểm tra lại giấy tờ',
    'The name differs from that of the person with this number. Check the document',
  ),
  done: text(
    'Đã ghi nhận {representative} làm thay cho {principal}.',
    '{representative} may now act for {principal}.',
  ),
};
