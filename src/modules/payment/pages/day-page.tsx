import type { Tx } from '#/platform/db/index.ts';
import { ask, form, noLookups, type Filled } from '#/platform/form/index.ts';
import {
  get,
  lineOf,
  post,
  raw,
  type Route,
  type Shown,
  type Visit,
} from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import {
  AskAll,
  BackLink,
  Button,
  DeskLayout,
  ErrorSummary,
  Form,
  NotificationBanner,
  SummaryList,
  Table,
} from '#/ui/index.ts';
import { dayOf, formatDay, parseDay } from '#/values/day.ts';
import { formatDong } from '#/values/money.ts';
import { fill, say, text } from '#/values/text.ts';
import { keepers } from '../access.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { closeDay, findDay, prepareDay } from '../reconcile/close-day.ts';
import { listDifferences, listWatchedUnits, type DaySums, type SourceDay } from '../store/days.ts';
import { minutesCsv, printMinutes } from './minutes.ts';
import { sourceName } from './source-words.ts';
import { isId } from '#/values/id.ts';

const list = '/can-bo/doi-soat';

/** Page of a day of one source. */
export function dayHref({ unitId, source, day }: SourceDay): string {
  return `${list}/ngay/${unitId}/${source}/${day}`;
}

const path = `${list}/ngay/:unit/:source/:day`;

const minutes = form({
  note: ask.textarea({
    label: text('Giải thích phần lệch', 'Why they differ'),
    hint: text('Để trống khi hai bên khớp', 'Leave empty when both agree'),
    maxLength: 500,
  }),
});

/** A day of one source: prepared by one official, closed by another, taken along as a paper or a table. */
export function dayRoutes(services: Services, gateways: readonly Gateway[]): Route[] {
  const { database, papersmith } = services;
  async function read(visit: Visit) {
    return database.transaction((tx) => wanted(tx, visit), lineOf(visit.actor));
  }
  return [
    get(path, keepers, (tx, visit) => show(tx, visit, gateways, minutes.blank)),
    post(path, keepers, async (tx, visit, body) => {
      const setting = { today: dayOf(visit.now), demo: visit.isDemo, lookups: noLookups };
      const reading = minutes.read(body, setting);
      if (!reading.answers) return show(tx, visit, gateways, reading);
      const day = dayIn(visit);
      if (!day) return refuse('payment.empty-day');
      const note = reading.answers.note ?? '';
      const done = await prepareDay(tx, visit.actor!, { ...day, note });
      return isRefusal(done)
        ? done
        : { goTo: dayHref(day), notice: say(visit.lang, words.prepared) };
    }),
    post(`${path}/khoa`, keepers, async (tx, visit) => {
      const day = dayIn(visit);
      if (!day) return refuse('payment.empty-day');
      const done = await closeDay(tx, visit.actor!, day);
      return isRefusal(done) ? done : { goTo: list, notice: say(visit.lang, words.closed) };
    }),
    raw('GET', `${path}/bien-ban.csv`, keepers, async (_request, reply, visit) => {
      const found = await read(visit);
      if (!found) return reply.code(404).send();
      return reply
        .header('cache-control', 'private, no-store')
        .header('content-disposition', 'attachment; filename="doi-soat.csv"')
        .type('text/csv; charset=utf-8')
        .send(minutesCsv(found));
    }),
    raw('GET', `${path}/bien-ban.pdf`, keepers, async (_request, reply, visit) => {
      const found = await read(visit);
      if (!found) return reply.code(404).send();
      const source = say('vi', sourceName(found.sums.source, gateways));
      return reply
        .header('cache-control', 'private, no-store')
        .header('content-disposition', 'attachment; filename="doi-soat.pdf"')
        .type('application/pdf')
        .send(Buffer.from(await printMinutes(papersmith, found, source)));
    }),
  ];
}

function dayIn({ params }: Visit): SourceDay | undefined {
  const { unit = '', source = '', day = '' } = params;
  const on = parseDay(day);
  return on && isId(unit) ? { unitId: unit, source, day: on } : undefined;
}

/** The day of the address with its unit and differences, if it is shown to whoever asks. */
async function wanted(tx: Tx, visit: Visit) {
  const day = dayIn(visit);
  const unit = (await listWatchedUnits(tx)).find(({ unitId }) => unitId === day?.unitId);
  const sums = day && unit && (await findDay(tx, day));
  if (!sums) return undefined;
  return { sums, agencyName: unit.agencyName, differences: await listDifferences(tx, sums) };
}

