import {
  getPerson,
  noteFailure,
  refuseGuessing,
  stepUps,
  withStepUp,
} from '#/modules/identity/index.ts';
import { publishedOn } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Filled } from '#/platform/form/index.ts';
import {
  cookieNames,
  get,
  post,
  type Body,
  type Redirect,
  type Route,
  type Shown,
  type Visit,
} from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { AskAll, BackLink, Button, ButtonRow, ErrorSummary, Form } from '#/ui/index.ts';
import { dayOf } from '#/values/day.ts';
import { fill, say, text, type Text } from '#/values/text.ts';
import { citizens } from '../access.ts';
import { actBy, principalName } from '../acting.ts';
import { grantOnline } from '../grant.ts';
import { isInForce, type Mandate } from '../mandate.ts';
import { refusals } from '../refusals.ts';
import { revoke } from '../revoke.ts';
import { listMandates } from '../store.ts';
import { MandatesView, type NamedMandate } from './mandates-view.tsx';
import { findRepresentative, onlineForm, procedureIdsOf, procedureLookups } from './wish-form.ts';

const path = '/tai-khoan/uy-quyen';

/** How many of each side are shown. */
const most = 50;

/** As long as any session may last: at every request it is asked anew whether the mandate still holds. */
const switchSeconds = 86_400;

