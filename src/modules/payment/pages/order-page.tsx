import { get, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { refuse } from '#/platform/refusal.ts';
import { InsetText, LinkButton, Panel, SummaryList, WarningText } from '#/ui/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { formatDong } from '#/values/money.ts';
import { fill, say, text } from '#/values/text.ts';
import { anybody } from '../access.ts';
import { askJobName } from '../gateway/ask-gateways.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { findOrder, type UnitOrder } from '../store/gateway.ts';

/** Page of a try to pay: its reference is as hard to guess as a password. */
export function orderPath(reference: string): string {
  return `/nop-tien/giao-dich/${reference}`;
}

/** What a payer sees after they were at a gateway: what we know, never what the browser brought along. */
export function orderRoutes({ jobs }: Services, gateways: readonly Gateway[]): Route[] {
  const byCode = (code: string | undefined) => gateways.find((gateway) => gateway.code === code);
  return [
    get('/nop-tien/giao-dich/:reference', anybody, async (tx, visit) => {
      const order = await findOrder(tx, visit.params['reference'] ?? '');
      return order ? show(visit, order, byCode(order.gateway)) : refuse('payment.no-order');
    }),
    get('/nop-tien/tro-ve/:gateway', anybody, async (tx, visit) => {
      const heard = byCode(visit.params['gateway'])?.hear(visit.query);
      const order = heard && (await findOrder(tx, heard.reference));
      if (!order) return { goTo: '/ho-so', notice: say(visit.lang, words.unread) };
      // The payer is back before the gateway has told us: we ask by ourselves.
      if (order.state === 'begun') await jobs.enqueue(tx, askJobName, {}, { key: askJobName });
      return { goTo: orderPath(order.reference) };
    }),
  ];
}

function show(visit: Visit, order: UnitOrder, gateway: Gateway | undefined): Shown {
  const { lang, now } = visit;
  const isOpen = order.state === 'begun' && now < order.endsAt;
  // Money that came is not yet what was owed: too little was paid.
  const isShort = order.state === 'paid' && order.demandState === 'open';
  const { title, what } = standings[isShort ? 'short' : order.state];
  const amount = formatDong(order.amount);
  const again = `/nop-tien/${order.demandId}`;
  const heading = say(lang, fill(title, { amount }));
  const view = (
    <>
      {order.state === 'paid' && !isShort ? <Panel title={heading} /> : <h1>{heading}</h1>}
      <p>{say(lang, what)}</p>
      {isOpen && order.goTo !== null && (
        <p>
          <LinkButton href={order.goTo}>{say(lang, words.goOn)}</LinkButton>
        </p>
      )}
      {order.state === 'begun' && (
        <>
          <p>
            <LinkButton look="secondary" href={orderPath(order.reference)}>
              {say(lang, words.reload)}
            </LinkButton>
          </p>
          <WarningText lang={lang}>{say(lang, words.notTwice)}</WarningText>
        </>
      )}
      {(order.state === 'failed' || order.state === 'expired' || isShort) && (
        <p>
          <LinkButton href={again}>{say(lang, words.again)}</LinkButton>
        </p>
      )}
      {order.state === 'paid' && !isShort && (
        <p>
          <LinkButton href="/ho-so">{say(lang, words.dossiers)}</LinkButton>
        </p>
      )}
      <SummaryList
        lang={lang}
        rows={[
          { label: say(lang, words.amount), value: amount },
          {
            label: say(lang, words.through),
            value: gateway ? say(lang, gateway.name) : order.gateway,
          },
          { label: say(lang, words.begun), value: formatInstant(order.begunAt, lang) },
          {
            label: say(lang, words.reference),
            value: <span class="figures">{order.reference}</span>,
          },
          ...(order.number === null
            ? []
            : [
                {
                  label: say(lang, words.number),
                  value: <span class="figures">{order.number}</span>,
                },
              ]),
        ]}
      />
      {order.state === 'begun' && (
        <InsetText>
          <p>{say(lang, words.weAsk)}</p>
        </InsetText>
      )}
    </>
  );
  return { title: heading, layout: 'citizen', view };
}

const standings = {
  begun: {
    title: text('Chưa có kết quả thanh toán {amount}', 'No result yet for {amount}'),
    what: text(
      'Cổng thanh toán chưa báo là bạn đã trả tiền.',
      'The gateway has not told us of your payment yet.',
    ),
  },
  paid: {
    title: text('Đã nộp {amount}', '{amount} was paid'),
    what: text(
      'Chúng tôi đã nhận được tiền. Biên lai nằm trong hồ sơ của bạn.',
      'The money has reached us. The receipt lies in your dossier.',
    ),
  },
  short: {
    title: text('Tiền đã đến nhưng chưa đủ', 'Money came, but not enough'),
    what: text(
      'Chúng tôi giữ số tiền đã nhận. Hãy nộp nốt phần còn thiếu.',
      'We keep what came. Pay what is still missing.',
    ),
  },
  failed: {
    title: text('Chưa nộp được {amount}', '{amount} was not paid'),
    what: text(
      'Cổng thanh toán báo giao dịch không thành. Tài khoản của bạn không bị trừ tiền; nếu đã bị trừ, ngân hàng sẽ trả lại.',
      'The gateway says that it did not work. Nothing was taken from your account; if it was, the bank gives it back.',
    ),
  },
  expired: {
    title: text('Hết giờ thanh toán {amount}', 'The time to pay {amount} is over'),
    what: text(
      'Không có tiền nào đến trong lần thanh toán này. Bạn có thể làm lại.',
      'No money came by this payment. You can try again.',
    ),
  },
} as const;

const words = {
  unread: text(
    'Không đọc được kết quả mà cổng thanh toán gửi về. Hãy mở hồ sơ để xem đã nộp chưa.',
    'What the gateway sent could not be read. Open your dossier to see whether it is paid.',
  ),
  goOn: text('Sang trang thanh toán', 'Go on to the payment page'),
  reload: text('Xem lại kết quả', 'Look again'),
  notTwice: text(
    'Nếu ngân hàng đã trừ tiền, đừng trả lần nữa.',
    'If your bank has taken the money, do not pay again.',
  ),
  again: text('Nộp lại', 'Try again'),
  dossiers: text('Về hồ sơ của tôi', 'To my dossiers'),
  amount: text('Số tiền', 'Amount'),
  through: text('Qua', 'Through'),
  begun: text('Bắt đầu lúc', 'Begun'),
  reference: text('Mã giao dịch của chúng tôi', 'Our reference'),
  number: text('Mã giao dịch của cổng', 'Number at the gateway'),
  weAsk: text(
    'Bạn có thể đóng trang này. Cứ mỗi phút chúng tôi hỏi lại cổng thanh toán, và báo vào hộp thư của bạn khi có tiền.',
    'You may close this page. We ask the gateway every minute and write to your inbox when the money is here.',
  ),
};
