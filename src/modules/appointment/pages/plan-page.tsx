import { listUnits } from '#/modules/agency/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { ask, form, type Filled, type Lookups } from '#/platform/form/index.ts';
import {
  get,
  post,
  type Body,
  type Redirect,
  type Route,
  type Shown,
  type Visit,
} from '#/platform/http/index.ts';
import type { Refusal } from '#/platform/refusal.ts';
import { newId } from '#/values/id.ts';
import { addDays, dayOf } from '#/values/day.ts';
import { fill, say, text } from '#/values/text.ts';
import { planners } from '../access.ts';
import { hashOf, newSecret } from '../secret.ts';
import { refusals } from '../refusals.ts';
import { listDesks } from '../store/hall.ts';
import { insertKiosk, listKiosks, updateKioskClosed } from '../store/kiosks.ts';
import {
  getRule,
  insertOffer,
  listOffers,
  listPriorities,
  listServices,
  updateOfferEnd,
} from '../store/plan.ts';
import { PlanView } from './plan-view.tsx';

const path = '/quan-tri/quay';

/** Which desk serves what and from when, which devices give tickets. */
export function planRoutes(): Route[] {
  return [
    get(path, planners, (tx, visit) => show(tx, visit, planForm.blank)),
    post(path, planners, submitOffer),
    post(`${path}/ket-thuc`, planners, submitEnd),
    post(`${path}/may`, planners, submitKiosk),
    post(`${path}/may/dong`, planners, submitKioskClosed),
  ];
}

const weekdayOptions = [
  { value: '1', label: text('Thứ Hai đến thứ Sáu', 'Monday to Friday') },
  { value: '6', label: text('Thứ Hai đến thứ Bảy', 'Monday to Saturday') },
] as const;

const planForm = form({
  desk: ask.listed({ label: text('Quầy', 'Desk'), required: true, optionsFrom: 'desks' }),
  service: ask.listed({
    label: text('Nhận việc', 'Serves'),
    required: true,
    optionsFrom: 'services',
  }),
  minutes: ask.integer({
    label: text('Mỗi lượt hẹn bao nhiêu phút?', 'Minutes of one appointment'),
    hint: text('Ví dụ 30', 'For example 30'),
    required: true,
    min: 5,
    max: 240,
  }),
  weekdays: ask.radio(weekdayOptions, { label: text('Những ngày', 'Days'), required: true }),
  bookable: ask.checkbox({ label: text('Cho đặt lịch trước', 'May be booked') }),
  from: ask.date({
    label: text('Từ ngày', 'From'),
    hint: text('Ví dụ 1 8 2026', 'For example 1 8 2026'),
    required: true,
  }),
  source: ask.text({
    label: text('Căn cứ', 'Decision'),
    hint: text('Ví dụ “Quyết định 12/QĐ-UBND”', 'For example “Quyết định 12/QĐ-UBND”'),
    required: true,
    maxLength: 500,
  }),
});

async function submitOffer(tx: Tx, visit: Visit, body: Body): Promise<Shown | Redirect | Refusal> {
  const { actor, now, lang } = visit;
  const today = dayOf(now);
  const reading = planForm.read(body, {
    today,
    demo: visit.isDemo,
    lookups: await lookupsOf(tx, visit),
  });
  const { answers } = reading;
  if (!answers) return show(tx, visit, reading);
  const isAdded = await insertOffer(
    tx,
    {
      deskId: answers.desk,
      serviceId: answers.service,
      minutes: answers.minutes,
      weekdays: answers.weekdays === '1' ? [1, 2, 3, 4, 5] : [1, 2, 3, 4, 5, 6],
      isBookable: answers.bookable ?? false,
      validFrom: answers.from,
      validTo: null,
    },
    answers.source,
    { account: actor!.accountId, at: now },
  );
  if (isAdded) return { goTo: path, notice: say(lang, words.added) };
  const wrong = { from: refusals['appointment.offer-overlaps'].words };
  return show(tx, visit, { ...reading, wrong });
}

