import { text } from '#/values/text.ts';
import { readCamt053 } from './camt-053.ts';
import { readMt940 } from './mt940.ts';
import {
  mostLines,
  numbered,
  StatementFault,
  type NumberedLine,
  type StatementFormat,
} from './statement.ts';
import { readTable } from './table.ts';

/**
 * Reads a statement whatever its format: MT940, camt.053 or a table.
 * @throws StatementFault that says what is wrong, and where.
 */
export function readStatement(bytes: Uint8Array): {
  readonly format: StatementFormat;
  readonly lines: readonly NumberedLine[];
} {
  const file = decoded(bytes);
  const format = formatOf(file);
  const lines = readers[format](file);
  if (lines.length === 0)
    throw new StatementFault(text('Tệp không có giao dịch nào.', 'The file has no entries.'));
  if (lines.length > mostLines)
    throw new StatementFault(
      text(
        `Tệp có hơn ${mostLines} giao dịch. Hãy chia nhỏ.`,
        `The file has more than ${mostLines} entries. Split it.`,
      ),
    );
  return { format, lines: numbered(lines) };
}

const readers = { mt940: readMt940, camt053: readCamt053, csv: readTable } as const;

function formatOf(file: string): StatementFormat {
  const begin = file.replace(/^\uFEFF/, '').trimStart();
  if (begin.startsWith('<')) return 'camt053';
  return /^(\{1:|:\d\d[A-Z]?:)/.test(begin) ? 'mt940' : 'csv';
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new StatementFault(
      text(
        'Tệp không phải chữ mã UTF-8. Nếu là Excel, hãy lưu thành CSV UTF-8.',
        'The file is not UTF-8 text. If it is Excel, save it as CSV UTF-8.',
      ),
    );
  }
}
