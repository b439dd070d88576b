import { listUnits } from '#/modules/agency/index.ts';
import { publishedOn } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import {
  ask,
  form,
  type Body,
  type Filled,
  type Lookups,
  type Question,
} from '#/platform/form/index.ts';
import type { Redirect, Shown, Visit } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { Ask, BackLink, Button, DeskLayout, ErrorSummary, Form } from '#/ui/index.ts';
import { dayOf } from '#/values/day.ts';
import { fill, say, text, type Text } from '#/values/text.ts';
import { addPartner, offerPart, serveElsewhere, type Declaration } from '../commands.ts';
import type { OwnNode } from '../node.ts';
import { refusals } from '../refusals.ts';
import { listPartners } from '../store/declared.ts';
import { path } from './overview-page.tsx';
import { addWords, words } from './words.ts';

const since = {
  validFrom: ask.date({ label: words.validFrom, required: true }),
  source: ask.text({ label: words.source, required: true, maxLength: 300 }),
} as const;

const partner = form({
  name: ask.text({ label: words.name, required: true, maxLength: 200 }),
  address: ask.text({
    label: words.address,
    hint: words.addressHint,
    required: true,
    maxLength: 200,
  }),
  publicKey: ask.text({
    label: words.publicKey,
    hint: words.publicKeyHint,
    required: true,
    maxLength: 60,
  }),
  ...since,
});

const served = form({
  unit: ask.listed({ label: words.unit, required: true, optionsFrom: 'units' }),
  system: ask.listed({ label: words.system, required: true, optionsFrom: 'systems' }),
  ...since,
});

const offer = form({
  procedureCode: ask.text({
    label: words.procedureCode,
    hint: words.procedureCodeHint,
    required: true,
    maxLength: 40,
  }),
  step: ask.text({ label: words.step, hint: words.stepHint, required: true, maxLength: 120 }),
  slug: ask.listed({ label: words.slug, required: true, optionsFrom: 'procedures' }),
  ...since,
});

const forms = { 'he-thong': partner, 'don-vi': served, 'thu-tuc': offer } as const;

/** At which question a refusal is shown. */
const places: Readonly<Record<string, string>> = {
  'exchange.bad-address': 'address',
  'exchange.bad-key': 'publicKey',
  'exchange.key-known': 'publicKey',
  'exchange.no-such-partner': 'system',
  'exchange.no-such-procedure': 'slug',
};

/** A form that declares an installation, a unit that it serves, or a part that is done here. */
export async function showDeclare(tx: Tx, visit: Visit, what: Declaration): Promise<Shown> {
  return shown(visit, what, forms[what].blank, await lookupsOf(tx, visit));
}

export async function submitDeclare(
  tx: Tx,
  visit: Visit,
  body: Body,
  what: Declaration,
  own: OwnNode,
): Promise<Shown | Redirect> {
  const lookups = await lookupsOf(tx, visit);
  const setting = { today: dayOf(visit.now), demo: visit.isDemo, lookups };
  const reading = forms[what].read(body, setting);
  if (!reading.answers)
    return shown(visit, what, reading, lookups, reading.again ? undefined : 422);
  const outcome = await declare(tx, visit, what, body, setting, own);
  if (!isRefusal(outcome)) return { goTo: path, notice: say(visit.lang, words.saved) };
  const wrong = { [places[outcome.refused] ?? 'source']: wordsOf(outcome) };
  return shown(visit, what, { ...reading, wrong }, lookups, 422);
}

/** The forms have been read once; each gives its own command the answers in their types. */
function declare(
  tx: Tx,
  visit: Visit,
  what: Declaration,
  body: Body,
  setting: Parameters<typeof partner.read>[1],
  { address }: OwnNode,
) {
  const actor = visit.actor!;
  if (what === 'he-thong') {
    const answers = partner.read(body, setting).answers!;
    return addPartner(tx, actor, answers, { address, isDemo: visit.isDemo });
  }
  if (what === 'don-vi') {
    const { unit, system, ...rest } = served.read(body, setting).answers!;
    return serveElsewhere(tx, actor, { ...rest, unitId: unit, address: system });
  }
  return offerPart(tx, actor, offer.read(body, setting).answers!);
}

function wordsOf({ refused, facts = {} }: Refusal): Text {
  return fill(refusals[refused as keyof typeof refusals].words, facts);
}

async function lookupsOf(tx: Tx, visit: Visit): Promise<Lookups> {
  const units = (await listUnits(tx)).map(({ id, name }) => ({ value: id, label: name }));
  const systems = (await listPartners(tx))
    .filter(({ validTo }) => validTo === null)
    .map(({ address, name }) => ({ value: address, label: text(name, name) }));
  const procedures = (await publishedOn(tx, dayOf(visit.now))).map(({ facts }) => ({
    value: facts.slug,
    label: facts.shortName,
  }));
  const lists: Readonly<Record<string, typeof units>> = { units, systems, procedures };
  return { options: (list) => lists[list] ?? [] };
}

function shown(
  visit: Visit,
  what: Declaration,
  filled: Filled,
  lookups: Lookups,
  status?: 422,
): Shown {
  const { lang } = visit;
  const title = say(lang, addWords[what]);
  const questions: readonly Question[] = forms[what].list;
  const view = (
    <DeskLayout lang={lang}>
      <BackLink lang={lang} href={path} />
      <ErrorSummary lang={lang} wrong={filled.wrong} />
      <h1>{title}</h1>
      <Form csrf={visit.csrf} lang={lang}>
        {questions.map((question) => (
          <Ask key={question.name} question={question} lang={lang} lookups={lookups} {...filled} />
        ))}
        <Button>{say(lang, words.save)}</Button>
      </Form>
    </DeskLayout>
  );
  return { title, view, layout: 'desk', status };
}
