import { demoHalls } from '#/modules/appointment/index.ts';
import { dayOf } from '#/values/day.ts';
import { instantAt, minuteOfDay } from '#/values/instant.ts';
import type { Office } from './office.ts';
import type { Person } from './person.ts';

/** Pages of appointments and of the hall. */
export interface HallScene {
  readonly service: string;
  /** An appointment of a person with an account, and one of a guest. */
  readonly own: string;
  readonly guest: string;
  /** The ticket machine, its second question, and a number that it gave. */
  readonly kiosk: string;
  readonly question: string;
  readonly ticket: string;
  /** A desk at which a number is called. */
  readonly desk: string;
}

/** Somebody books, somebody takes a number, an official calls it. */
export async function playHall(office: Office): Promise<HallScene> {
  const [file] = demoHalls.oneStop.services;
  const service = `/dat-lich/${file.id}`;
  const own = await booked(office, 'cong-dan-1', service, {});
  const guest = await booked(office, null, service, {
    name: 'Trần Văn An',
    phone: '0912 345 678',
  });
  const clock = office.services.clock.now();
  // The machine gives numbers in opening hours only.
  const isOpen = minuteOfDay(clock) >= 420 && minuteOfDay(clock) < 690;
  if (!isOpen) office.at(instantAt(dayOf(clock), 480).toISOString());
  const kiosk = await opensKiosk(office);
  const question = `${kiosk}&viec=${file.id}`;
  const ticket = (await takesNumber(office, question, 'ELDERLY')).path;
  await takesNumber(office, question);
  const desk = `/can-bo/goi-so?quay=${demoHalls.oneStop.desks[0].id}`;
  const clerk = await office.signedIn('mot-cua-1');
  await clerk.open(desk);
  await clerk.press('/mo');
  await clerk.fill({}, '/goi');
  if (!isOpen) office.at(clock.toISOString());
  return { service, own, guest, kiosk, question, ticket, desk };
}

/** Keeps the first free time; gives the address of the appointment. */
export async function booked(
  office: Office,
  who: string | null,
  service: string,
  fields: Readonly<Record<string, string>>,
): Promise<string> {
  const person = who === null ? office.person() : await office.signedIn(who);
  await person.open(service);
  const [time = ''] = [...(person.form(service).choices.get('time') ?? [])].filter(Boolean);
  await person.fill({ time, ...fields }, service);
  return person.path.split('?', 1)[0]!;
}

/** An administrator opens a ticket machine; gives its address. */
export async function opensKiosk(office: Office): Promise<string> {
  const admin = await office.signedIn('quan-tri');
  await admin.open('/quan-tri/quay');
  await admin.send('/quan-tri/quay/may', { name: 'Cửa chính', unit: demoHalls.oneStop.unitId });
  return admin.path;
}

/** Presses a button of the machine's second question. */
export async function takesNumber(
  office: Office,
  question: string,
  priority = '',
): Promise<Person> {
  const person = await office.person().open(question);
  const form = person.form('/quay/ninh-kieu-mot-cua');
  return person.send(form.action, { ...Object.fromEntries(form.fields), priority });
}
