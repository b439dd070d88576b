import type { Tx } from '#/platform/db/index.ts';
import { get, post, type Body, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { isRefusal, refuse } from '#/platform/refusal.ts';
import { BackLink, Details, ErrorSummary, Link, LinkButton, QrCode } from '#/ui/index.ts';
import { dayOf } from '#/values/day.ts';
import { say, type Lang } from '#/values/text.ts';
import { everybody } from '../access.ts';
import type { CredentialOffice } from '../office.ts';
import type { CredentialFacts, CredentialPorts } from '../ports.ts';
import { secretHash } from '../program-http.ts';
import { findBySecret } from '../store/requests.ts';
import { ask, findingOf, requestLink, webWalletLink } from '../verify/ask.ts';
import { AskForm, blankAsk, readAsk, type AskState } from './ask-form.tsx';
import { words } from './ask-words.ts';
import { FindingView } from './finding-view.tsx';

const path = '/kiem-chung/giay-to-so';

/** For a bank, a school, an office: ask for some facts, show the code, see exactly these. */
export function askRoutes(
  { keys }: Services,
  office: CredentialOffice,
  ports: CredentialPorts,
): Route[] {
  return [
    get(path, everybody, show),
    post(path, everybody, submit),
    get(`${path}/:secret`, everybody, showAnswer),
  ];

  async function show(tx: Tx, visit: Visit) {
    const types = await ports.listTypes(tx, dayOf(visit.now));
    const chosen = types.find(({ type }) => type === visit.query['loai']);
    return chosen ? questionPage(visit, chosen, blankAsk) : typesPage(visit, types);
  }

  async function submit(tx: Tx, visit: Visit, body: Body) {
    const types = await ports.listTypes(tx, dayOf(visit.now));
    const facts = types.find(({ type }) => type === body['type']);
    if (!facts) return refuse('credential.no-type');
    const read = readAsk(body, visit);
    if ('wrong' in read) return questionPage(visit, facts, read);
    const outcome = await ask(tx, facts, read, visit.now);
    return isRefusal(outcome) ? outcome : { goTo: `${path}/${outcome}` };
  }

  async function showAnswer(tx: Tx, visit: Visit) {
    const { lang, params, now } = visit;
    const request = await findBySecret(tx, secretHash(params['secret'] ?? ''), now);
    if (!request) return refuse('credential.no-request');
    const types = await ports.listTypes(tx, dayOf(now));
    const facts = types.find(({ type }) => type === request.type);
    if (!facts) return refuse('credential.no-request');
    const finding = findingOf(keys, request);
    return {
      title: say(lang, words.title),
      layout: 'citizen' as const,
      view: (
        <>
          <BackLink href={path} lang={lang} />
          <h1>{say(lang, facts.name)}</h1>
          {finding ? (
            <FindingView lang={lang} facts={facts} finding={finding} />
          ) : (
            <Waiting
              lang={lang}
              here={visit.path}
              link={requestLink(office, request.id)}
              webLink={webWalletLink(office, request.id)}
            />
          )}
        </>
      ),
    };
  }
}

function typesPage({ lang }: Visit, types: readonly CredentialFacts[]): Shown {
  return {
    title: say(lang, words.title),
    layout: 'citizen',
    view: (
      <>
        <BackLink href="/kiem-chung" lang={lang} />
        <h1>{say(lang, words.title)}</h1>
        <p class="lead">{say(lang, words.lead)}</p>
        <h2>{say(lang, words.whichType)}</h2>
        <ul>
          {types.map(({ type, name }) => (
            <li key={type}>
              <Link href={`${path}?loai=${type}`}>{say(lang, name)}</Link>
            </li>
          ))}
        </ul>
      </>
    ),
  };
}

function questionPage(visit: Visit, facts: CredentialFacts, state: AskState): Shown {
  const { lang } = visit;
  return {
    title: say(lang, words.title),
    layout: 'citizen',
    ...(Object.keys(state.wrong).length > 0 && { status: 422 }),
    view: (
      <>
        <BackLink href={path} lang={lang} />
        <ErrorSummary wrong={state.wrong} lang={lang} />
        <h1>{say(lang, words.title)}</h1>
        <p class="lead">{say(lang, facts.name)}</p>
        <AskForm visit={visit} facts={facts} state={state} action={path} />
      </>
    ),
  };
}

interface WaitingProps {
  readonly lang: Lang;
  readonly here: string;
  readonly link: string;
  readonly webLink: string;
}

/** The codes for the two ways: the wallet in an account of this site, and any other. */
function Waiting({ lang, here, link, webLink }: WaitingProps) {
  return (
    <>
      <p>{say(lang, words.scan)}</p>
      <QrCode content={webLink} label={say(lang, words.qr)} />
      <p>
        {say(lang, words.copy)} <code class="long-code">{webLink}</code>
      </p>
      <p>
        <LinkButton href={here}>{say(lang, words.look)}</LinkButton>
      </p>
      <Details summary={say(lang, words.otherWallet)}>
        <p>{say(lang, words.scanOther)}</p>
        <QrCode content={link} label={say(lang, words.qr)} />
        <p>
          {/* Another program opens it: its scheme is none that pages may link to. */}
          {say(lang, words.copy)} <code class="long-code">{link}</code>
        </p>
      </Details>
    </>
  );
}
