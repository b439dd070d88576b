import { getUnit } from '#/modules/agency/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import {
  get,
  post,
  type Actor,
  type Body,
  type Redirect,
  type Route,
  type Shown,
  type Visit,
} from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { BackLink, ButtonRow, DeskLayout, EmptyState, LinkButton } from '#/ui/index.ts';
import { dayOf } from '#/values/day.ts';
import { fill, say, text, type Text } from '#/values/text.ts';
import { callers } from '../access.ts';
import {
  callAgain,
  callNext,
  closeDesk,
  endTicket,
  openDesk,
  passOn,
  pauseDesk,
} from '../commands/desk.ts';
import { listCalled, listDesks, listWaiting, type Desk } from '../store/hall.ts';
import { listPriorities, listServices } from '../store/plan.ts';
import { ticketNumber, type Ticket } from '../ticket.ts';
import { DeskView } from './desk-view.tsx';

const path = '/can-bo/goi-so';

/** Where an official calls one number after the other. */
export function deskRoutes(): Route[] {
  return [
    get(path, callers, show),
    post(`${path}/:desk/mo`, callers, (tx, visit) =>
      done(visit, openDesk(tx, visit.actor!, deskIn(visit)), words.opened),
    ),
    post(`${path}/:desk/tam-nghi`, callers, (tx, visit) =>
      done(visit, pauseDesk(tx, visit.actor!, deskIn(visit)), words.paused),
    ),
    post(`${path}/:desk/dong`, callers, (tx, visit) =>
      done(visit, closeDesk(tx, visit.actor!, deskIn(visit)), words.closed),
    ),
    post(`${path}/:desk/goi`, callers, submitNext),
    post(`${path}/:desk/goi-lai`, callers, (tx, visit, body) =>
      called(visit, callAgain(tx, visit.actor!, deskIn(visit), one(body, 'ticket'))),
    ),
    post(`${path}/:desk/xong`, callers, (tx, visit, body) =>
      done(
        visit,
        endTicket(tx, visit.actor!, deskIn(visit), one(body, 'ticket'), 'DONE'),
        words.done,
      ),
    ),
    post(`${path}/:desk/bo-qua`, callers, (tx, visit, body) =>
      done(
        visit,
        endTicket(tx, visit.actor!, deskIn(visit), one(body, 'ticket'), 'SKIPPED'),
        words.skipped,
      ),
    ),
    post(`${path}/:desk/chuyen`, callers, (tx, visit, body) =>
      done(
        visit,
        passOn(tx, visit.actor!, deskIn(visit), one(body, 'ticket'), one(body, 'service')),
        words.passed,
      ),
    ),
  ];
}

const mostWaiting = 30;
const mostSkipped = 10;

async function show(tx: Tx, visit: Visit): Promise<Shown> {
  const { lang, now } = visit;
  const actor = visit.actor!;
  const on = dayOf(now);
  const desks = await listDesks(tx, unitsOf(actor), on);
  const mine = desks.find(({ heldBy }) => heldBy === actor.accountId);
  const desk = desks.find(({ id }) => id === visit.query['quay']) ?? mine;
  const title = say(lang, words.title);
  const base = { title, layout: 'desk' } as const;
  if (!desk) return { ...base, view: <Choice visit={visit} desks={desks} /> };
  const { unitId } = desk;
  const [unit, services, priorities, waiting, present, skipped] = await Promise.all([
    getUnit(tx, unitId),
    listServices(tx, on, unitId),
    listPriorities(tx, on),
    listWaiting(tx, unitId, on, mostWaiting),
    listCalled(tx, unitId, on, ['CALLED'], 99),
    listCalled(tx, unitId, on, ['SKIPPED'], mostSkipped),
  ]);
  return {
    ...base,
    view: (
      <DeskView
        visit={visit}
        desk={desk}
        isMine={desk.heldBy === actor.accountId}
        unit={unit}
        services={services}
        priorities={priorities}
        waiting={waiting}
        present={present.find(({ deskNumber }) => deskNumber === desk.number)}
        skipped={skipped}
      />
    ),
  };
}

function Choice({ visit: { lang }, desks }: { readonly visit: Visit; readonly desks: Desk[] }) {
  return (
    <DeskLayout lang={lang}>
      <BackLink lang={lang} href="/can-bo" />
      <h1>{say(lang, words.which)}</h1>
      {desks.length === 0 && (
        <EmptyState title={say(lang, words.none)}>{say(lang, words.noneHelp)}</EmptyState>
      )}
      <ButtonRow>
        {desks.map(({ id, number, heldBy }) => (
          <LinkButton key={id} href={`${path}?quay=${id}`} look="secondary">
            {say(lang, fill(words.desk, { desk: String(number) }))}
            {heldBy !== null && ` (${say(lang, words.held)})`}
          </LinkButton>
        ))}
      </ButtonRow>
    </DeskLayout>
  );
}

async function submitNext(tx: Tx, visit: Visit, body: Body): Promise<Redirect | Refusal> {
  const present = one(body, 'ticket') || null;
  const next = await callNext(tx, visit.actor!, deskIn(visit), present);
  if (next === null) return back(visit, words.nobody);
  return called(visit, Promise.resolve(next));
}

async function called(
  visit: Visit,
  calling: Promise<Ticket | Refusal>,
): Promise<Redirect | Refusal> {
  const ticket = await calling;
  if (isRefusal(ticket)) return ticket;
  return back(visit, fill(words.called, { number: ticketNumber(ticket) }));
}

async function done(
  visit: Visit,
  doing: Promise<undefined | Refusal>,
  notice: Text,
): Promise<Redirect | Refusal> {
  return (await doing) ?? back(visit, notice);
}

function back(visit: Visit, notice: Text): Redirect {
  return { goTo: `${path}?quay=${deskIn(visit)}`, notice: say(visit.lang, notice) };
}

function deskIn({ params }: Visit): string {
  return params['desk'] ?? '';
}

function unitsOf({ posts }: Actor): string[] {
  return [...new Set(posts.map(({ unitId }) => unitId))];
}

function one(body: Body, name: string): string {
  const value = body[name];
  return typeof value === 'string' ? value : '';
}

const words = {
  title: text('Gọi số', 'Call numbers'),
  which: text('Bạn ngồi quầy nào?', 'At which desk do you sit?'),
  none: text('Đơn vị của bạn chưa có quầy', 'Your unit has no desks'),
  noneHelp: text(
    'Người quản trị khai báo quầy ở mục Quầy và lịch hẹn.',
    'An administrator declares desks under Desks and appointments.',
  ),
  desk: text('Quầy {desk}', 'Desk {desk}'),
  held: text('đang có người', 'somebody sits there'),
  opened: text('Đã mở quầy.', 'The desk is open.'),
  paused: text('Quầy tạm nghỉ.', 'The desk pauses.'),
  closed: text('Đã đóng quầy.', 'The desk is closed.'),
  called: text('Đang gọi số {number}.', 'Number {number} is called.'),
  nobody: text('Không còn ai chờ quầy này.', 'Nobody waits for this desk.'),
  done: text('Đã xong.', 'Done.'),
  skipped: text('Đã bỏ qua; có thể gọi lại ở dưới.', 'Passed over; it can be called again below.'),
  passed: text('Đã chuyển sang việc khác, giữ nguyên lượt.', 'Passed on; the turn is kept.'),
};