async function show(
  tx: Tx,
  visit: Visit,
  gateways: readonly Gateway[],
  filled: Filled,
): Promise<Shown | Refusal> {
  const found = await wanted(tx, visit);
  if (!found) return refuse('payment.empty-day');
  const { lang } = visit;
  const { sums, agencyName, differences } = found;
  const source = say(lang, sourceName(sums.source, gateways));
  const title = say(lang, fill(words.title, { day: formatDay(sums.day), source }));
  const here = dayHref(sums);
  const side = (count: number, amount: number) =>
    say(lang, fill(words.sum, { count: String(count), amount: formatDong(amount) }));
  const view = (
    <DeskLayout lang={lang}>
      <BackLink href={list} lang={lang} />
      <ErrorSummary wrong={filled.wrong} lang={lang} />
      <h1>{title}</h1>
      <SummaryList
        lang={lang}
        rows={[
          { label: say(lang, words.unit), value: agencyName },
          { label: say(lang, words.theirs), value: side(sums.theirCount, sums.theirs) },
          { label: say(lang, words.ours), value: side(sums.ourCount, sums.ours) },
          { label: say(lang, words.difference), value: formatSigned(sums.theirs - sums.ours) },
          ...(sums.note ? [{ label: say(lang, words.note), value: sums.note }] : []),
        ]}
      />
      <Table
        caption={say(lang, words.differences)}
        rows={differences}
        keyOf={({ reference }) => reference}
        empty={<p>{say(lang, words.none)}</p>}
        columns={[
          { title: say(lang, words.number), heads: true, cell: ({ reference }) => reference },
          {
            title: say(lang, words.theirs),
            numeric: true,
            cell: ({ theirs }) => (theirs === null ? '—' : formatDong(theirs)),
          },
          {
            title: say(lang, words.ours),
            numeric: true,
            cell: ({ ours }) => (ours === null ? '—' : formatDong(ours)),
          },
        ]}
      />
      <p>
        <a href={`${here}/bien-ban.pdf`}>{say(lang, words.pdf)}</a>
        {' · '}
        <a href={`${here}/bien-ban.csv`}>{say(lang, words.csv)}</a>
      </p>
      <Deeds visit={visit} sums={sums} here={here} filled={filled} />
    </DeskLayout>
  );
  const isWrong = Object.keys(filled.wrong).length > 0;
  return { title, layout: 'desk', view, ...(isWrong && { status: 422 }) };
}

function Deeds({
  visit: { lang, csrf, actor },
  sums,
  here,
  filled,
}: {
  readonly visit: Visit;
  readonly sums: DaySums;
  readonly here: string;
  readonly filled: Filled;
}) {
  if (sums.isClosed)
    return (
      <NotificationBanner tone="good" lang={lang}>
        {say(lang, words.isClosed)}
      </NotificationBanner>
    );
  const isSecond = sums.preparedBy !== null && sums.preparedBy !== actor?.accountId;
  return (
    <>
      {isSecond && (
        <Form csrf={csrf} lang={lang} action={`${here}/khoa`}>
          <Button>{say(lang, words.close)}</Button>
        </Form>
      )}
      {sums.preparedBy !== null && !isSecond && <p>{say(lang, words.waits)}</p>}
      <Form csrf={csrf} lang={lang} action={here}>
        <AskAll questions={minutes.list} lang={lang} lookups={noLookups} {...filled} />
        <Button look={isSecond ? 'secondary' : 'primary'}>{say(lang, words.prepare)}</Button>
      </Form>
    </>
  );
}

function formatSigned(amount: number): string {
  return amount < 0 ? `−${formatDong(-amount)}` : formatDong(amount);
}

const words = {
  title: text('Đối soát ngày {day}: {source}', 'Reconciliation of {day}: {source}'),
  unit: text('Đơn vị thu', 'Unit'),
  theirs: text('Sao kê', 'Statement'),
  ours: text('Sổ của ta', 'Our books'),
  sum: text('{count} khoản, {amount}', '{count} entries, {amount}'),
  difference: text('Lệch', 'Difference'),
  note: text('Giải thích', 'Explanation'),
  differences: text('Các khoản lệch', 'What differs'),
  none: text('Hai bên khớp từng khoản.', 'Both sides agree on every entry.'),
  number: text('Số giao dịch', 'Number'),
  pdf: text('Biên bản (PDF)', 'Minutes (PDF)'),
  csv: text('Bảng (CSV)', 'Table (CSV)'),
  prepare: text('Lập biên bản', 'Prepare the minutes'),
  prepared: text(
    'Đã lập biên bản. Người thứ hai sẽ khóa ngày.',
    'Prepared. A second person closes the day.',
  ),
  waits: text(
    'Bạn đã lập biên bản; chờ người thứ hai khóa ngày.',
    'You have prepared it; a second person closes the day.',
  ),
  close: text('Khóa ngày', 'Close the day'),
  closed: text('Đã khóa ngày.', 'The day is closed.'),
  isClosed: text('Ngày này đã khóa.', 'This day is closed.'),
};