/** One's mandates, given and received: grant, revoke, and the switch to act for somebody. */
export function mandateRoutes({ keys, config }: Services): Route[] {
  const cookie = cookieNames(config.publicUrl.startsWith('https:')).mandate;

  async function show(tx: Tx, visit: Visit): Promise<Shown> {
    const { personId } = visit.actor!;
    const [given, received] = await Promise.all([
      listMandates(tx, { principalId: personId }, most),
      listMandates(tx, { representativeId: personId }, most),
    ]);
    const view = (
      <>
        <BackLink href="/tai-khoan" lang={visit.lang} />
        <MandatesView
          lang={visit.lang}
          csrf={visit.csrf}
          given={await named(tx, given, visit.now)}
          received={await named(tx, received, visit.now)}
        />
      </>
    );
    return { title: say(visit.lang, words.title), layout: 'citizen', view };
  }

  async function showForm(tx: Tx, visit: Visit, filled: Filled): Promise<Shown> {
    const { lang, csrf, now } = visit;
    const lookups = await procedureLookups(tx, dayOf(now));
    const isWrong = Object.keys(filled.wrong).length > 0;
    return {
      title: say(lang, words.grant),
      layout: 'citizen',
      ...(isWrong && { status: 422 }),
      view: (
        <>
          <BackLink href={path} lang={lang} />
          <ErrorSummary wrong={filled.wrong} lang={lang} />
          <h1>{say(lang, words.grant)}</h1>
          <p class="lead">{say(lang, words.grantLead)}</p>
          <Form csrf={csrf} lang={lang} action={`${path}/moi`}>
            <AskAll questions={onlineForm.list} lang={lang} lookups={lookups} {...filled} />
            <ButtonRow>
              <Button>{say(lang, words.save)}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    };
  }

  async function submit(tx: Tx, visit: Visit, body: Body): Promise<Shown | Redirect | Refusal> {
    const { actor, now, address, lang } = visit;
    const today = dayOf(now);
    const lookups = await procedureLookups(tx, today);
    const reading = onlineForm.read(body, { today, demo: visit.isDemo, lookups });
    const { answers } = reading;
    if (!answers) return showForm(tx, visit, reading);
    const guess = { at: 'mandate', target: actor!.accountId, address } as const;
    const slow = await refuseGuessing(tx, keys, guess, now);
    if (slow) return slow;
    const representative = await findRepresentative(tx, answers);
    if (!representative) {
      // Who is registered here is nobody's to find out, number by number.
      await noteFailure(tx, keys, guess, now);
      return showForm(tx, visit, { ...reading, wrong: { representative: words.unknown } });
    }
    const { kind, untilOn } = answers;
    const outcome = await grantOnline(tx, actor!, {
      principal: await getPerson(tx, actor!.personId),
      representative,
      kind,
      procedureIds: procedureIdsOf(answers.procedure),
      untilOn,
    });
    if (!isRefusal(outcome))
      return {
        goTo: path,
        notice: say(lang, fill(words.granted, { name: representative.fullName })),
      };
    const at = places[outcome.refused];
    return at === undefined
      ? outcome
      : showForm(tx, visit, { ...reading, wrong: { [at]: wordsOf(outcome) } });
  }

  async function begin(tx: Tx, visit: Visit, body: Body): Promise<Redirect | Refusal> {
    const id = textIn(body);
    const acting = await actBy(tx, { ...visit.actor!, actingFor: undefined }, id);
    if (!acting) return refuse('mandate.ended');
    const facts = { name: acting.actingFor!.name };
    return {
      goTo: '/dich-vu',
      notice: say(visit.lang, fill(words.begun, facts)),
      cookies: { [cookie]: { value: id, maxAgeSeconds: switchSeconds } },
    };
  }

  async function end(tx: Tx, visit: Visit, body: Body): Promise<Redirect | Refusal> {
    const outcome = await revoke(tx, visit.actor!, textIn(body));
    if (isRefusal(outcome)) return outcome;
    const isOwn = visit.actor!.actingFor?.mandateId === textIn(body);
    return {
      goTo: path,
      notice: say(visit.lang, words.revoked),
      ...(isOwn && { cookies: { [cookie]: null } }),
    };
  }

  return [
    get(path, citizens, show),
    withStepUp(
      stepUps.mandate,
      get(`${path}/moi`, citizens, (tx, visit) => showForm(tx, visit, onlineForm.blank)),
    ),
    withStepUp(stepUps.mandate, post(`${path}/moi`, citizens, submit)),
    post(`${path}/lam-thay`, citizens, begin),
    post(`${path}/thoi`, ['signed-in'], async (_tx, { lang }) => ({
      goTo: path,
      notice: say(lang, words.stopped),
      cookies: { [cookie]: null },
    })),
    post(`${path}/thu-hoi`, citizens, end),
  ];
}

async function named(tx: Tx, mandates: readonly Mandate[], at: Date): Promise<NamedMandate[]> {
  const published = await publishedOn(tx, dayOf(at));
  const names = new Map(published.map(({ version, facts }) => [version.procedureId, facts]));
  return Promise.all(
    mandates.map(async (mandate) => {
      const [principal, representative] = await Promise.all([
        getPerson(tx, mandate.principalId),
        getPerson(tx, mandate.representativeId),
      ]);
      const procedures = (mandate.procedureIds ?? []).flatMap(
        (id) => names.get(id)?.shortName ?? words.formerProcedure,
      );
      return {
        mandate,
        principal: principalName(mandate, principal),
        representative: representative.fullName,
        procedures,
        isInForce: isInForce(mandate, at),
      };
    }),
  );
}

function textIn(body: Body): string {
  const { id } = body;
  return typeof id === 'string' ? id : '';
}

/** Where each "no" belongs in the form. */
export const places: Readonly<Record<string, string>> = {
  'mandate.oneself': 'representative',
  'mandate.representative-minor': 'representative',
  'mandate.name-procedures': 'procedure',
  'mandate.too-long': 'untilOn',
  'mandate.not-minor': 'kind',
  'mandate.not-adult': 'kind',
  'mandate.no-organisation': 'kind',
};

/** The words of a refusal, with its facts in. */
export function wordsOf({ refused, facts = {} }: Refusal): Text {
  return fill(refusals[refused as keyof typeof refusals].words, facts);
}

const words = {
  title: text('Làm thay, ủy quyền', 'Acting for others'),
  grant: text('Ủy quyền cho một người', 'Give somebody a mandate'),
  grantLead: text(
    'Người đó sẽ nộp và theo dõi hồ sơ thay bạn bằng tài khoản của chính họ. Bạn được báo từng việc và thu hồi được bất cứ lúc nào.',
    'They will file and follow dossiers for you with an account of their own. You are told of each act and can revoke it at any time.',
  ),
  save: text('Ủy quyền', 'Give the mandate'),
  unknown: refusals['mandate.unknown-person'].words,
  granted: text('Đã ủy quyền cho {name}.', 'The mandate was given to {name}.'),
  begun: text('Từ giờ bạn làm thay cho {name}.', 'From now on you act for {name}.'),
  stopped: text('Bạn làm cho chính mình.', 'You act for yourself.'),
  revoked: text('Ủy quyền đã chấm dứt.', 'The mandate has ended.'),
  formerProcedure: text('Thủ tục không còn hiệu lực', 'A procedure no longer in force'),
};
