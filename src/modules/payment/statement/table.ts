import { parseDay, type Day } from '#/values/day.ts';
import { searchKey } from '#/values/person-name.ts';
import { text } from '#/values/text.ts';
import { faultAt, StatementFault, type StatementLine } from './statement.ts';

/** What banks and gateways call their columns, without marks and in small letters. */
const titles = {
  day: ['ngay', 'ngay giao dich', 'ngay hach toan', 'ngay gd', 'date', 'transaction date'],
  credit: ['ghi co', 'so tien ghi co', 'phat sinh co', 'co', 'credit', 'so tien', 'amount'],
  debit: ['ghi no', 'so tien ghi no', 'phat sinh no', 'no', 'debit'],
  reference: [
    'ma giao dich',
    'so but toan',
    'so tham chieu',
    'ma gd',
    'reference',
    'transaction id',
  ],
  details: ['noi dung', 'dien giai', 'noi dung giao dich', 'mo ta', 'description', 'details'],
} as const;

type Column = keyof typeof titles;

/** Reads a table as banks export it: comma, semicolon or tab, the first line names the columns (RFC 4180). */
export function readTable(file: string): StatementLine[] {
  const rows = cells(file.replace(/^\uFEFF/, ''));
  const head = rows.findIndex((row) => {
    const named = columnsOf(row);
    return named.day !== undefined && named.credit !== undefined;
  });
  if (head < 0)
    throw new StatementFault(
      text(
        'Không tìm thấy cột ngày và cột số tiền. Dòng đầu phải có tên cột, ví dụ "Ngày giao dịch; Ghi có; Mã giao dịch; Nội dung".',
        'There is no column of days and of amounts. The first line must name the columns, for example "Date;Credit;Reference;Description".',
      ),
    );
  const columns = columnsOf(rows[head]!);
  return rows.slice(head + 1).flatMap((row, index) => {
    if (row.every((cell) => cell.trim() === '')) return [];
    return [lineOf(row, columns, head + index + 2)];
  });
}

function columnsOf(row: readonly string[]): Partial<Record<Column, number>> {
  const keys = row.map((cell) => searchKey(cell.trim()).toLowerCase());
  return Object.fromEntries(
    Object.entries(titles).flatMap(([column, names]) => {
      const at = keys.findIndex((key) => (names as readonly string[]).includes(key));
      return at < 0 ? [] : [[column, at]];
    }),
  );
}

function lineOf(
  row: readonly string[],
  columns: Partial<Record<Column, number>>,
  at: number,
): StatementLine {
  const cell = (column: Column) => {
    const index = columns[column];
    return index === undefined ? '' : (row[index] ?? '').trim();
  };
  const bookedOn = readDay(cell('day'));
  if (!bookedOn) throw faultAt(at, text('ngày không đúng', 'the day is wrong'));
  const [credit, debit] = [readAmount(cell('credit')), readAmount(cell('debit'))];
  if (credit === undefined || debit === undefined || (credit === 0) === (debit === 0))
    throw faultAt(at, text('số tiền không đúng', 'the amount is wrong'));
  return {
    reference: cell('reference') || undefined,
    bookedOn,
    amount: credit === 0 ? -Math.abs(debit) : credit,
    details: cell('details'),
  };
}

/** 15/07/2026 or 2026-07-15, with or without a time. */
function readDay(written: string): Day | undefined {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\D|$)/.exec(written);
  if (!parts) return parseDay(written.slice(0, 10));
  return parseDay(`${parts[3]}-${parts[2]!.padStart(2, '0')}-${parts[1]!.padStart(2, '0')}`);
}

/** 1.250.000, 1,250,000, 1250000 or 1,250,000.00; nothing is 0. */
function readAmount(written: string): number | undefined {
  const bare = written.replace(/\s|đ|₫|VND/gi, '');
  if (bare === '' || bare === '-') return 0;
  const parts = /^([+-]?)(\d{1,3}(?:[.,]\d{3})+|\d{1,15})(?:[.,]0{1,2})?$/.exec(bare);
  if (!parts) return undefined;
  return Number(`${parts[1]}${parts[2]!.replace(/[.,]/g, '')}`);
}

/** Rows of cells; quoted cells may hold anything, also line ends. */
function cells(file: string): string[][] {
  const firstLine = file.slice(0, file.indexOf('\n') + 1 || undefined);
  const separator = [';', '\t', ','].find((one) => firstLine.includes(one)) ?? ',';
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const end = () => {
    rows.at(-1)!.push(cell);
    cell = '';
  };
  for (let at = 0; at < file.length; at += 1) {
    const sign = file[at]!;
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (file[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && cell === '') isQuoted = true;
    else if (sign === separator) end();
    else if (sign === '\n') {
      end();
      rows.push([]);
    } else if (sign !== '\r') cell += sign;
  }
  end();
  return rows;
}
