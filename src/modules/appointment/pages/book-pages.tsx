import { getUnit, type Unit } from '#/modules/agency/index.ts';
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
import { BackLink, EmptyState, Link, SummaryList } from '#/ui/index.ts';
import { dayOf } from '#/values/day.ts';
import { fill, say, text } from '#/values/text.ts';
import { everybody } from '../access.ts';
import type { Service } from '../appointment.ts';
import { book } from '../commands/book.ts';
import { offeredOf } from '../offered.ts';
import { refusals } from '../refusals.ts';
import { findService, listServices } from '../store/plan.ts';
import { aboutOf, readAbout, withAbout, type About } from './about.ts';
import { chosenDay, readTime, TimeForm } from './time-form.tsx';

/** Where people choose what they come for, and when. */
export function bookRoutes(): Route[] {
  return [
    get('/dat-lich', everybody, showServices),
    get('/dat-lich/:service', everybody, (tx, visit) => showTimes(tx, visit)),
    post('/dat-lich/:service', everybody, submit),
  ];
}

async function showServices(tx: Tx, visit: Visit): Promise<Shown> {
  const { lang, now } = visit;
  const about = readAbout(visit.query);
  const services = (await listServices(tx, dayOf(now))).filter(
    ({ purpose }) => about.dossier === null || purpose === 'COLLECT',
  );
  const byUnit = Map.groupBy(services, ({ unitId }) => unitId);
  const units = await Promise.all([...byUnit.keys()].map((id) => getUnit(tx, id)));
  const title = say(lang, words.title);
  return {
    title,
    layout: 'citizen',
    view: (
      <>
        <BackLink lang={lang} href={about.back} />
        <h1>{title}</h1>
        <p class="lead">{say(lang, words.lead)}</p>
        {units.length === 0 && (
          <EmptyState title={say(lang, words.none)}>{say(lang, words.noneHelp)}</EmptyState>
        )}
        {units.map((unit) => (
          <section key={unit.id}>
            <h2>{say(lang, unit.name)}</h2>
            <p>{unit.address}</p>
            <ul>
              {byUnit.get(unit.id)!.map((service) => (
                <li key={service.id}>
                  <Link href={withAbout(`/dat-lich/${service.id}`, about)}>
                    {say(lang, service.name)}
                  </Link>
                </li>
              ))}
            </ul>
            <p>
              <Link href={`/man-hinh/${unit.key}`}>{say(lang, words.board)}</Link>
            </p>
          </section>
        ))}
        {visit.actor?.kind === 'citizen' && (
          <p>
            <Link href="/lich-hen">{say(lang, words.mine)}</Link>
          </p>
        )}
      </>
    ),
  };
}

async function showTimes(tx: Tx, visit: Visit, filled?: Filled): Promise<Shown | Refusal> {
  const service = await findService(tx, visit.params['service'] ?? '');
  if (!service) return refuse('appointment.no-such-service');
  return shown(tx, visit, service, readAbout(visit.query), filled);
}

async function submit(tx: Tx, visit: Visit, body: Body): Promise<Shown | Redirect | Refusal> {
  const { actor, lang, now } = visit;
  const service = await findService(tx, visit.params['service'] ?? '');
  if (!service) return refuse('appointment.no-such-service');
  const about = aboutOf(body);
  const { days } = await offeredOf(tx, service, now);
  const reading = readTime(visit, body, days, visit.actor?.kind !== 'citizen');
  const { answers } = reading;
  if (!answers) return shown(tx, visit, service, about, reading);
  const { startsAt, guest } = answers;
  const isOwn = actor?.kind === 'citizen';
  const booked = await book(tx, isOwn ? { actor } : { guest: guest!, at: now }, {
    serviceId: service.id,
    startsAt,
    procedureSlug: about.procedure,
    dossierCode: about.dossier,
  });
  if (!isRefusal(booked))
    return {
      goTo: `/lich-hen/${booked.secret ?? booked.appointment.id}`,
      notice: say(lang, words.booked),
    };
  if (booked.refused !== 'appointment.time-taken') return booked;
  const wrong = { time: refusals['appointment.time-taken'].words };
  return shown(tx, visit, service, about, { ...reading, wrong });
}

async function shown(
  tx: Tx,
  visit: Visit,
  service: Service,
  about: About,
  filled?: Filled,
): Promise<Shown> {
  const { lang } = visit;
  const [unit, { days, rule }] = await Promise.all([
    getUnit(tx, service.unitId),
    offeredOf(tx, service, visit.now),
  ]);
  const title = say(lang, words.when);
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
        path={`/dat-lich/${service.id}`}
        back={withAbout('/dat-lich', about)}
        about={about}
        filled={filled}
        asksGuest={visit.actor?.kind !== 'citizen'}
        button={say(lang, words.keep)}
      >
        <Place visit={visit} unit={unit} service={service} />
        {days.size === 0 && (
          <EmptyState title={say(lang, fill(words.full, { days: String(rule.aheadDays) }))}>
            {say(lang, words.fullHelp)}
          </EmptyState>
        )}
      </TimeForm>
    ),
  };
}

interface PlaceProps {
  readonly visit: Visit;
  readonly unit: Unit;
  readonly service: Service;
}

function Place({ visit: { lang }, unit, service }: PlaceProps) {
  return (
    <SummaryList
      lang={lang}
      rows={[
        { label: say(lang, words.what), value: say(lang, service.name) },
        { label: say(lang, words.where), value: `${say(lang, unit.name)}, ${unit.address}` },
      ]}
    />
  );
}

const words = {
  title: text('Đặt lịch đến quầy', 'Book a time at a desk'),
  lead: text(
    'Chọn trước giờ đến để không phải chờ lâu. Không mất tiền. Bạn vẫn có thể đến lấy số mà không cần hẹn.',
    'Choose a time so that you need not wait long. It is free. You may also come without an appointment.',
  ),
  none: text('Chưa có quầy nào nhận hẹn', 'No desk takes appointments yet'),
  noneHelp: text(
    'Hãy đến trong giờ làm việc và lấy số ở quầy.',
    'Come in opening hours and take a number.',
  ),
  board: text('Xem đang gọi đến số nào', 'See which number is called'),
  mine: text('Lịch hẹn của tôi', 'My appointments'),
  when: text('Bạn đến lúc nào?', 'When will you come?'),
  what: text('Việc', 'What for'),
  where: text('Nơi đến', 'Where'),
  keep: text('Giữ chỗ cho tôi', 'Keep this time'),
  booked: text('Đã giữ chỗ cho bạn.', 'The time is kept for you.'),
  full: text('Trong {days} ngày tới đã hết chỗ', 'No time is free in the next {days} days'),
  fullHelp: text(
    'Bạn vẫn có thể đến lấy số trong giờ làm việc, hoặc xem lại vào sáng mai.',
    'You may still come in opening hours and take a number, or look again tomorrow morning.',
  ),
};
