import type { Tx } from '#/platform/db/index.ts';
import {
  get,
  post,
  type Aside,
  type Route,
  type Shown,
  type Visit,
} from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { BackLink, Button, ButtonRow, Csrf } from '#/ui/index.ts';
import { formatDong } from '#/values/money.ts';
import { fill, say, text } from '#/values/text.ts';
import { payers } from '../access.ts';
import { beginOrder } from '../begin-order.ts';
import type { PayableDemand } from '../demand.ts';
import { GatewayAway, type Gateway } from '../gateway/gateway.ts';
import { PaymentPanel } from '../payment-panel.tsx';
import { findPayable } from '../store/demands.ts';
import { listOrders, updateGoTo } from '../store/gateway.ts';
import { orderPath } from './order-page.tsx';
import { isId } from '#/values/id.ts';

/** Where a demand is paid: through a gateway, by transfer, or at the counter. */
export function payRoutes(services: Services, gateways: readonly Gateway[]): Route[] {
  return [
    get('/nop-tien/:demand', payers, async (tx, visit) => {
      const demand = await readDemand(tx, visit);
      return isRefusal(demand) ? demand : show(tx, visit, demand, gateways);
    }),
    post('/nop-tien/:demand/:gateway', payers, async (tx, visit) =>
      begin(services, gateways, tx, visit),
    ),
  ];
}

async function readDemand(tx: Tx, { params }: Visit): Promise<PayableDemand | Refusal> {
  const id = params['demand'] ?? '';
  const demand = isId(id) ? await findPayable(tx, id) : undefined;
  return demand ?? refuse('payment.no-demand');
}

async function begin(
  { config }: Services,
  gateways: readonly Gateway[],
  tx: Tx,
  visit: Visit,
): Promise<Aside | Refusal> {
  const gateway = gateways.find(({ code }) => code === visit.params['gateway']);
  if (!gateway) return refuse('payment.no-gateway');
  const demand = await readDemand(tx, visit);
  if (isRefusal(demand)) return demand;
  const order = await beginOrder(tx, visit.actor!, {
    demandId: demand.id,
    gateway: gateway.code,
  });
  if (isRefusal(order)) return order;
  const { address, lang } = visit;
  const returnUrl = `${config.publicUrl}/nop-tien/tro-ve/${gateway.code}`;
  // The order is written before the gateway hears of it, and nobody waits for its answer with a connection in hand.
  return {
    async aside() {
      const goTo = await gateway
        .begin(order, { address, lang, returnUrl })
        .catch((error: unknown) => {
          if (error instanceof GatewayAway) return null;
          throw error;
        });
      return async (later) => {
        if (goTo === null) return refuse('payment.gateway-away');
        await updateGoTo(later, order.id, goTo);
        return { goTo: orderPath(order.reference) };
      };
    },
  };
}

async function show(
  tx: Tx,
  visit: Visit,
  demand: PayableDemand,
  gateways: readonly Gateway[],
): Promise<Shown> {
  const { lang, csrf } = visit;
  const isOpen = demand.state === 'open';
  const running = isOpen
    ? (await listOrders(tx, demand.id)).find(({ state }) => state === 'begun')
    : undefined;
  const title = say(lang, fill(words.title, { amount: formatDong(demand.total - demand.held) }));
  const view = (
    <>
      <BackLink href="/ho-so" lang={lang}>
        {say(lang, words.back)}
      </BackLink>
      <h1>{title}</h1>
      {running && (
        <p>
          <a href={orderPath(running.reference)}>{say(lang, words.running)}</a>
        </p>
      )}
      {isOpen && gateways.length > 0 && (
        <section aria-labelledby="truc-tuyen">
          <h2 id="truc-tuyen">{say(lang, words.online)}</h2>
          <p>{say(lang, words.onlineHint)}</p>
          {gateways.map((gateway) => (
            <form
              key={gateway.code}
              method="post"
              action={`/nop-tien/${demand.id}/${gateway.code}`}
            >
              <Csrf token={csrf} />
              <ButtonRow>
                <Button icon="wallet">{say(lang, gateway.name)}</Button>
              </ButtonRow>
            </form>
          ))}
        </section>
      )}
      <PaymentPanel demand={demand} lang={lang} isOnOwnPage />
    </>
  );
  return { title, layout: 'citizen', view };
}

const words = {
  title: text('Nộp {amount}', 'Pay {amount}'),
  back: text('Hồ sơ của tôi', 'My dossiers'),
  running: text(
    'Bạn đã bắt đầu một lần thanh toán: xem kết quả hoặc làm tiếp',
    'You have begun a payment: see its result or go on',
  ),
  online: text('Thanh toán trực tuyến', 'Pay online'),
  onlineHint: text(
    'Bấm một cổng. Bạn sẽ sang trang của cổng đó để trả tiền, rồi quay lại đây.',
    'Choose a gateway. You pay on its page and come back here.',
  ),
};
