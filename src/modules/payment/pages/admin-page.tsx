import type { Tx } from '#/platform/db/index.ts';
import { get, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import { BackLink, DeskLayout, InsetText, Table } from '#/ui/index.ts';
import { formatDong } from '#/values/money.ts';
import { say, text } from '#/values/text.ts';
import { administrators } from '../access.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { listWatchedUnits } from '../store/days.ts';
import { listCollectors } from '../store/demands.ts';
import { listBalances } from '../store/journal.ts';

/** Who collects to which account, what stands in the books, and which gateways are open. */
export function adminRoutes(gateways: readonly Gateway[]): Route[] {
  return [get('/quan-tri/thu-phi', administrators, (tx, visit) => show(tx, visit, gateways))];
}

async function show(tx: Tx, visit: Visit, gateways: readonly Gateway[]): Promise<Shown> {
  const { lang, now } = visit;
  const unitIds = (await listWatchedUnits(tx)).map(({ unitId }) => unitId);
  const collectors = await listCollectors(tx);
  const balances = await listBalances(tx, { unitIds, until: now });
  const sum = (side: 'debit' | 'credit') =>
    formatDong(balances.reduce((total, one) => total + one[side], 0));
  const view = (
    <DeskLayout lang={lang} wide>
      <BackLink href="/can-bo" lang={lang} />
      <h1>{say(lang, words.title)}</h1>
      <Table
        caption={say(lang, words.collectors)}
        rows={collectors}
        keyOf={({ unitId }) => unitId}
        columns={[
          { title: say(lang, words.unit), heads: true, cell: ({ agencyName }) => agencyName },
          { title: say(lang, words.bank), cell: ({ bankName }) => bankName },
          {
            title: say(lang, words.account),
            cell: ({ account }) => <span class="figures">{account}</span>,
          },
          { title: say(lang, words.holder), cell: ({ accountHolder }) => accountHolder },
          { title: say(lang, words.series), cell: ({ series }) => series },
        ]}
      />
      <Table
        caption={say(lang, words.balances)}
        rows={balances}
        keyOf={({ key }) => key}
        columns={[
          {
            title: say(lang, words.book),
            heads: true,
            cell: ({ code, name }) => `${code} ${say(lang, name)}`,
          },
          { title: say(lang, words.debit), numeric: true, cell: ({ debit }) => formatDong(debit) },
          {
            title: say(lang, words.credit),
            numeric: true,
            cell: ({ credit }) => formatDong(credit),
          },
          { title: say(lang, words.source), cell: ({ source }) => source },
        ]}
        foot={[say(lang, words.sum), sum('debit'), sum('credit'), '']}
      />
      <Table
        caption={say(lang, words.gateways)}
        rows={gateways}
        keyOf={({ code }) => code}
        empty={
          <InsetText>
            <p>{say(lang, words.noGateway)}</p>
          </InsetText>
        }
        columns={[
          { title: say(lang, words.gateway), heads: true, cell: ({ name }) => say(lang, name) },
          {
            title: say(lang, words.ipn),
            cell: ({ code }) => <code>{`/thanh-toan/ipn/${code}`}</code>,
          },
        ]}
      />
    </DeskLayout>
  );
  return { title: say(lang, words.title), layout: 'desk', view };
}

const words = {
  title: text('Thu phí: tài khoản và cổng thanh toán', 'Fees: accounts and gateways'),
  collectors: text('Đơn vị thu', 'Collecting units'),
  unit: text('Đơn vị', 'Unit'),
  bank: text('Ngân hàng', 'Bank'),
  account: text('Số tài khoản', 'Account'),
  holder: text('Chủ tài khoản', 'Holder'),
  series: text('Ký hiệu biên lai', 'Series of receipts'),
  balances: text('Bảng cân đối tài khoản', 'Trial balance'),
  book: text('Tài khoản kế toán', 'Account of the books'),
  debit: text('Nợ', 'Debit'),
  credit: text('Có', 'Credit'),
  source: text('Căn cứ', 'Source'),
  sum: text('Tổng cộng', 'Total'),
  gateways: text('Cổng thanh toán', 'Gateways'),
  gateway: text('Cổng', 'Gateway'),
  ipn: text('Địa chỉ nhận báo (IPN)', 'Address for its messages (IPN)'),
  noGateway: text(
    'Chưa khai báo cổng thanh toán nào. Người vận hành đặt CQS_PAYMENT_FILE; khóa bí mật nằm trong tệp riêng.',
    'No gateway is declared. The operator sets CQS_PAYMENT_FILE; secrets lie in files of their own.',
  ),
};
