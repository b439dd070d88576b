import type { Tx } from '#/platform/db/index.ts';
import { day } from '#/values/day.ts';
import { closed, type DayPlan, type WeeklyHours } from '#/values/office-hours.ts';
import { text } from '#/values/text.ts';
import { directory } from './directory.ts';
import { insertOfficeHours } from './store/calendars.ts';
import { updateVersion } from './store/dataset.ts';
import { upsertUnits } from './store/units.ts';
import type { Unit, UnitKind } from './unit.ts';

/** The ward of the demo: phường Ninh Kiều, thành phố Cần Thơ. */
export const demoPlace = '31135';

const since = day(2025, 7, 1);

/** The units of the demo ward, by what they do; their ids and keys never change. Codes and telephone numbers are invented. */
export const demoUnits = {
  committee: unit(1, 'people-committee', null, 'H13.32', {
    key: 'ninh-kieu',
    name: text('Ủy ban nhân dân phường Ninh Kiều', "People's Committee of Ninh Kiều Ward"),
    legacyCode: '000.00.32.H13',
  }),
  oneStop: unit(2, 'one-stop', 1, 'H13.32.1', {
    key: 'ninh-kieu-mot-cua',
    name: text(
      'Trung tâm Phục vụ hành chính công phường Ninh Kiều',
      'Public Administration Service Centre of Ninh Kiều Ward',
    ),
    legacyCode: '000.01.32.H13',
  }),
  leadership: unit(3, 'leadership', 1, 'H13.32.2', {
    key: 'ninh-kieu-lanh-dao',
    name: text('Lãnh đạo Ủy ban nhân dân phường Ninh Kiều', 'Leadership of Ninh Kiều Ward'),
    legacyCode: '000.02.32.H13',
  }),
  justice: unit(4, 'justice', 1, 'H13.32.3', {
    key: 'ninh-kieu-tu-phap',
    name: text(
      'Bộ phận Tư pháp – Hộ tịch phường Ninh Kiều',
      'Justice and Civil Status of Ninh Kiều Ward',
    ),
    legacyCode: '000.03.32.H13',
  }),
  economy: unit(5, 'economy', 1, 'H13.32.4', {
    key: 'ninh-kieu-kinh-te',
    name: text(
      'Phòng Kinh tế, Hạ tầng và Đô thị phường Ninh Kiều',
      'Office of Economy, Infrastructure and Urban Affairs of Ninh Kiều Ward',
    ),
    legacyCode: '000.04.32.H13',
  }),
  records: unit(6, 'records', 1, 'H13.32.5', {
    key: 'ninh-kieu-van-thu',
    name: text('Bộ phận Văn thư phường Ninh Kiều', 'Records Office of Ninh Kiều Ward'),
    legacyCode: '000.05.32.H13',
  }),
  police: unit(7, 'police', null, 'G01.713.32', {
    key: 'ninh-kieu-cong-an',
    name: text('Công an phường Ninh Kiều', 'Police of Ninh Kiều Ward'),
    legacyCode: null,
  }),
  tax: unit(8, 'tax', null, 'G12.18.13.1', {
    key: 'ninh-kieu-thue',
    name: text('Thuế cơ sở 1 thành phố Cần Thơ', 'Local Tax Office 1 of Cần Thơ'),
    legacyCode: null,
  }),
  insurance: unit(9, 'insurance', null, 'G12.19.13.1', {
    key: 'ninh-kieu-bhxh',
    name: text('Bảo hiểm xã hội cơ sở Ninh Kiều', 'Social Insurance Office of Ninh Kiều'),
    legacyCode: null,
  }),
  culture: unit(10, 'culture', 1, 'H13.32.6', {
    key: 'ninh-kieu-van-hoa',
    name: text(
      'Phòng Văn hóa – Xã hội phường Ninh Kiều',
      'Office of Culture and Social Affairs of Ninh Kiều Ward',
    ),
    legacyCode: '000.06.32.H13',
  }),
  military: unit(11, 'military', 1, 'H13.32.7', {
    key: 'ninh-kieu-quan-su',
    name: text('Ban Chỉ huy Quân sự phường Ninh Kiều', 'Military Command of Ninh Kiều Ward'),
    legacyCode: '000.07.32.H13',
  }),
} as const satisfies Record<string, Unit>;

/** Declares the units of the demo ward with their office hours. */
export async function seedDemoUnits(tx: Tx, at: Date): Promise<void> {
  if ((await directory(tx)).byId(demoUnits.military.id)) return;
  const units = Object.values(demoUnits).map((each) => ({ ...each, serves: [demoPlace] }));
  await upsertUnits(tx, units, at);
  const { committee, police, tax, insurance } = demoUnits;
  for (const { id } of [committee, tax, insurance]) {
    await insertOfficeHours(tx, hoursId(id), id, weekOf(closed), at);
  }
  await insertOfficeHours(tx, hoursId(police.id), police.id, weekOf(saturdayMorning), at);
  await updateVersion(tx, 'calendar');
}

function unit(
  number: number,
  kind: UnitKind,
  parent: number | null,
  nationalCode: string,
  rest: Pick<Unit, 'key' | 'name' | 'legacyCode'>,
): Unit {
  return {
    id: idOf(number),
    kind,
    parentId: parent === null ? null : idOf(parent),
    placeCode: demoPlace,
    nationalCode,
    address: 'Đường Hòa Bình, phường Ninh Kiều, thành phố Cần Thơ',
    phone: `+842923000${String(number).padStart(3, '0')}`,
    from: since,
    to: null,
    ...rest,
  };
}

function idOf(number: number): string {
  return `01980000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

function hoursId(unitId: string): string {
  return unitId.replace('01980000-0000', '01980000-0001');
}

function weekOf(saturday: DayPlan): WeeklyHours & { source: string } {
  const weekday: DayPlan = {
    spans: [
      [420, 690],
      [810, 1020],
    ],
    counts: true,
  };
  const week = [weekday, weekday, weekday, weekday, weekday, saturday, closed];
  return { from: since, week, source: 'Giờ làm việc của địa phương minh họa' };
}

/** The police receive people on Saturday mornings; deadlines in working days do not count them. */
const saturdayMorning: DayPlan = { spans: [[420, 690]], counts: false };
