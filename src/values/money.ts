import { numberInWords } from './number-words.ts';

/** An amount in whole đồng as people write it: 1.250.000 đ. */
export function formatDong(amount: number): string {
  return `${grouped(amount)} đ`;
}

/** An amount in words, as receipts and papers need it ("Bằng chữ"): một triệu hai trăm năm mươi nghìn đồng. */
export function dongInWords(amount: number): string {
  return `${numberInWords(amount)} đồng`;
}

function grouped(amount: number): string {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not a whole amount of đồng: ${amount}`);
  return String(amount).replace(/\B(?=(\d{3})+$)/g, '.');
}
