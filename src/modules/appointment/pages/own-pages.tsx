import { getUnit } from '#/modules/agency/index.ts';
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
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { Card, Cards, EmptyState, Link, LinkButton, StatusTag } from '#/ui/index.ts';
import { fill, say, text } from '#/values/text.ts';
import { citizens, everybody } from '../access.ts';
import type { Appointment } from '../appointment.ts';
import { cancel } from '../commands/cancel.ts';
import { move } from '../commands/move.ts';
import { ownAppointment } from '../commands/own.ts';
import { offeredOf } from '../offered.ts';
import { refusals } from '../refusals.ts';
import { listOwn } from '../store/appointments.ts';
import { findService } from '../store/plan.ts';
import { AppointmentView } from './appointment-view.tsx';
import { chosenDay, readTime, TimeForm } from './time-form.tsx';
import { instantWords, stateWords } from './words.ts';

/** One's own appointments: to look at, to move, to give back. */
export function ownRoutes(): Route[] {
  return [
    get('/lich-hen', citizens, showAll),
    get('/lich-hen/:reference', everybody, showOne),
    post('/lich-hen/:reference/huy', everybody, submitCancel),
    get('/lich-hen/:reference/doi', everybody, (tx, visit) => showMove(tx, visit)),
    post('/lich-hen/:reference/doi', everybody, submitMove),
  ];
}

const mostShown = 50;

async function showAll(tx: Tx, visit: Visit): Promise<Shown> {
  const { lang } = visit;
  const appointments = await listOwn(tx, visit.actor!.personId, mostShown);
  const services = await Promise.all(
    appointments.map(({ serviceId }) => findService(tx, serviceId)),
  );
  const title = say(lang, words.mine);
  return {
    title,
    layout: 'citizen',
    view: (
      <>
        <h1>{title}</h1>
        {appointments.length === 0 ? (
          <EmptyState title={say(lang, words.none)}>{say(lang, words.noneHelp)}</EmptyState>
        ) : (
          <Cards>
            {appointments.map((one, index) => (
              <Card
                key={one.id}
                title={<Link href={`/lich-hen/${one.id}`}>{instantWords(one.startsAt, lang)}</Link>}
              >
                <p>{say(lang, services[index]!.name)}</p>
                <StatusTag tone={stateWords[one.state].tone}>
                  {say(lang, stateWords[one.state].words)}
                </StatusTag>
              </Card>
            ))}
          </Cards>
        )}
        <p>
          <LinkButton href="/dat-lich" icon="calendar">
            {say(lang, words.book)}
          </LinkButton>
        </p>
      </>
    ),
  };
}

async function showOne(tx: Tx, visit: Visit): Promise<Shown | Refusal> {
  const appointment = await found(tx, visit);
  if (isRefusal(appointment)) return appointment;
  const [service, unit] = await Promise.all([
    findService(tx, appointment.serviceId),
    getUnit(tx, appointment.unitId),
  ]);
  return {
    title: say(visit.lang, words.one),
    layout: 'citizen',
    view: (
      <AppointmentView
        visit={visit}
        appointment={appointment}
        service={service!}
        unit={unit}
        path={`/lich-hen/${visit.params['reference']}`}
      />
    ),
  };
}

async function submitCancel(tx: Tx, visit: Visit): Promise<Redirect | Refusal> {
  const appointment = await found(tx, visit);
  if (isRefusal(appointment)) return appointment;
  const refused = await cancel(tx, appointment, visit.now);
  if (refused) return refused;
  return {
    goTo: `/lich-hen/${visit.params['reference']}`,
    notice: say(visit.lang, words.cancelled),
  };
}

async function showMove(tx: Tx, visit: Visit, filled?: Filled): Promise<Shown | Refusal> {
  const appointment = await found(tx, visit);
  if (isRefusal(appointment)) return appointment;
  return moving(tx, visit, appointment, filled);
}

async function submitMove(tx: Tx, visit: Visit, body: Body): Promise<Shown | Redirect | Refusal> {
  const appointment = await found(tx, visit);
  if (isRefusal(appointment)) return appointment;
  const service = await findService(tx, appointment.serviceId);
  const { days } = await offeredOf(tx, service!, visit.now);
  const reading = readTime(visit, body, days, false);
  if (!reading.answers) return moving(tx, visit, appointment, reading);
  const outcome = await move(tx, visit.actor, appointment, reading.answers.startsAt, visit.now);
  if (!isRefusal(outcome))
    return {
      goTo: `/lich-hen/${outcome.secret ?? outcome.appointment.id}`,
      notice: say(visit.lang, words.moved),
    };
  if (outcome.refused !== 'appointment.time-taken') return outcome;
  const wrong = { time: refusals['appointment.time-taken'].words };
  return moving(tx, visit, appointment, { ...reading, wrong });
}

async function moving(
  tx: Tx,
  visit: Visit,
  appointment: Appointment,
  filled?: Filled,
): Promise<Shown | Refusal> {
  const { lang, now } = visit;
  if (appointment.state !== 'BOOKED' || appointment.startsAt <= now)
    return refuse('appointment.over');
  const service = await findService(tx, appointment.serviceId);
  const { days } = await offeredOf(tx, service!, now);
  const path = `/lich-hen/${visit.params['reference']}`;
  const title = say(lang, words.move);
  const old = instantWords(appointment.startsAt, lang);
  return {
    title,
    layout: 'citizen',
    ...(filled && Object.keys(filled.wrong).length > 0 && { status: 422 }),
    view: (
      <TimeForm
        visit={visit}
        title={title}
        days={days}
        on={chosenDay(visit, days, filled)}
        path={`${path}/doi`}
        back={path}
        about={null}
        filled={filled}
        asksGuest={false}
        button={say(lang, words.moveButton)}
      >
        <p>{say(lang, fill(words.old, { when: old }))}</p>
        {days.size === 0 && (
          <EmptyState title={say(lang, words.full)}>{say(lang, words.fullHelp)}</EmptyState>
        )}
      </TimeForm>
    ),
  };
}

async function found(tx: Tx, visit: Visit): Promise<Appointment | Refusal> {
  const appointment = await ownAppointment(tx, visit.actor, visit.params['reference'] ?? '');
  return appointment ?? refuse('appointment.none');
}

const words = {
  mine: text('Lịch hẹn của tôi', 'My appointments'),
  one: text('Lịch hẹn', 'Appointment'),
  none: text('Bạn chưa có lịch hẹn nào', 'You have no appointments'),
  noneHelp: text(
    'Đặt lịch trước để đến quầy không phải chờ lâu.',
    'Book a time so that you need not wait long at a desk.',
  ),
  book: text('Đặt lịch đến quầy', 'Book a time at a desk'),
  cancelled: text('Đã hủy lịch hẹn.', 'The appointment is cancelled.'),
  move: text('Đổi sang lúc nào?', 'To which time?'),
  moveButton: text('Đổi lịch hẹn', 'Move the appointment'),
  moved: text('Đã đổi lịch hẹn.', 'The appointment is moved.'),
  old: text('Lịch hẹn hiện tại: {when}', 'The appointment now: {when}'),
  full: text('Không còn giờ nào khác', 'No other time is free'),
  fullHelp: text('Lịch hẹn hiện tại của bạn vẫn được giữ.', 'Your present appointment is kept.'),
};
