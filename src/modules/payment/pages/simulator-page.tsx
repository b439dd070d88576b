import { get, post, type Route } from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { refuse } from '#/platform/refusal.ts';
import { Button, ButtonRow, Csrf, NotificationBanner } from '#/ui/index.ts';
import { formatDong } from '#/values/money.ts';
import { fill, say, text, type Text } from '#/values/text.ts';
import { anybody } from '../access.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { simulatorPath } from '../gateway/open-gateways.ts';
import { manners, type Manner, type PaymentSimulator } from '../gateway/simulator/simulator.ts';
import { hear } from './ipn.ts';

/** Pages of the simulated gateways, in the demonstration only: whoever tries it decides how the payer behaves. */
export function simulatorRoutes(
  services: Services,
  gateways: readonly Gateway[],
  simulator: PaymentSimulator,
): Route[] {
  const path = `${simulatorPath}/:gateway`;
  return [
    get(path, anybody, async (_tx, { params, query, lang, csrf }) => {
      const code = params['gateway'] ?? '';
      const order = simulator.open(code, query);
      if (!order) return refuse('payment.no-order');
      const title = say(lang, fill(words.title, { amount: formatDong(order.amount) }));
      const view = (
        <>
          <h1>{title}</h1>
          <NotificationBanner lang={lang}>{say(lang, words.simulated)}</NotificationBanner>
          {manners.map((manner, index) => (
            <form key={manner} method="post" action={`${simulatorPath}/${code}/${manner}`}>
              <Csrf token={csrf} />
              <input type="hidden" name="reference" value={order.reference} />
              <ButtonRow>
                <Button look={index === 0 ? 'primary' : 'secondary'}>
                  {say(lang, mannerWords[manner])}
                </Button>
              </ButtonRow>
            </form>
          ))}
        </>
      );
      return { title, layout: 'bare', view };
    }),
    post(`${path}/:manner`, anybody, async (_tx, { params }, body) => {
      const code = params['gateway'] ?? '';
      const gateway = gateways.find((one) => one.code === code);
      const manner = manners.find((one) => one === params['manner']);
      const followed =
        gateway && manner && simulator.behave(code, String(body['reference']), manner);
      if (!gateway || !followed) return refuse('payment.no-order');
      return {
        async aside() {
          for (const notice of followed.notices) await hear(services, gateway, notice);
          return async () => {
            const { pathname, search } = new URL(followed.returnTo);
            return { goTo: `${pathname}${search}` };
          };
        },
      };
    }),
  ];
}

const mannerWords: Readonly<Record<Manner, Text>> = {
  pays: text('Trả tiền', 'Pay'),
  'pays-late': text('Trả tiền, cổng quên báo', 'Pay, the gateway forgets to tell'),
  'told-twice': text('Trả tiền, cổng báo hai lần', 'Pay, the gateway tells twice'),
  'pays-twice': text('Trả hai lần', 'Pay twice'),
  'pays-too-little': text('Trả thiếu', 'Pay too little'),
  'pays-too-much': text('Trả thừa', 'Pay too much'),
  'wrong-signature': text('Báo với chữ ký sai', 'A message with a wrong signature'),
  'out-of-order': text('Báo trả xong rồi mới báo lỗi', 'Tell of the payment, then of a failure'),
  refuses: text('Thẻ bị từ chối', 'The card is refused'),
  'never-pays': text('Bỏ đi, không trả', 'Leave without paying'),
  'times-out': text(
    'Trả tiền, cổng không trả lời nữa',
    'Pay, the gateway does not answer any more',
  ),
};

const words = {
  title: text('Cổng thanh toán giả lập: {amount}', 'Simulated gateway: {amount}'),
  simulated: text(
    'Trang này thay cho trang của cổng thanh toán khi chạy thử. Không có tiền thật.',
    'This page stands for that of a gateway in the demonstration. There is no real money.',
  ),
};
