const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const scales = ['', ' nghìn', ' triệu'] as const;
const billion = 1_000_000_000;

/** A whole number as it is read in Vietnamese: 1.250.000 is "một triệu hai trăm năm mươi nghìn". */
export function numberInWords(n: number): string {
  if (!Number.isSafeInteger(n)) throw new RangeError(`Not a whole number: ${n}`);
  if (n < 0) return `âm ${numberInWords(-n)}`;
  if (n === 0) return digits[0];
  return positive(n, false);
}

/** `inner`: something was read before it, so that its own leading hundreds must be read as zeros. */
function positive(n: number, inner: boolean): string {
  if (n < billion) return belowBillion(n, inner);
  const rest = n % billion;
  const head = `${positive(Math.floor(n / billion), inner)} tỷ`;
  return rest === 0 ? head : `${head} ${belowBillion(rest, true)}`;
}

function belowBillion(n: number, inner: boolean): string {
  const read: string[] = [];
  for (let scale = 2; scale >= 0; scale -= 1) {
    const group = Math.floor(n / 1000 ** scale) % 1000;
    if (group === 0) continue;
    read.push(`${belowThousand(group, inner || read.length > 0)}${scales[scale]}`);
  }
  return read.join(' ');
}

function belowThousand(n: number, inner: boolean): string {
  const hundreds = Math.floor(n / 100);
  const rest = n % 100;
  if (hundreds === 0 && !inner) return belowHundred(rest);
  const head = `${digits[hundreds]} trăm`;
  if (rest === 0) return head;
  return rest < 10 ? `${head} linh ${digits[rest]}` : `${head} ${belowHundred(rest)}`;
}

function belowHundred(n: number): string {
  const tens = Math.floor(n / 10);
  const unit = n % 10;
  if (tens === 0) return digits[unit]!;
  const head = tens === 1 ? 'mười' : `${digits[tens]} mươi`;
  return unit === 0 ? head : `${head} ${unitAfterTens(tens, unit)}`;
}

/** After the tens, one, four and five change their sound: hai mươi mốt, hai mươi tư, mười lăm. */
function unitAfterTens(tens: number, unit: number): string {
  if (unit === 5) return 'lăm';
  if (tens > 1 && unit === 1) return 'mốt';
  if (tens > 1 && unit === 4) return 'tư';
  return digits[unit]!;
}
