import type { Tx } from '#/platform/db/index.ts';
import { ask, form, noLookups, type Filled } from '#/platform/form/index.ts';
import { get, post, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import {
  AskAll,
  BackLink,
  Button,
  Csrf,
  DeskLayout,
  ErrorSummary,
  Form,
  InsetText,
  Search,
  SummaryList,
  Table,
} from '#/ui/index.ts';
import { dayOf, formatDay } from '#/values/day.ts';
import { formatDong } from '#/values/money.ts';
import { fill, say, text } from '#/values/text.ts';
import { keepers, mayCollect } from '../access.ts';
import type { PayableDemand } from '../demand.ts';
import { askBack } from '../give-back.ts';
import { recordPayment } from '../record-payment.ts';
import { referencesIn } from '../statement/references.ts';
import { findDemandId, listTakings } from '../store/cashier.ts';
import { listWatchedUnits } from '../store/days.ts';
import { findPayable } from '../store/demands.ts';

const path = '/can-bo/thu-phi';

const back = form({
  ground: ask.text({
    label: text('Lý do hoàn', 'Why it is given back'),
    hint: text('Ví dụ: thu nhầm mức phí', 'For example: the fee was wrong'),
    required: true,
    maxLength: 300,
  }),
});

/** Where a cashier takes money by the reference that the payer tells, and sees what was taken today. */
export function cashierRoutes(): Route[] {
  return [
    get(path, keepers, (tx, visit) => show(tx, visit, visit.query['ma'] ?? '', back.blank)),
    post(`${path}/:reference/tien-mat`, keepers, async (tx, visit) => {
      const demand = await findOne(tx, visit.params['reference'] ?? '');
      if (!demand) return refuse('payment.no-such-reference');
      const money = { demandId: demand.id, method: 'cash', amount: demand.total } as const;
      const receipt = await recordPayment(tx, visit.actor!, money);
      if (isRefusal(receipt)) return receipt;
      const { series, number } = receipt;
      const notice = fill(words.taken, { series, number: String(number) });
      return { goTo: hrefOf(demand), notice: say(visit.lang, notice) };
    }),
    post(`${path}/:reference/hoan`, keepers, async (tx, visit, body) => {
      const reference = visit.params['reference'] ?? '';
      const setting = { today: dayOf(visit.now), demo: visit.isDemo, lookups: noLookups };
      const reading = back.read(body, setting);
      if (!reading.answers) return show(tx, visit, reference, reading);
      const demand = await findOne(tx, reference);
      if (!demand) return refuse('payment.no-such-reference');
      const { ground } = reading.answers;
      const asked = await askBack(tx, visit.actor!, { demandId: demand.id, ground });
      return isRefusal(asked)
        ? asked
        : { goTo: '/can-bo/doi-soat', notice: say(visit.lang, words.asked) };
    }),
  ];
}

function hrefOf({ reference }: Pick<PayableDemand, 'reference'>): string {
  return `${path}?ma=${reference}`;
}

async function findOne(tx: Tx, typed: string): Promise<PayableDemand | undefined> {
  const references = referencesIn(typed.slice(0, 100));
  const id = references.length === 0 ? undefined : await findDemandId(tx, references);
  return id === undefined ? undefined : findPayable(tx, id);
}

async function show(tx: Tx, visit: Visit, typed: string, filled: Filled): Promise<Shown | Refusal> {
  const { lang, now } = visit;
  const demand = await findOne(tx, typed);
  const units = (await listWatchedUnits(tx)).map(({ unitId }) => unitId);
  const today = dayOf(now);
  const takings = await listTakings(tx, units, today);
  const sum = takings.reduce((total, { amount }) => total + amount, 0);
  const view = (
    <DeskLayout lang={lang}>
      <BackLink href="/can-bo" lang={lang} />
      <ErrorSummary wrong={filled.wrong} lang={lang} />
      <h1>{say(lang, words.title)}</h1>
      <Search lang={lang} action={path} label={say(lang, words.search)} name="ma" value={typed} />
      {demand && <Found visit={visit} demand={demand} filled={filled} />}
      {!demand && typed !== '' && (
        <InsetText>
          <p>{say(lang, words.notFound)}</p>
        </InsetText>
      )}
      <Table
        caption={say(lang, fill(words.takings, { day: formatDay(today) }))}
        rows={takings}
        keyOf={({ method }) => method}
        empty={<p>{say(lang, words.nothing)}</p>}
        columns={[
          {
            title: say(lang, words.method),
            heads: true,
            cell: ({ method }) => say(lang, methods[method]),
          },
          { title: say(lang, words.count), numeric: true, cell: ({ count }) => count },
          {
            title: say(lang, words.amount),
            numeric: true,
            cell: ({ amount }) => formatDong(amount),
          },
        ]}
        foot={[say(lang, words.sum), '', formatDong(sum)]}
      />
    </DeskLayout>
  );
  const isWrong = Object.keys(filled.wrong).length > 0;
  return { title: say(lang, words.title), layout: 'desk', view, ...(isWrong && { status: 422 }) };
}

function Found({
  visit: { lang, csrf, actor },
  demand,
  filled,
}: {
  readonly visit: Visit;
  readonly demand: PayableDemand;
  readonly filled: Filled;
}) {
  const here = `${path}/${demand.reference}`;
  const amount = formatDong(demand.total);
  const isOwn = mayCollect(actor!, demand.unitId);
  return (
    <section aria-labelledby="khoan">
      <h2 id="khoan" class="figures">
        {demand.reference}
      </h2>
      <SummaryList
        lang={lang}
        rows={[
          ...demand.lines.map((line) => ({
            label: say(lang, line.label),
            value: formatDong(line.amount * line.quantity),
          })),
          { label: say(lang, words.sum), value: amount },
          { label: say(lang, words.state), value: say(lang, states[demand.state]) },
          { label: say(lang, words.unit), value: demand.collector.agencyName },
        ]}
      />
      {demand.state === 'open' && isOwn && (
        <form method="post" action={`${here}/tien-mat`}>
          <Csrf token={csrf} />
          <Button icon="wallet">{say(lang, fill(words.cash, { amount }))}</Button>
        </form>
      )}
      {demand.state === 'paid' && isOwn && (
        <Form csrf={csrf} lang={lang} action={`${here}/hoan`}>
          <AskAll questions={back.list} lang={lang} lookups={noLookups} {...filled} />
          <Button look="secondary">{say(lang, words.askBack)}</Button>
        </Form>
      )}
    </section>
  );
}

const methods = {
  cash: text('Tiền mặt', 'Cash'),
  transfer: text('Chuyển khoản', 'Transfer'),
  gateway: text('Cổng thanh toán', 'Gateway'),
} as const;

const states = {
  open: text('Chưa nộp', 'Not paid'),
  paid: text('Đã nộp', 'Paid'),
  waived: text('Được miễn', 'Waived'),
  cancelled: text('Không phải nộp nữa', 'Not owed any more'),
  refunded: text('Đã hoàn', 'Refunded'),
} as const;

const words = {
  title: text('Thu phí tại quầy', 'Take fees at the counter'),
  search: text('Mã nộp mà người dân đọc', 'Reference that the payer tells'),
  notFound: text(
    'Không có mã nộp này ở đơn vị của bạn. Mã có dạng LP và 10 ký tự.',
    'Your unit has no such reference. It is LP and 10 signs.',
  ),
  taken: text(
    'Đã thu. Biên lai {series} số {number} đang được in.',
    'Taken. Receipt {series} no. {number} is being printed.',
  ),
  asked: text('Đã đề nghị hoàn. Người thứ hai sẽ duyệt.', 'Asked. A second person decides.'),
  takings: text('Đã thu ngày {day}', 'Taken on {day}'),
  nothing: text('Hôm nay chưa thu khoản nào.', 'Nothing was taken today.'),
  method: text('Cách nộp', 'Way'),
  count: text('Số khoản', 'Number'),
  amount: text('Số tiền', 'Amount'),
  sum: text('Tổng cộng', 'Total'),
  state: text('Tình trạng', 'State'),
  unit: text('Đơn vị thu', 'Unit'),
  cash: text('Thu {amount} tiền mặt', 'Take {amount} in cash'),
  askBack: text('Đề nghị hoàn tiền', 'Ask to give it back'),
};
