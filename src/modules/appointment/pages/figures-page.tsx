import { listUnits, unitsBelow } from '#/modules/agency/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { get, hasRole, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import { BackLink, DeskLayout, Table } from '#/ui/index.ts';
import { addDays, dayOf, formatDay } from '#/values/day.ts';
import { fill, say, text, type Lang } from '#/values/text.ts';
import { leaders } from '../access.ts';
import { listDayFigures, type DayFigures } from '../store/figures.ts';

/** How long people waited, for those who lead. Numbers only. */
export function figuresRoutes(): Route[] {
  return [get('/can-bo/goi-so/thong-ke', leaders, show)];
}

const days = 30;

async function show(tx: Tx, visit: Visit): Promise<Shown> {
  const { lang, now } = visit;
  const figures = await listDayFigures(tx, await seenUnits(tx, visit), addDays(dayOf(now), -days));
  const title = say(lang, words.title);
  const waits = figures.flatMap(({ medianWait }) => (medianWait === null ? [] : [medianWait]));
  const worst = Math.max(0, ...waits);
  return {
    title,
    layout: 'desk',
    view: (
      <DeskLayout lang={lang}>
        <BackLink lang={lang} href="/can-bo" />
        <h1>{title}</h1>
        <p class="lead">
          {say(
            lang,
            fill(figures.length === 0 ? words.nothing : words.sum, {
              days: String(days),
              tickets: String(figures.reduce((sum, { tickets }) => sum + tickets, 0)),
              worst: minutes(worst),
            }),
          )}
        </p>
        <Table
          caption={say(lang, words.caption)}
          captionUnseen
          narrow="scroll"
          rows={figures}
          keyOf={({ on }) => on}
          empty={<p>{say(lang, words.empty)}</p>}
          columns={columnsIn(lang)}
        />
        <p class="soft">{say(lang, words.how)}</p>
      </DeskLayout>
    ),
  };
}

/** The units below those in which the leader has a post; administrators see all. */
async function seenUnits(tx: Tx, { actor }: Visit): Promise<string[]> {
  if (hasRole(actor!, 'QUAN_TRI')) return (await listUnits(tx)).map(({ id }) => id);
  const units = await listUnits(tx);
  const tops = actor!.posts.map(({ unitId }) => {
    const unit = units.find(({ id }) => id === unitId);
    return unit?.parentId ?? unitId;
  });
  return [...new Set((await Promise.all(tops.map((id) => unitsBelow(tx, id)))).flat())];
}

function columnsIn(lang: Lang) {
  const figure = (title: keyof typeof words, cell: (row: DayFigures) => string) => ({
    title: say(lang, words[title]),
    numeric: true,
    cell,
  });
  return [
    { title: say(lang, words.day), heads: true, cell: ({ on }: DayFigures) => formatDay(on) },
    figure('tickets', ({ tickets }) => String(tickets)),
    figure('expected', ({ expected }) => String(expected)),
    figure('medianWait', ({ medianWait }) => minutes(medianWait)),
    figure('longWait', ({ longWait }) => minutes(longWait)),
    figure('medianServed', ({ medianServed }) => minutes(medianServed)),
    figure('skipped', ({ skipped }) => String(skipped)),
    figure('left', ({ left }) => String(left)),
    figure('missed', ({ missed }) => String(missed)),
  ];
}

function minutes(value: number | null): string {
  return value === null ? '–' : String(Math.round(value));
}

const words = {
  title: text('Thời gian chờ tại quầy', 'Waiting at the desks'),
  sum: text(
    'Trong {days} ngày qua có {tickets} lượt lấy số. Ngày lâu nhất, một nửa số người chờ quá {worst} phút.',
    'In the last {days} days {tickets} numbers were taken. On the slowest day half of the people waited longer than {worst} minutes.',
  ),
  nothing: text(
    'Trong {days} ngày qua chưa ai lấy số.',
    'Nobody took a number in the last {days} days.',
  ),
  caption: text('Theo từng ngày', 'Day by day'),
  empty: text('Chưa có số liệu.', 'There are no figures yet.'),
  day: text('Ngày', 'Day'),
  tickets: text('Lượt', 'Numbers'),
  expected: text('Có hẹn', 'By appointment'),
  medianWait: text('Chờ, giữa (phút)', 'Wait, middle (min)'),
  longWait: text('Chờ, 9/10 người (phút)', 'Wait, 9 of 10 (min)'),
  medianServed: text('Phục vụ, giữa (phút)', 'Served, middle (min)'),
  skipped: text('Gọi không đến', 'Did not come'),
  left: text('Hết giờ', 'Not called'),
  missed: text('Lỡ hẹn', 'Missed'),
  how: text(
    'Chờ tính từ lúc lấy số, hoặc từ giờ hẹn nếu đến sớm, đến lần gọi đầu tiên.',
    'Waiting is counted from the number, or from the appointment of who came early, to the first call.',
  ),
};
