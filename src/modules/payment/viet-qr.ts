import { crc16 } from './crc-16.ts';

/** What a payer's banking app is told by the code. */
export interface VietQr {
  /** Number of the bank, 6 digits (BIN at NAPAS). */
  readonly bankBin: string;
  readonly account: string;
  /** Whole đồng. Without it the payer types the amount, and the code may be used again and again. */
  readonly amount?: number | undefined;
  /** What the bank statement will say, at most 25 ASCII characters: payments are matched by it. */
  readonly reference?: string | undefined;
  readonly billNumber?: string | undefined;
}

/**
 * The text of a VietQR code: NAPAS transfer to an account, in the EMVCo merchant-presented format.
 * @throws RangeError when a part does not fit the format.
 */
export function vietQr({ bankBin, account, amount, reference, billNumber }: VietQr): string {
  const beneficiary =
    field('00', matching(bankBin, /^\d{6}$/)) +
    field('01', matching(account, /^[0-9A-Za-z]{1,19}$/));
  const additional =
    optional('01', billNumber, /^[\x20-\x7e]{1,25}$/) +
    optional('08', reference, /^[\x20-\x7e]{1,25}$/);
  const body = [
    field('00', '01'),
    field('01', amount === undefined ? onceAndAgain : once),
    field('38', field('00', napas) + field('01', beneficiary) + field('02', transferToAccount)),
    field('53', dong),
    optional('54', amount === undefined ? undefined : String(amount), /^[1-9]\d{0,12}$/),
    field('58', 'VN'),
    additional === '' ? '' : field('62', additional),
    '6304',
  ].join('');
  return body + crc16(Buffer.from(body, 'ascii')).toString(16).toUpperCase().padStart(4, '0');
}

const onceAndAgain = '11';
const once = '12';
const napas = 'A000000727';
const transferToAccount = 'QRIBFTTA';
/** ISO 4217 number of the đồng. */
const dong = '704';

function field(id: string, value: string): string {
  return id + String(value.length).padStart(2, '0') + value;
}

function optional(id: string, value: string | undefined, shape: RegExp): string {
  return value === undefined ? '' : field(id, matching(value, shape));
}

function matching(value: string, shape: RegExp): string {
  if (!shape.test(value)) throw new RangeError(`VietQR cannot carry "${value}"`);
  return value;
}
