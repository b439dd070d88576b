import { text } from '#/values/text.ts';
import {
  GatewayAway,
  type CallGateway,
  type Fields,
  type Gateway,
  type GatewayOrder,
  type Heard,
  type Verdict,
} from './gateway.ts';
import { hmac, isSame, readStamp, stamp } from './signing.ts';

/** A terminal at VNPAY. */
export interface VnpayTerminal {
  readonly payUrl: string;
  readonly apiUrl: string;
  /** vnp_TmnCode. */
  readonly terminal: string;
  /** vnp_HashSecret. */
  readonly secret: string;
}

const version = '2.1.0';

/** VNPAY 2.1.0: the payer is redirected with signed parameters; the result comes as a signed IPN. Amounts are hundredths. */
export function vnpay(own: VnpayTerminal, call: CallGateway): Gateway {
  const { terminal, secret } = own;

  async function ask(order: GatewayOrder, at: Date): Promise<Heard | null> {
    const asked = {
      vnp_RequestId: `${order.reference.slice(0, 16)}${stamp(at)}`,
      vnp_Version: version,
      vnp_Command: 'querydr',
      vnp_TmnCode: terminal,
      vnp_TxnRef: order.reference,
      vnp_TransactionDate: stamp(order.begunAt),
      vnp_CreateDate: stamp(at),
      vnp_IpAddr: '127.0.0.1',
      vnp_OrderInfo: `Truy van ${order.reference}`,
    };
    const told = await signedCall(asked, queryNames, queryAnswerNames);
    if (told['vnp_ResponseCode'] === '91') return null;
    if (told['vnp_ResponseCode'] !== '00') throw new GatewayAway(told['vnp_ResponseCode'] ?? '');
    // 01 is a payment that is not ended.
    if (told['vnp_TransactionStatus'] === '01') return null;
    return read(told, told['vnp_TransactionStatus'] === '00');
  }

  /** Messages to the API are signed over their values in a fixed order, and so are the answers. */
  async function signedCall(
    fields: Fields,
    names: readonly string[],
    answerNames: readonly string[],
  ): Promise<Fields> {
    const signature = hmac('sha512', secret, inOrder(fields, names));
    const told = await call(own.apiUrl, { ...fields, vnp_SecureHash: signature });
    const expected = hmac('sha512', secret, inOrder(told, answerNames));
    if (!isSame(expected, told['vnp_SecureHash'])) throw new GatewayAway('wrong signature');
    return told;
  }

  return {
    code: 'vnpay',
    name: text('VNPAY: thẻ ngân hàng, ví, VNPAY-QR', 'VNPAY: bank card, wallet, VNPAY-QR'),
    async begin(order, { address, lang, returnUrl }) {
      const fields = {
        vnp_Version: version,
        vnp_Command: 'pay',
        vnp_TmnCode: terminal,
        vnp_Amount: String(order.amount * 100),
        vnp_CurrCode: 'VND',
        vnp_TxnRef: order.reference,
        vnp_OrderInfo: `Nop phi ${order.reference}`,
        vnp_OrderType: 'other',
        vnp_Locale: lang === 'vi' ? 'vn' : 'en',
        vnp_ReturnUrl: returnUrl,
        vnp_IpAddr: address,
        vnp_CreateDate: stamp(order.begunAt),
        vnp_ExpireDate: stamp(order.endsAt),
      };
      const query = sortedQuery(fields);
      return `${own.payUrl}?${query}&vnp_SecureHash=${hmac('sha512', secret, query)}`;
    },
    hear(fields) {
      const signed = Object.fromEntries(
        Object.entries(fields).filter(
          ([name]) => name.startsWith('vnp_') && !name.startsWith('vnp_SecureHash'),
        ),
      );
      if (!isSame(hmac('sha512', secret, sortedQuery(signed)), fields['vnp_SecureHash']))
        return null;
      if (fields['vnp_TmnCode'] !== terminal) return null;
      const isPaid =
        fields['vnp_ResponseCode'] === '00' && (fields['vnp_TransactionStatus'] ?? '00') === '00';
      return read(fields, isPaid);
    },
    answer: (verdict) => answers[verdict],
    ask,
    async giveBack(order, { id, amount, by, at }) {
      const fields = {
        vnp_RequestId: id.replaceAll('-', ''),
        vnp_Version: version,
        vnp_Command: 'refund',
        vnp_TmnCode: terminal,
        // 02 is all of it, 03 a part.
        vnp_TransactionType: amount === order.amount ? '02' : '03',
        vnp_TxnRef: order.reference,
        vnp_Amount: String(amount * 100),
        vnp_TransactionNo: order.number ?? '0',
        vnp_TransactionDate: stamp(order.begunAt),
        vnp_CreateBy: by,
        vnp_CreateDate: stamp(at),
        vnp_IpAddr: '127.0.0.1',
        vnp_OrderInfo: `Hoan phi ${order.reference}`,
      };
      const told = await signedCall(fields, refundNames, refundAnswerNames);
      // 94: the same request was sent before.
      return told['vnp_ResponseCode'] === '00' || told['vnp_ResponseCode'] === '94';
    },
  };
}

/** Sorted by name and written as PHP's urlencode does: what the signature of a redirect and an IPN is made of. */
export function sortedQuery(fields: Fields): string {
  return Object.keys(fields)
    .filter((name) => fields[name] !== '')
    .toSorted()
    .map((name) => `${encoded(name)}=${encoded(fields[name]!)}`)
    .join('&');
}

function encoded(written: string): string {
  return encodeURIComponent(written)
    .replace(/[!'()*~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

function inOrder(fields: Fields, names: readonly string[]): string {
  return names.map((name) => fields[name] ?? '').join('|');
}

function read(fields: Fields, isPaid: boolean): Heard | null {
  const hundredths = Number(fields['vnp_Amount']);
  if (!Number.isSafeInteger(hundredths) || hundredths <= 0 || hundredths % 100 !== 0) return null;
  const [reference, number] = [fields['vnp_TxnRef'] ?? '', fields['vnp_TransactionNo'] ?? ''];
  if (reference === '' || (isPaid && !/^\d{1,20}$/.test(number))) return null;
  const at = readStamp(fields['vnp_PayDate']) ?? new Date(0);
  return { reference, number, amount: hundredths / 100, isPaid, at };
}

const named = (names: string) => names.split(' ').map((name) => `vnp_${name}`);
const queryNames = named(
  'RequestId Version Command TmnCode TxnRef TransactionDate CreateDate IpAddr OrderInfo',
);
export const queryAnswerNames = named(
  'ResponseId Command ResponseCode Message TmnCode TxnRef Amount BankCode PayDate TransactionNo TransactionType TransactionStatus OrderInfo PromotionCode PromotionAmount',
);
const refundNames = named(
  'RequestId Version Command TmnCode TransactionType TxnRef Amount TransactionNo TransactionDate CreateBy CreateDate IpAddr OrderInfo',
);
export const refundAnswerNames = named(
  'ResponseId Command ResponseCode Message TmnCode TxnRef Amount BankCode PayDate TransactionNo TransactionType TransactionStatus OrderInfo',
);

const answers: Readonly<Record<Verdict, Fields>> = {
  taken: { RspCode: '00', Message: 'Confirm Success' },
  known: { RspCode: '02', Message: 'Order already confirmed' },
  'no-order': { RspCode: '01', Message: 'Order not found' },
  'wrong-amount': { RspCode: '04', Message: 'Invalid amount' },
  'wrong-signature': { RspCode: '97', Message: 'Invalid checksum' },
};
