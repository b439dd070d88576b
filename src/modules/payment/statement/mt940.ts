import { parseDay, type Day } from '#/values/day.ts';
import { text } from '#/values/text.ts';
import { faultAt, type StatementLine } from './statement.ts';

/** :61: — value date, entry date, mark, funds code, amount, type, the customer's reference, the bank's reference. */
const movement =
  /^(\d{2})(\d{2})(\d{2})(\d{4})?(R?[CD])([A-Z])?(\d{1,15}),(\d{0,2})([NFS][0-9A-Z]{3})([^/]{0,16})(?:\/\/(.{1,16}))?$/;

/** Reads a customer statement message, SWIFT MT940 (Standards MT, category 9). Only whole đồng are taken. */
export function readMt940(file: string): StatementLine[] {
  const lines: StatementLine[] = [];
  let open: { -readonly [K in keyof StatementLine]: StatementLine[K] } | undefined;
  let isDetails = false;
  for (const [index, raw] of file.split(/\r?\n/).entries()) {
    const line = raw.trimEnd();
    const tag = /^:(\d\d[A-Z]?):(.*)$/.exec(line);
    if (!tag) {
      if (isDetails && open && !line.startsWith('-')) open.details += ` ${line}`;
      continue;
    }
    const [, name, value = ''] = tag;
    isDetails = name === '86' && open !== undefined;
    if (name === '61') {
      open = readMovement(value, index + 1);
      lines.push(open);
    } else if (name === '86' && open) open.details = value;
    else open = undefined;
    if (/^6[02]/.test(name!) && !/^[CD]\d{6}VND/.test(value))
      throw faultAt(index + 1, text('tiền không phải đồng', 'the money is not đồng'));
  }
  return lines;
}

function readMovement(value: string, at: number): StatementLine {
  const parts = movement.exec(value.trim());
  const bookedOn = parts && entryDay(parts);
  if (!parts || !bookedOn || Number(parts[8] || '0') !== 0)
    throw faultAt(at, text('trường :61: không đúng mẫu', 'field :61: is not as it should be'));
  const [, , , , , mark, , whole, , , own, bank] = parts;
  const sign = mark === 'C' || mark === 'RD' ? 1 : -1;
  const customer = own?.trim();
  const reference = bank?.trim() ?? (customer === 'NONREF' ? undefined : customer);
  return { reference, bookedOn, amount: sign * Number(whole), details: '' };
}

/** The entry date has no year: it is the one nearest to the value date. */
function entryDay([, yy, mm, dd, entry]: RegExpExecArray): Day | undefined {
  const value = parseDay(`20${yy}-${mm}-${dd}`);
  if (!value || !entry) return value;
  const distance = Number(entry.slice(0, 2)) - Number(mm);
  const year = 2000 + Number(yy) + (distance > 6 ? -1 : distance < -6 ? 1 : 0);
  return parseDay(`${year}-${entry.slice(0, 2)}-${entry.slice(2)}`);
}
