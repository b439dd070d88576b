import { findPersonByPersonalId } from '#/modules/identity/index.ts';
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
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { dayOf } from '#/values/day.ts';
import { say } from '#/values/text.ts';
import { everybody } from '../access.ts';
import { readCard } from '../card.ts';
import { checkIn, takeTicket } from '../commands/take-ticket.ts';
import { hashOf, isSecretShaped } from '../secret.ts';
import { findByCode, findOfPerson } from '../store/appointments.ts';
import { countBefore, listStandings } from '../store/hall.ts';
import { findKiosk } from '../store/kiosks.ts';
import { findService, listPriorities, listServices } from '../store/plan.ts';
import { findTicket } from '../store/tickets.ts';
import { unitOfKey, waitWords } from './hall.tsx';
import {
  ClosedKiosk,
  kioskWords,
  PrioritiesView,
  ServicesView,
  TicketView,
} from './kiosk-view.tsx';

/** The ticket machine: large buttons, one question at a time. It keeps nothing about anybody. */
export function kioskRoutes(): Route[] {
  return [
    get('/quay/:unit', everybody, (tx, visit) => show(tx, visit)),
    post('/quay/:unit', everybody, submitTicket),
    post('/quay/:unit/hen', everybody, submitArrival),
    get('/quay/:unit/so/:ticket', everybody, showTicket),
  ];
}

/** Without scripts it goes back to the start after so long; with them it asks before. */
const withoutScriptSeconds = 40;

async function show(tx: Tx, visit: Visit, wrong?: Refusal): Promise<Shown | Refusal> {
  const { lang, now, query } = visit;
  const unit = await unitOfKey(tx, visit.params['unit']);
  if (isRefusal(unit)) return unit;
  const on = dayOf(now);
  const base = { title: say(lang, kioskWords.title), layout: 'bare' } as const;
  const key = query['may'] ?? '';
  if (!(await isOpen(tx, key, unit.id)))
    return { ...base, view: <ClosedKiosk visit={visit} unit={unit} /> };
  const frame = { visit, unit, home: homeOf(visit, key), kioskKey: key };
  const service = await findService(tx, query['viec'] ?? '');
  if (service?.unitId === unit.id)
    return {
      ...base,
      renewSeconds: withoutScriptSeconds,
      view: (
        <PrioritiesView {...frame} service={service} priorities={await listPriorities(tx, on)} />
      ),
    };
  const [services, standings] = await Promise.all([
    listServices(tx, on, unit.id),
    listStandings(tx, unit.id, on, now),
  ]);
  const waits = new Map(
    standings.map((each) => [each.serviceId, waitWords(each.waiting, each, lang)]),
  );
  return {
    ...base,
    compilesWasm: true,
    ...(wrong && { status: 422 }),
    view: <ServicesView {...frame} services={services} waits={waits} wrong={wrong} />,
  };
}

async function submitTicket(tx: Tx, visit: Visit, body: Body): Promise<Redirect | Refusal> {
  const place = await openPlace(tx, visit, body);
  if (isRefusal(place)) return place;
  const service = await findService(tx, one(body, 'service'));
  if (service?.unitId !== place.unitId) return refuse('appointment.no-such-service');
  const ticket = await takeTicket(
    tx,
    service,
    { priority: one(body, 'priority') || null },
    visit.now,
  );
  return isRefusal(ticket) ? ticket : toTicket(visit, place.key, ticket.id);
}

/** Somebody with an appointment: by its code, or by the identity card. What the card says is not kept. */
async function submitArrival(
  tx: Tx,
  visit: Visit,
  body: Body,
): Promise<Shown | Redirect | Refusal> {
  const place = await openPlace(tx, visit, body);
  if (isRefusal(place)) return place;
  const { unitId, key } = place;
  const on = dayOf(visit.now);
  const typed = one(body, 'code').replace(/\s/g, '');
  const card = readCard(typed);
  const person = card && (await findPersonByPersonalId(tx, card));
  const appointment = person
    ? await findOfPerson(tx, { unitId, on, personId: person.id })
    : /^\d{5}$/.test(typed)
      ? await findByCode(tx, { unitId, on, code: typed })
      : undefined;
  const ticket = appointment
    ? await checkIn(tx, appointment, visit.now)
    : refuse('appointment.none');
  if (!isRefusal(ticket)) return toTicket(visit, key, ticket.id);
  return show(tx, { ...visit, query: { may: key } }, ticket);
}

async function showTicket(tx: Tx, visit: Visit): Promise<Shown | Refusal> {
  const { lang, now } = visit;
  const unit = await unitOfKey(tx, visit.params['unit']);
  if (isRefusal(unit)) return unit;
  const ticket = await findTicket(tx, visit.params['ticket'] ?? '');
  if (ticket?.unitId !== unit.id) return refuse('appointment.none');
  const key = visit.query['may'] ?? '';
  const [ahead, standings, service] = await Promise.all([
    countBefore(tx, ticket),
    listStandings(tx, unit.id, ticket.on, now),
    findService(tx, ticket.serviceId),
  ]);
  const standing = standings.find(({ serviceId }) => serviceId === ticket.serviceId);
  return {
    title: say(lang, kioskWords.yours),
    layout: 'bare',
    renewSeconds: withoutScriptSeconds,
    view: (
      <TicketView
        visit={visit}
        unit={unit}
        home={homeOf(visit, key)}
        kioskKey={key}
        ticket={ticket}
        service={service!}
        ahead={ahead}
        wait={waitWords(ahead, standing ?? { desks: 0, minutes: [] }, lang)}
      />
    ),
  };
}

async function openPlace(
  tx: Tx,
  visit: Visit,
  body: Body,
): Promise<{ readonly unitId: string; readonly key: string } | Refusal> {
  const unit = await unitOfKey(tx, visit.params['unit']);
  if (isRefusal(unit)) return unit;
  const key = one(body, 'may');
  return (await isOpen(tx, key, unit.id))
    ? { unitId: unit.id, key }
    : refuse('appointment.kiosk-closed');
}

async function isOpen(tx: Tx, key: string, unitId: string): Promise<boolean> {
  return isSecretShaped(key) && (await findKiosk(tx, hashOf(key)))?.unitId === unitId;
}

function toTicket({ params }: Visit, key: string, ticketId: string): Redirect {
  return { goTo: `/quay/${params['unit']}/so/${ticketId}?may=${key}` };
}

function homeOf({ params }: Visit, key: string): string {
  return `/quay/${params['unit']}?may=${key}`;
}

function one(body: Body, name: string): string {
  const value = body[name];
  return typeof value === 'string' ? value : '';
}
