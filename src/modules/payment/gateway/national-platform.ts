import { text } from '#/values/text.ts';
import {
  GatewayAway,
  type CallGateway,
  type Fields,
  type Gateway,
  type Heard,
  type Verdict,
} from './gateway.ts';
import { hmac, isSame, readStamp, stamp } from './signing.ts';

/** An agency's connection to the payment platform of the National Public Service Portal. */
export interface PlatformConnection {
  readonly initUrl: string;
  readonly queryUrl: string;
  readonly refundUrl: string;
  /** MaDoiTac. */
  readonly partner: string;
  readonly secret: string;
}

/**
 * The payment platform of the National Public Service Portal: an order is made known first, the payer goes on at the
 * address that is answered. Success is code 00. Every message is signed by HMAC-SHA256.
 */
export function nationalPlatform(own: PlatformConnection, call: CallGateway): Gateway {
  const { partner, secret } = own;

  async function signedCall(address: string, fields: Fields): Promise<Fields> {
    const told = await call(address, signed(fields, secret));
    if (!isSigned(told, secret)) throw new GatewayAway('wrong signature');
    return told;
  }

  return {
    code: 'quoc-gia',
    name: text(
      'Nền tảng thanh toán Cổng Dịch vụ công quốc gia',
      'Payment platform of the National Public Service Portal',
    ),
    async begin(order, { lang, returnUrl }) {
      const told = await signedCall(own.initUrl, {
        ...head('1', partner),
        MaThamChieu: order.reference,
        SoTien: String(order.amount),
        MaTienTe: 'VND',
        ThongTinGiaoDich: `Nop phi ${order.reference}`,
        ThoiGianGD: stamp(order.begunAt),
        ThoiGianHetHan: stamp(order.endsAt),
        NgonNgu: lang,
        UrlTraVe: returnUrl,
      });
      const goTo = told['UrlThanhToan'] ?? '';
      if (told['MaLoi'] !== '00' || !/^https?:\/\//.test(goTo))
        throw new GatewayAway(told['MaLoi'] ?? '');
      return goTo;
    },
    hear(fields) {
      if (!isSigned(fields, secret) || fields['MaDoiTac'] !== partner) return null;
      return read(fields);
    },
    answer: (verdict) => signed(answers[verdict], secret),
    async ask(order, at) {
      const told = await signedCall(own.queryUrl, {
        ...head('3', partner),
        MaThamChieu: order.reference,
        ThoiGianGD: stamp(at),
      });
      // 01: no payment yet.
      return told['MaLoi'] === '01' ? null : read(told);
    },
    async giveBack(order, { id, amount, at }) {
      const told = await signedCall(own.refundUrl, {
        ...head('4', partner),
        MaThamChieu: order.reference,
        MaGiaoDich: order.number ?? '',
        MaYeuCau: id.replaceAll('-', ''),
        SoTien: String(amount),
        ThoiGianGD: stamp(at),
      });
      return told['MaLoi'] === '00';
    },
  };
}

function head(kind: string, partner: string): Fields {
  return { LoaiBanTin: kind, PhienBan: '1.0.1', MaDoiTac: partner };
}

/** Adds MaXacThuc: HMAC-SHA256 of all fields as name=value, joined by "|" in the order of their names. */
export function signed(fields: Fields, secret: string): Fields {
  return { ...fields, MaXacThuc: signatureOf(fields, secret) };
}

function isSigned(fields: Fields, secret: string): boolean {
  return isSame(signatureOf(fields, secret), fields['MaXacThuc']);
}

function signatureOf(fields: Fields, secret: string): string {
  const names = Object.keys(fields)
    .filter((name) => name !== 'MaXacThuc')
    .toSorted();
  return hmac('sha256', secret, names.map((name) => `${name}=${fields[name]}`).join('|'));
}

function read(fields: Fields): Heard | null {
  const amount = Number(fields['SoTien']);
  const [reference, number] = [fields['MaThamChieu'] ?? '', fields['MaGiaoDich'] ?? ''];
  const isPaid = fields['MaLoi'] === '00';
  if (!Number.isSafeInteger(amount) || amount <= 0 || reference === '') return null;
  if (isPaid && !/^[0-9A-Za-z-]{1,40}$/.test(number)) return null;
  return {
    reference,
    number,
    amount,
    isPaid,
    at: readStamp(fields['ThoiGianGD']) ?? new Date(0),
  };
}

const answers: Readonly<Record<Verdict, Fields>> = {
  taken: { MaLoi: '00', MoTaLoi: 'Thành công' },
  known: { MaLoi: '02', MoTaLoi: 'Giao dịch đã được ghi nhận' },
  'no-order': { MaLoi: '01', MoTaLoi: 'Không tìm thấy giao dịch' },
  'wrong-amount': { MaLoi: '04', MoTaLoi: 'Số tiền không đúng' },
  'wrong-signature': { MaLoi: '97', MoTaLoi: 'Mã xác thực không đúng' },
};
