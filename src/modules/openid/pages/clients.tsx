import { stepUps, withStepUp } from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { noLookups, type Filled } from '#/platform/form/index.ts';
import {
  get,
  post,
  type Body,
  type Redirect,
  type Route,
  type Shown,
  type Visit,
} from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { dayOf } from '#/values/day.ts';
import { say, text } from '#/values/text.ts';
import { manageClients } from '../access.ts';
import type { Client } from '../client.ts';
import { changeClient, endClient, registerClient } from '../commands/register-client.ts';
import { findClient, listClientChanges, listClients } from '../store/clients.ts';
import { clientForm, factsOf, filledWith } from './client-form.ts';
import { ClientFormView, ClientsView } from './clients-view.tsx';

const path = '/quan-tri/ung-dung';

/** Administrators register, change and end clients; each change stands in a list that nobody can shorten. */
export function clientRoutes(): Route[] {
  async function showAll(tx: Tx, { lang }: Visit): Promise<Shown> {
    const clients = await listClients(tx);
    return {
      title: say(lang, words.title),
      layout: 'desk',
      view: <ClientsView lang={lang} clients={clients} />,
    };
  }

  async function showNew(_tx: Tx, visit: Visit): Promise<Shown> {
    return asked(visit, kindOf(visit), undefined, clientForm(kindOf(visit), true).blank);
  }

  async function submitNew(tx: Tx, visit: Visit, body: Body): Promise<Shown | Redirect | Refusal> {
    const kind = kindOf(visit);
    const read = readFacts(visit, kind, true, body);
    if ('shown' in read) return read.shown;
    const id = String(read.answers['id']).trim();
    const client = await registerClient(tx, visit.actor!, id, kind, read.facts);
    if (isRefusal(client)) return client;
    return { goTo: `${path}/${client.id}`, notice: say(visit.lang, words.registered) };
  }

  async function showOne(tx: Tx, visit: Visit): Promise<Shown | Refusal> {
    const client = await findClient(tx, visit.params['id'] ?? '');
    if (!client) return refuse('openid.no-client');
    const changes = await listClientChanges(tx, client.id);
    return asked(visit, client.kind, client, filledWith(client), undefined, changes);
  }

  async function submitOne(tx: Tx, visit: Visit, body: Body): Promise<Shown | Redirect | Refusal> {
    const known = await findClient(tx, visit.params['id'] ?? '');
    if (!known) return refuse('openid.no-client');
    const read = readFacts(visit, known.kind, false, body, known);
    if ('shown' in read) return read.shown;
    const client = await changeClient(tx, visit.actor!, known.id, read.facts);
    if (isRefusal(client)) return client;
    return { goTo: `${path}/${client.id}`, notice: say(visit.lang, words.changed) };
  }

  async function submitEnd(tx: Tx, visit: Visit): Promise<Redirect | Refusal> {
    const client = await endClient(tx, visit.actor!, visit.params['id'] ?? '');
    if (isRefusal(client)) return client;
    return { goTo: path, notice: say(visit.lang, words.ended) };
  }

  const weighty = (route: Route, back: string) => withStepUp(stepUps.counter, route, { back });
  return [
    get(path, manageClients, showAll),
    get(`${path}/dang-ky`, manageClients, showNew),
    weighty(post(`${path}/dang-ky`, manageClients, submitNew), path),
    get(`${path}/:id`, manageClients, showOne),
    weighty(post(`${path}/:id`, manageClients, submitOne), path),
    weighty(post(`${path}/:id/cham-dut`, manageClients, submitEnd), path),
  ];
}

function kindOf({ query }: Visit): Client['kind'] {
  return query['loai'] === 'program' ? 'program' : 'site';
}

function readFacts(
  visit: Visit,
  kind: Client['kind'],
  isNew: boolean,
  body: Body,
  client?: Client,
) {
  const setting = { today: dayOf(visit.now), demo: visit.isDemo, lookups: noLookups };
  const reading = clientForm(kind, isNew).read(body, setting);
  if (!reading.answers) return { shown: asked(visit, kind, client, reading, 422) };
  const facts = factsOf(kind, reading.answers, visit.isDemo);
  if ('wrong' in facts)
    return { shown: asked(visit, kind, client, { typed: reading.typed, wrong: facts.wrong }, 422) };
  return { facts, answers: reading.answers as Readonly<Record<string, unknown>> };
}

function asked(
  visit: Visit,
  kind: Client['kind'],
  client: Client | undefined,
  filled: Filled,
  status?: 422,
  changes: Parameters<typeof ClientFormView>[0]['changes'] = [],
): Shown {
  const { lang, csrf } = visit;
  const title = client === undefined ? words.register : client.name;
  const action = client === undefined ? `${path}/dang-ky?loai=${kind}` : `${path}/${client.id}`;
  const view = (
    <ClientFormView
      lang={lang}
      csrf={csrf}
      title={title}
      action={action}
      questions={clientForm(kind, client === undefined).list}
      filled={filled}
      client={client}
      changes={changes}
    />
  );
  return { title: say(lang, title), layout: 'desk', view, status };
}

const words = {
  title: text('Ứng dụng kết nối', 'Connected applications'),
  register: text('Đăng ký ứng dụng', 'Register an application'),
  registered: text('Đã đăng ký ứng dụng.', 'The application is registered.'),
  changed: text('Đã lưu thay đổi của ứng dụng.', 'The changes are saved.'),
  ended: text(
    'Đã chấm dứt ứng dụng. Mọi quyền đã cấp cho nó không còn hiệu lực.',
    'The application is ended. Whatever it was granted is worth nothing.',
  ),
};
