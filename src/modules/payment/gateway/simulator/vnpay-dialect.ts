import type { Fields } from '../gateway.ts';
import { hmac, isSame, stamp } from '../signing.ts';
import { queryAnswerNames, refundAnswerNames, sortedQuery } from '../vnpay.ts';
import type { Dialect, SimulatedOrder } from './simulator.ts';

/** Terminal of the simulated VNPAY. */
export const simulatedTerminal = 'MINHHOA1';

/** What VNPAY 2.1.0 says. */
export function vnpayDialect(secret: string): Dialect {
  const result = (
    order: SimulatedOrder,
    payment: { number: string; amount: number } | null,
    at: Date,
  ) => ({
    vnp_TmnCode: simulatedTerminal,
    vnp_TxnRef: order.reference,
    vnp_Amount: String((payment?.amount ?? order.amount) * 100),
    vnp_BankCode: 'NCB',
    vnp_OrderInfo: `Nop phi ${order.reference}`,
    vnp_PayDate: stamp(at),
    vnp_TransactionNo: payment?.number ?? '0',
    vnp_TransactionStatus: payment ? '00' : '02',
  });
  return {
    readOrder({ vnp_SecureHash: hash, ...fields }) {
      if (!isSame(hmac('sha512', secret, sortedQuery(fields)), hash)) return undefined;
      return {
        reference: fields['vnp_TxnRef']!,
        amount: Number(fields['vnp_Amount']) / 100,
        returnUrl: fields['vnp_ReturnUrl']!,
      };
    },
    tell(order, payment, at) {
      const fields = { ...result(order, payment, at), vnp_ResponseCode: payment ? '00' : '24' };
      return { ...fields, vnp_SecureHash: hmac('sha512', secret, sortedQuery(fields)) };
    },
    answer(fields, orderOf, at) {
      const order = orderOf(fields['vnp_TxnRef'] ?? '');
      const isQuery = fields['vnp_Command'] === 'querydr';
      const paid = order?.paid[0] ?? null;
      const found = order !== undefined && (paid !== null || order.hasFailed || !isQuery);
      const told: Fields = {
        vnp_ResponseId: 'minhhoa',
        vnp_Command: fields['vnp_Command'] ?? '',
        vnp_Message: found ? 'OK' : 'Transaction not found',
        ...(found && result(order, paid, at)),
        vnp_ResponseCode: found ? '00' : '91',
      };
      const names = isQuery ? queryAnswerNames : refundAnswerNames;
      const signed = names.map((name) => told[name] ?? '').join('|');
      return { answer: { ...told, vnp_SecureHash: hmac('sha512', secret, signed) } };
    },
    spoil: (fields) => ({ ...fields, vnp_SecureHash: '0'.repeat(128) }),
  };
}
