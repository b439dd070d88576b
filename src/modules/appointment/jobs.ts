import { calendarOf, getUnit } from '#/modules/agency/index.ts';
import { tell } from '#/modules/notify/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Job } from '#/platform/jobs/index.ts';
import type { Services } from '#/platform/module.ts';
import { addDays, dayOf } from '#/values/day.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, text, type Text } from '#/values/text.ts';
import { minuteOfDay } from '#/values/instant.ts';
import { spansOf } from './offered.ts';
import { updateState } from './store/appointments.ts';
import {
  listComing,
  updateForgotten,
  updateLeft,
  updateMissed,
  updateReminded,
  type Due,
} from './store/due.ts';
import { findService, getRule } from './store/plan.ts';

/** Reminds, notes who did not come, gives up what falls on a day that was closed later, and forgets guests in time. */
export function appointmentJobs({ database, clock }: Pick<Services, 'database' | 'clock'>): Job[] {
  return [
    {
      name: 'appointment.look-after',
      schedule: '*/10 * * * *',
      run: () => database.transaction((tx) => lookAfter(tx, clock.now())),
    },
  ];
}

/** One round of it; a second one at the same time finds nothing left to do. */
export async function lookAfter(tx: Tx, now: Date): Promise<void> {
  const today = dayOf(now);
  const rule = await getRule(tx, today);
  await withdrawClosed(tx, now);
  const before = new Date(now.getTime() + rule.remindMinutes * 60_000);
  for (const due of await updateReminded(tx, now, before)) await announce(tx, due, 'reminded', now);
  await updateMissed(tx, now, new Date(now.getTime() - rule.graceMinutes * 60_000));
  await updateLeft(tx, today, now);
  await updateForgotten(tx, addDays(today, -rule.keepDays));
}

/** A storm, a new holiday: an appointment outside the hours of today's calendar is given up, and its person told. */
async function withdrawClosed(tx: Tx, now: Date): Promise<void> {
  for (const due of await listComing(tx, now)) {
    const calendar = await calendarOf(tx, due.unitId, now);
    const from = minuteOfDay(due.startsAt);
    const to = from + (due.endsAt.getTime() - due.startsAt.getTime()) / 60_000;
    if (spansOf(calendar, due.on).some(([opens, closes]) => opens <= from && to <= closes))
      continue;
    if (!(await updateState(tx, due.id, 'WITHDRAWN', now))) continue;
    if (due.personId !== null) await announce(tx, due, 'withdrawn', now);
  }
}

async function announce(tx: Tx, due: Due, what: keyof typeof words, at: Date): Promise<void> {
  const [service, unit] = await Promise.all([
    findService(tx, due.serviceId),
    getUnit(tx, due.unitId),
  ]);
  const put = (sentence: Text) => ({
    vi: fill(sentence, factsIn('vi')).vi,
    en: fill(sentence, factsIn('en')).en,
  });
  const factsIn = (lang: 'vi' | 'en') => ({
    when: formatInstant(due.startsAt, lang),
    service: service?.name[lang] ?? '',
    unit: unit.name[lang],
    address: unit.address,
    code: due.code,
  });
  await tell(tx, {
    personId: due.personId!,
    event: `appointment.${what}`,
    title: put(words[what].title),
    body: put(words[what].body),
    link: what === 'reminded' ? `/lich-hen/${due.id}` : `/dat-lich/${due.serviceId}`,
    key: `appointment.${what} ${due.id}`,
    at,
  });
}

const words = {
  reminded: {
    title: text('Nhắc lịch hẹn lúc {when}', 'Your appointment at {when}'),
    body: text(
      '{service} tại {unit}, {address}. Khi đến, đọc hoặc bấm mã hẹn {code}. Không đến được, hãy hủy để người khác có chỗ.',
      '{service} at {unit}, {address}. When you come, say or type the code {code}. If you cannot come, cancel so that others have the time.',
    ),
  },
  withdrawn: {
    title: text('Lịch hẹn lúc {when} không còn', 'Your appointment at {when} is withdrawn'),
    body: text(
      '{unit} đóng cửa vào giờ đó. Chúng tôi xin lỗi vì sự bất tiện này. Hãy chọn giờ khác cho việc: {service}.',
      '{unit} is closed at that time. We apologise. Please choose another time for: {service}.',
    ),
  },
};
