import type { Tx } from '#/platform/db/index.ts';
import { get, post, type Body, type Route, type Visit } from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { isRefusal, refuse } from '#/platform/refusal.ts';
import { BackLink, Button, Form, Link, LinkButton, QrCode } from '#/ui/index.ts';
import { dayOf } from '#/values/day.ts';
import { say } from '#/values/text.ts';
import { everybody } from '../access.ts';
import type { CredentialOffice } from '../office.ts';
import type { CredentialFacts, CredentialPorts } from '../ports.ts';
import { secretHash } from '../program-http.ts';
import { ask, findingOf, requestLink } from '../verify/ask.ts';
import { findBySecret } from '../store/requests.ts';
import { FindingView } from './finding-view.tsx';
import { words } from './ask-words.ts';

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
    const { lang, query } = visit;
    const types = await ports.listTypes(tx, dayOf(visit.now));
    const chosen = types.find(({ type }) => type === query['loai']);
    return {
      title: say(lang, words.title),
      layout: 'citizen' as const,
      view: (
        <>
          <BackLink href={chosen ? path : '/kiem-chung'} lang={lang} />
          <h1>{say(lang, words.title)}</h1>
          <p class="lead">{say(lang, words.lead)}</p>
          {chosen ? <Choose visit={visit} facts={chosen} /> : <Types visit={visit} types={types} />}
        </>
      ),
    };
  }

  async function submit(tx: Tx, visit: Visit, body: Body) {
    const types = await ports.listTypes(tx, dayOf(visit.now));
    const facts = types.find(({ type }) => type === body['type']);
    if (!facts) return refuse('credential.no-type');
    const outcome = await ask(tx, facts, [body['claim'] ?? []].flat(), visit.now);
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
    const link = requestLink(office, request.id);
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
            <>
              <p>{say(lang, words.scan)}</p>
              <QrCode content={link} label={say(lang, words.qr)} />
              <p>
                {say(lang, words.copy)} <code class="long-code">{link}</code>
              </p>
              <LinkButton href={visit.path}>{say(lang, words.look)}</LinkButton>
            </>
          )}
        </>
      ),
    };
  }
}

function Types({ visit, types }: { visit: Visit; types: readonly CredentialFacts[] }) {
  return (
    <>
      <h2>{say(visit.lang, words.whichType)}</h2>
      <ul>
        {types.map(({ type, name }) => (
          <li key={type}>
            <Link href={`${path}?loai=${type}`}>{say(visit.lang, name)}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function Choose({ visit: { lang, csrf }, facts }: { visit: Visit; facts: CredentialFacts }) {
  return (
    <Form csrf={csrf} lang={lang} action={path}>
      <input type="hidden" name="type" value={facts.type} />
      <fieldset class="ask">
        <legend class="label">{say(lang, words.whichClaims)}</legend>
        <p class="hint">{say(lang, words.onlyNeeded)}</p>
        <div class="choices">
          {facts.claims.map(({ name, label }) => (
            <div class="choice" key={name}>
              <input type="checkbox" id={`claim-${name}`} name="claim" value={name} />
              <label for={`claim-${name}`}>{say(lang, label)}</label>
            </div>
          ))}
        </div>
      </fieldset>
      <Button>{say(lang, words.make)}</Button>
    </Form>
  );
}
