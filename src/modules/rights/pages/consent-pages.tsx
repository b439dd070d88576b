import type { Tx } from '#/platform/db/index.ts';
import {
  get,
  post,
  type Body,
  type Redirect,
  type Route,
  type Shown,
  type Visit,
} from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { BackLink, Button, Card, Cards, Form, Link } from '#/ui/index.ts';
import { dayOf } from '#/values/day.ts';
import { formatInstant } from '#/values/instant.ts';
import { say, text } from '#/values/text.ts';
import { signedIn } from '../access.ts';
import {
  insertConsent,
  listConsents,
  listPurposes,
  withdrawConsent,
  type Consent,
  type Purpose,
} from '../store/consents.ts';

const path = '/toi/du-lieu/dong-y';

/** What a person consented to: one button gives it, one button takes it back. */
export function consentRoutes(): Route[] {
  return [
    get(path, signedIn, show),
    post(path, signedIn, give),
    post(`${path}/rut-lai`, signedIn, takeBack),
  ];
}

async function show(tx: Tx, { actor, lang, csrf, now }: Visit): Promise<Shown> {
  const [purposes, consents] = await Promise.all([
    listPurposes(tx, dayOf(now)),
    listConsents(tx, actor!.personId),
  ]);
  const inForce = new Map(
    consents
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .map((one) => [one.purpose.code, one]),
  );
  const card = (purpose: Purpose) => (
    <Card key={purpose.code} title={say(lang, purpose.name)}>
      <p>{say(lang, purpose.words)}</p>
      <p class="soft">{purpose.legalBasis}</p>
      {purpose.needsConsent && <Deed purpose={purpose} consent={inForce.get(purpose.code)} />}
    </Card>
  );
  function Deed({ purpose, consent }: { purpose: Purpose; consent: Consent | undefined }) {
    const name = say(lang, purpose.name);
    if (!consent)
      return (
        <Form csrf={csrf} lang={lang} action={path}>
          <Button name="code" value={purpose.code} about={name}>
            {say(lang, words.give)}
          </Button>
        </Form>
      );
    return (
      <>
        <p>
          {say(lang, words.since)} {formatInstant(consent.givenAt, lang)}
        </p>
        <Receipts id={consent.id} />
        <Form csrf={csrf} lang={lang} action={`${path}/rut-lai`}>
          <Button look="secondary" name="id" value={consent.id} about={name}>
            {say(lang, words.takeBack)}
          </Button>
        </Form>
      </>
    );
  }
  function Receipts({ id }: { id: string }) {
    return (
      <p>
        <Link href={`${path}/${id}/bien-nhan.pdf`}>{say(lang, words.receiptPdf)}</Link>
        {' · '}
        <Link href={`${path}/${id}/bien-nhan.json`}>{say(lang, words.receiptJson)}</Link>
      </p>
    );
  }
  const view = (
    <>
      <BackLink href="/toi/du-lieu" lang={lang} />
      <h1>{say(lang, words.title)}</h1>
      <p class="lead">{say(lang, words.lead)}</p>
      <h2>{say(lang, words.byConsent)}</h2>
      <Cards>{purposes.filter(({ needsConsent }) => needsConsent).map(card)}</Cards>
      <h2>{say(lang, words.byLaw)}</h2>
      <p>{say(lang, words.byLawLead)}</p>
      <Cards>{purposes.filter(({ needsConsent }) => !needsConsent).map(card)}</Cards>
    </>
  );
  return { title: say(lang, words.title), layout: 'citizen', view };
}

async function give(tx: Tx, visit: Visit, body: Body): Promise<Redirect | Refusal> {
  const { actor, now, lang } = visit;
  const purpose = (await listPurposes(tx, dayOf(now))).find(
    ({ code, needsConsent }) => needsConsent && code === body['code'],
  );
  if (!purpose) return refuse('rights.none');
  await insertConsent(tx, actor!.personId, purpose, now);
  return { goTo: path, notice: say(lang, words.given) };
}

async function takeBack(tx: Tx, visit: Visit, body: Body): Promise<Redirect | Refusal> {
  const { actor, now, lang } = visit;
  const id = typeof body['id'] === 'string' ? body['id'] : '';
  if (!(await withdrawConsent(tx, actor!.personId, id, now))) return refuse('rights.none');
  return { goTo: path, notice: say(lang, words.takenBack) };
}

const words = {
  title: text('Điều bạn đã đồng ý', 'What you consented to'),
  lead: text(
    'Không đồng ý thì bạn vẫn làm mọi thủ tục như thường. Rút lại lúc nào cũng được.',
    'All services stay the same if you do not consent. You can take it back at any time.',
  ),
  byConsent: text('Chỉ làm khi bạn đồng ý', 'Only with your consent'),
  byLaw: text('Làm theo luật', 'By law'),
  byLawLead: text(
    'Những việc này luật đã cho phép nên không hỏi.',
    'The law allows these, so you are not asked.',
  ),
  give: text('Tôi đồng ý', 'I consent'),
  takeBack: text('Rút lại', 'Take back'),
  since: text('Đã đồng ý lúc', 'You consented at'),
  receiptPdf: text('Biên nhận (PDF)', 'Receipt (PDF)'),
  receiptJson: text('Biên nhận (JSON)', 'Receipt (JSON)'),
  given: text('Đã ghi nhận sự đồng ý của bạn.', 'Your consent is recorded.'),
  takenBack: text(
    'Đã rút lại. Dữ liệu không còn được dùng vào việc đó.',
    'It is taken back. Your data is not used for that any more.',
  ),
};
