import type { Fields } from '../gateway.ts';
import { signed } from '../national-platform.ts';
import { stamp } from '../signing.ts';
import type { Dialect, SimulatedOrder } from './simulator.ts';

/** Partner code at the simulated national platform. */
export const simulatedPartner = 'MINHHOA';

/** What the payment platform of the National Public Service Portal says. */
export function nationalDialect(secret: string): Dialect {
  const result = (
    order: SimulatedOrder,
    payment: { number: string; amount: number } | null,
    at: Date,
  ): Fields => ({
    LoaiBanTin: '2',
    MaDoiTac: simulatedPartner,
    MaThamChieu: order.reference,
    MaLoi: payment ? '00' : '09',
    SoTien: String(payment?.amount ?? order.amount),
    MaGiaoDich: payment?.number ?? '',
    ThoiGianGD: stamp(at),
  });
  return {
    // Its page is opened by the reference alone; the order was made known before.
    readOrder: () => undefined,
    tell: (order, payment, at) => signed(result(order, payment, at), secret),
    answer(fields, orderOf, at, pageUrl) {
      const reference = fields['MaThamChieu'] ?? '';
      if (fields['LoaiBanTin'] === '1') {
        const opened: SimulatedOrder = {
          reference,
          amount: Number(fields['SoTien']),
          returnUrl: fields['UrlTraVe'] ?? '',
          paid: [],
          hasFailed: false,
          isAway: false,
        };
        const goTo = `${pageUrl}?MaThamChieu=${reference}`;
        return { answer: signed({ MaLoi: '00', UrlThanhToan: goTo }, secret), opened };
      }
      const order = orderOf(reference);
      if (fields['LoaiBanTin'] === '4')
        return { answer: signed({ MaLoi: order ? '00' : '01' }, secret) };
      const paid = order?.paid[0] ?? null;
      if (!order || (paid === null && !order.hasFailed))
        return { answer: signed({ MaLoi: '01' }, secret) };
      return { answer: signed(result(order, paid, at), secret) };
    },
    spoil: (fields) => ({ ...fields, MaXacThuc: '0'.repeat(64) }),
  };
}
