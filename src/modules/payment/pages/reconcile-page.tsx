import type { Tx } from '#/platform/db/index.ts';
import { get, post, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import { isRefusal, refuse } from '#/platform/refusal.ts';
import { isId } from '#/values/id.ts';
import {
  BackLink,
  Button,
  ButtonRow,
  Csrf,
  DeskLayout,
  EmptyState,
  Link,
  LinkButton,
  Table,
  Tag,
} from '#/ui/index.ts';
import { addDays, dayOf, formatDay } from '#/values/day.ts';
import { formatInstant } from '#/values/instant.ts';
import { formatDong } from '#/values/money.ts';
import { say, text } from '#/values/text.ts';
import type { Services } from '#/platform/module.ts';
import { keepers } from '../access.ts';
import { giveBackJobName } from '../gateway/ask-gateways.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { decideBack } from '../give-back.ts';
import { listOpenArrivals, type OpenArrival } from '../store/arrivals.ts';
import { listDays, listWatchedUnits, type DaySums } from '../store/days.ts';
import { listWaiting, type WaitingGivingBack } from '../store/giving-back.ts';
import { dayHref } from './day-page.tsx';
import { moneyHref } from './money-page.tsx';
import { sourceName } from './source-words.ts';

/** How many days back are shown. */
const span = 14;

/** The work list of who reconciles: money that waits for a person, refunds that wait for a second one, days to close. */
export function reconcileRoutes({ jobs }: Services, gateways: readonly Gateway[]): Route[] {
  return [
    get('/can-bo/doi-soat', keepers, (tx, visit) => show(tx, visit, gateways)),
    post('/can-bo/doi-soat/hoan/:id', keepers, async (tx, visit, body) => {
      const id = visit.params['id'] ?? '';
      if (!isId(id)) return refuse('payment.no-giving-back');
      const isApproved = body['verdict'] === 'approve';
      const decided = await decideBack(tx, visit.actor!, { id, isApproved });
      if (isRefusal(decided)) return decided;
      if (isApproved)
        await jobs.enqueue(tx, giveBackJobName, { id, by: visit.actor!.accountId }, { key: id });
      return { goTo: '/can-bo/doi-soat', notice: say(visit.lang, words.decided) };
    }),
  ];
}

async function show(tx: Tx, visit: Visit, gateways: readonly Gateway[]): Promise<Shown> {
  const { lang, now } = visit;
  const units = await listWatchedUnits(tx);
  const unitIds = units.map(({ unitId }) => unitId);
  const open = await listOpenArrivals(tx, unitIds, 100);
  const waiting = await listWaiting(tx, unitIds);
  const days = await listDays(tx, unitIds, addDays(dayOf(now), -span));
  const nameOf = new Map(units.map(({ unitId, agencyName }) => [unitId, agencyName]));
  const view = (
    <DeskLayout lang={lang} wide>
      <BackLink href="/can-bo" lang={lang} />
      <h1>{say(lang, words.title)}</h1>
      <p>
        <LinkButton look="secondary" href="/can-bo/doi-soat/sao-ke">
          {say(lang, words.bring)}
        </LinkButton>
      </p>
      <OpenMoney visit={visit} open={open} gateways={gateways} />
      <Waiting visit={visit} waiting={waiting} />
      <Days visit={visit} days={days} gateways={gateways} nameOf={nameOf} />
    </DeskLayout>
  );
  return { title: say(lang, words.title), layout: 'desk', view };
}

function OpenMoney({
  visit: { lang },
  open,
  gateways,
}: {
  readonly visit: Visit;
  readonly open: readonly OpenArrival[];
  readonly gateways: readonly Gateway[];
}) {
  return (
    <Table
      caption={say(lang, words.open)}
      rows={open}
      keyOf={({ id }) => id}
      empty={<EmptyState title={say(lang, words.noneOpen)}>{say(lang, words.noneHint)}</EmptyState>}
      columns={[
        {
          title: say(lang, words.number),
          heads: true,
          cell: ({ id, reference }) => <Link href={moneyHref(id)}>{reference}</Link>,
        },
        { title: say(lang, words.came), cell: ({ cameAt }) => formatInstant(cameAt, lang) },
        {
          title: say(lang, words.from),
          cell: ({ source }) => say(lang, sourceName(source, gateways)),
        },
        {
          title: say(lang, words.left),
          numeric: true,
          cell: ({ left }) => formatDong(left),
        },
        {
          title: say(lang, words.meant),
          cell: ({ demandReference, isAskedBack }) =>
            isAskedBack ? (
              <Tag tone="warning">{say(lang, words.askedBack)}</Tag>
            ) : (
              (demandReference ?? say(lang, words.unknown))
            ),
        },
      ]}
    />
  );
}

function Waiting({
  visit: { lang, csrf, actor },
  waiting,
}: {
  readonly visit: Visit;
  readonly waiting: readonly WaitingGivingBack[];
}) {
  return (
    <Table
      caption={say(lang, words.waiting)}
      rows={waiting}
      keyOf={({ id }) => id}
      empty={<p>{say(lang, words.noneWaiting)}</p>}
      columns={[
        { title: say(lang, words.number), heads: true, cell: ({ reference }) => reference },
        { title: say(lang, words.amount), numeric: true, cell: ({ amount }) => formatDong(amount) },
        { title: say(lang, words.ground), cell: ({ ground }) => ground },
        { title: say(lang, words.asked), cell: ({ askedAt }) => formatInstant(askedAt, lang) },
        {
          title: say(lang, words.decision),
          cell: ({ id, askedBy, reference }) =>
            askedBy === actor?.accountId ? (
              say(lang, words.bySecond)
            ) : (
              <form method="post" action={`/can-bo/doi-soat/hoan/${id}`}>
                <Csrf token={csrf} />
                <ButtonRow>
                  <Button small name="verdict" value="approve" about={reference}>
                    {say(lang, words.approve)}
                  </Button>
                  <Button look="secondary" small name="verdict" value="refuse" about={reference}>
                    {say(lang, words.refuse)}
                  </Button>
                </ButtonRow>
              </form>
            ),
        },
      ]}
    />
  );
}

function Days({
  visit: { lang },
  days,
  gateways,
  nameOf,
}: {
  readonly visit: Visit;
  readonly days: readonly DaySums[];
  readonly gateways: readonly Gateway[];
  readonly nameOf: ReadonlyMap<string, string>;
}) {
  return (
    <Table
      caption={say(lang, words.days)}
      rows={days}
      keyOf={({ unitId, source, day }) => `${unitId} ${source} ${day}`}
      empty={<p>{say(lang, words.noDays)}</p>}
      columns={[
        {
          title: say(lang, words.day),
          heads: true,
          cell: (sums) => <Link href={dayHref(sums)}>{formatDay(sums.day)}</Link>,
        },
        { title: say(lang, words.unit), cell: ({ unitId }) => nameOf.get(unitId) },
        {
          title: say(lang, words.from),
          cell: ({ source }) => say(lang, sourceName(source, gateways)),
        },
        { title: say(lang, words.theirs), numeric: true, cell: ({ theirs }) => formatDong(theirs) },
        { title: say(lang, words.ours), numeric: true, cell: ({ ours }) => formatDong(ours) },
        { title: say(lang, words.standing), cell: (sums) => <Standing sums={sums} lang={lang} /> },
      ]}
    />
  );
}

function Standing({ sums, lang }: { readonly sums: DaySums; readonly lang: Visit['lang'] }) {
  if (sums.isClosed) return <Tag tone="good">{say(lang, words.closed)}</Tag>;
  if (sums.preparedBy !== null) return <Tag tone="info">{say(lang, words.prepared)}</Tag>;
  const isSame = sums.theirs === sums.ours;
  return (
    <Tag tone={isSame ? 'neutral' : 'warning'}>
      {say(lang, isSame ? words.toClose : words.differs)}
    </Tag>
  );
}

const words = {
  title: text('Đối soát thu phí', 'Reconciliation'),
  bring: text('Nhập sao kê', 'Bring statements'),
  open: text(
    'Tiền chưa biết của ai, nộp thiếu hoặc nộp thừa',
    'Money unknown, too little or too much',
  ),
  noneOpen: text('Không có khoản tiền nào phải xử lý', 'No money waits'),
  noneHint: text(
    'Khoản tiền không tự khớp được với hồ sơ sẽ hiện ở đây.',
    'Money that is not matched by itself shows here.',
  ),
  number: text('Số giao dịch', 'Number'),
  came: text('Đến lúc', 'Came'),
  from: text('Nguồn', 'Source'),
  left: text('Còn lại', 'Left'),
  meant: text('Nộp cho mã', 'Meant for'),
  unknown: text('Chưa rõ', 'Unknown'),
  askedBack: text('Chờ duyệt hoàn', 'Refund waits'),
  waiting: text(
    'Đề nghị hoàn tiền chờ người thứ hai duyệt',
    'Refunds that wait for a second person',
  ),
  noneWaiting: text('Không có đề nghị hoàn tiền nào đang chờ.', 'No refund waits.'),
  amount: text('Số tiền', 'Amount'),
  ground: text('Lý do', 'Ground'),
  asked: text('Đề nghị lúc', 'Asked'),
  decision: text('Quyết định', 'Decision'),
  bySecond: text('Người khác phải duyệt', 'Somebody else decides'),
  approve: text('Duyệt hoàn', 'Approve'),
  refuse: text('Không hoàn', 'Refuse'),
  decided: text('Đã ghi quyết định.', 'The decision is recorded.'),
  days: text('Các ngày gần đây', 'The last days'),
  noDays: text('Chưa có khoản tiền nào trong 14 ngày qua.', 'No money came in the last 14 days.'),
  day: text('Ngày', 'Day'),
  unit: text('Đơn vị thu', 'Unit'),
  theirs: text('Sao kê', 'Statement'),
  ours: text('Sổ của ta', 'Our books'),
  standing: text('Tình trạng', 'State'),
  closed: text('Đã khóa', 'Closed'),
  prepared: text('Chờ người thứ hai khóa', 'Waits to be closed'),
  toClose: text('Chưa đối soát', 'To reconcile'),
  differs: text('Lệch', 'Differs'),
};