/** From tomorrow on: what is booked for today stays. */
async function submitEnd(tx: Tx, visit: Visit, body: Body): Promise<Redirect> {
  const isEnded = await updateOfferEnd(tx, one(body, 'offer'), addDays(dayOf(visit.now), 1));
  return { goTo: path, ...(isEnded && { notice: say(visit.lang, words.ended) }) };
}

/** Its address is shown once: whoever has it gives tickets. */
async function submitKiosk(tx: Tx, visit: Visit, body: Body): Promise<Redirect> {
  const { actor, now, lang } = visit;
  const unit = (await listUnits(tx)).find(({ id }) => id === one(body, 'unit'));
  const name = one(body, 'name').trim().slice(0, 100);
  if (!unit || name === '') return { goTo: path, notice: say(lang, words.kioskName) };
  const { secret } = newSecret();
  await insertKiosk(tx, { id: newId(), unitId: unit.id, name }, hashOf(secret), {
    account: actor!.accountId,
    at: now,
  });
  return {
    goTo: `/quay/${unit.key}?may=${secret}`,
    notice: say(lang, fill(words.kioskOpened, { name })),
  };
}

async function submitKioskClosed(tx: Tx, visit: Visit, body: Body): Promise<Redirect> {
  await updateKioskClosed(tx, one(body, 'kiosk'), visit.now);
  return { goTo: path, notice: say(visit.lang, words.kioskClosed) };
}

async function show(tx: Tx, visit: Visit, filled: Filled): Promise<Shown> {
  const { now, lang } = visit;
  const today = dayOf(now);
  const [units, offers, services, priorities, kiosks, rule, lookups] = await Promise.all([
    listUnits(tx),
    listOffers(tx, { from: today, to: addDays(today, 365) }),
    listServices(tx, today),
    listPriorities(tx, today),
    listKiosks(tx),
    getRule(tx, today),
    lookupsOf(tx, visit),
  ]);
  return {
    title: say(lang, words.title),
    layout: 'desk',
    ...(Object.keys(filled.wrong).length > 0 && { status: 422 }),
    view: (
      <PlanView
        visit={visit}
        questions={planForm.list}
        filled={filled}
        lookups={lookups}
        units={units}
        offers={offers}
        services={services}
        priorities={priorities}
        kiosks={kiosks}
        rule={rule}
      />
    ),
  };
}

async function lookupsOf(tx: Tx, { now }: Visit): Promise<Lookups> {
  const today = dayOf(now);
  const units = await listUnits(tx);
  const nameOf = (unitId: string) => units.find(({ id }) => id === unitId)!.name;
  const services = (await listServices(tx, today)).map(({ id, unitId, name }) => ({
    value: id,
    label: text(`${name.vi}, ${nameOf(unitId).vi}`, `${name.en}, ${nameOf(unitId).en}`),
  }));
  const desks = (
    await listDesks(
      tx,
      units.map(({ id }) => id),
      today,
    )
  ).map(({ id, unitId, number }) => ({
    value: id,
    label: text(`Quầy ${number}, ${nameOf(unitId).vi}`, `Desk ${number}, ${nameOf(unitId).en}`),
  }));
  return {
    options: (list) => (list === 'desks' ? desks : list === 'services' ? services : []),
  };
}

function one(body: Body, name: string): string {
  const value = body[name];
  return typeof value === 'string' ? value : '';
}

const words = {
  title: text('Quầy và lịch hẹn', 'Desks and appointments'),
  added: text('Đã phân công quầy.', 'The desk is assigned.'),
  ended: text('Kết thúc từ ngày mai.', 'It ends tomorrow.'),
  kioskName: text('Hãy ghi máy đặt ở đâu.', 'Say where the device stands.'),
  kioskOpened: text(
    'Đã mở máy “{name}”. Mở địa chỉ này trên máy đó rồi lưu lại; nó không hiện lần nữa.',
    'The device “{name}” is open. Open this address there and keep it; it is not shown again.',
  ),
  kioskClosed: text('Đã đóng máy.', 'The device is closed.'),
};
