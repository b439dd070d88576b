import type { Tx } from '#/platform/db/index.ts';
import { get, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { BackLink, DeskLayout, StatusTag, Table } from '#/ui/index.ts';
import { dayOf } from '#/values/day.ts';
import { formatTime } from '#/values/instant.ts';
import { formatPhone, parsePhone } from '#/values/phone.ts';
import { say, text } from '#/values/text.ts';
import { callers } from '../access.ts';
import { listOfDay } from '../store/appointments.ts';
import { findService } from '../store/plan.ts';
import { unitOfKey } from './hall.tsx';
import { stateWords } from './words.ts';

/** Whom a unit expects today, and how guests are reached. What is opened here is recorded like all reading. */
export function todayRoutes(): Route[] {
  return [get('/can-bo/goi-so/lich-hen', callers, show)];
}

async function show(tx: Tx, visit: Visit): Promise<Shown | Refusal> {
  const { lang, now, actor } = visit;
  const unit = await unitOfKey(tx, visit.query['don-vi']);
  if (isRefusal(unit)) return unit;
  if (!actor!.posts.some(({ unitId }) => unitId === unit.id))
    return refuse('appointment.not-your-desk');
  const rows = await listOfDay(tx, unit.id, dayOf(now));
  const names = await Promise.all(rows.map(({ serviceId }) => findService(tx, serviceId)));
  const title = say(lang, words.title);
  return {
    title,
    layout: 'desk',
    view: (
      <DeskLayout lang={lang}>
        <BackLink lang={lang} href="/can-bo/goi-so" />
        <h1>{title}</h1>
        <p class="soft">{say(lang, unit.name)}</p>
        <Table
          caption={title}
          captionUnseen
          rows={rows.map((row, index) => ({ ...row, service: names[index]!.name }))}
          keyOf={({ id }) => id}
          empty={<p>{say(lang, words.none)}</p>}
          columns={[
            {
              title: say(lang, words.time),
              heads: true,
              cell: (row) => formatTime(row.startsAt, lang),
            },
            { title: say(lang, words.code), cell: (row) => row.code },
            { title: say(lang, words.service), cell: (row) => say(lang, row.service) },
            {
              title: say(lang, words.who),
              cell: ({ guest }) =>
                guest ? `${guest.name}, ${spoken(guest.phone)}` : say(lang, words.account),
            },
            { title: say(lang, words.dossier), cell: (row) => row.dossierCode ?? '' },
            {
              title: say(lang, words.state),
              cell: ({ state }) => (
                <StatusTag tone={stateWords[state].tone}>
                  {say(lang, stateWords[state].words)}
                </StatusTag>
              ),
            },
          ]}
        />
      </DeskLayout>
    ),
  };
}

function spoken(phone: string): string {
  const read = parsePhone(phone);
  return 'value' in read ? formatPhone(read.value) : phone;
}

const words = {
  title: text('Lịch hẹn hôm nay', 'Appointments of today'),
  none: text('Hôm nay không có lịch hẹn nào.', 'There are no appointments today.'),
  time: text('Giờ', 'Time'),
  code: text('Mã hẹn', 'Code'),
  service: text('Việc', 'What for'),
  who: text('Người hẹn', 'Who'),
  account: text('Có tài khoản', 'By account'),
  dossier: text('Hồ sơ', 'Dossier'),
  state: text('Tình trạng', 'State'),
};
