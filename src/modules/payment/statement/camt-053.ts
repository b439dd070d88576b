import { DmnFault, readXml, type XmlElement } from '#/platform/dmn/index.ts';
import { parseDay, type Day } from '#/values/day.ts';
import { text } from '#/values/text.ts';
import { faultAt, StatementFault, type StatementLine } from './statement.ts';

/** Reads ISO 20022 BankToCustomerStatement (camt.053.001.02 to .08 and later). Only booked entries in whole đồng are taken. */
export function readCamt053(file: string): StatementLine[] {
  const statements = root(file).children.filter(({ name }) => name === 'Stmt');
  return statements.flatMap((statement) =>
    all(statement, 'Ntry').filter(isBooked).flatMap(linesOf),
  );
}

function root(file: string): XmlElement {
  let document: XmlElement;
  try {
    document = readXml(file);
  } catch (error) {
    if (error instanceof DmnFault)
      throw new StatementFault(
        text('Tệp XML bị hỏng hoặc quá lớn.', 'The XML is broken or too large.'),
      );
    throw error;
  }
  const message = first(document, 'BkToCstmrStmt');
  if (!document.namespace.startsWith('urn:iso:std:iso:20022:tech:xsd:camt.053.001.') || !message)
    throw new StatementFault(text('Tệp XML này không phải camt.053.', 'This XML is not camt.053.'));
  return message;
}

/** Status is a code since version .08, and plain text before. */
function isBooked(entry: XmlElement): boolean {
  const status = first(entry, 'Sts');
  return (at(entry, 'Sts', 'Cd') ?? status?.text.trim()) === 'BOOK';
}

/** An entry of several transfers is several lines. */
function linesOf(entry: XmlElement): StatementLine[] {
  const bookedOn = dayOf(entry);
  const isCredit = at(entry, 'CdtDbtInd') === 'CRDT';
  // RvslInd turns what a credit is: it takes an earlier debit back, and is still a credit.
  const transfers = all(entry, 'NtryDtls').flatMap((details) => all(details, 'TxDtls'));
  const parts = transfers.length > 1 ? transfers.filter((one) => first(one, 'Amt')) : [];
  const own = (one: XmlElement) =>
    at(one, 'Refs', 'AcctSvcrRef') ?? at(one, 'Refs', 'TxId') ?? at(one, 'Refs', 'EndToEndId');
  const wordsOf = (one: XmlElement | undefined) =>
    one === undefined
      ? ''
      : all(first(one, 'RmtInf') ?? one, 'Ustrd')
          .map(({ text: words }) => words.trim())
          .join(' ');
  const sign = isCredit ? 1 : -1;
  if (parts.length > 0)
    return parts.map((one) => ({
      reference: own(one),
      bookedOn,
      amount: sign * amountOf(one),
      details: wordsOf(one),
    }));
  const [only] = transfers;
  return [
    {
      reference: at(entry, 'AcctSvcrRef') ?? (only && own(only)) ?? at(entry, 'NtryRef'),
      bookedOn,
      amount: sign * amountOf(entry),
      details: `${wordsOf(only)} ${at(entry, 'AddtlNtryInf') ?? ''}`.trim(),
    },
  ];
}

function dayOf(entry: XmlElement): Day {
  const written = at(entry, 'BookgDt', 'Dt') ?? at(entry, 'BookgDt', 'DtTm')?.slice(0, 10);
  const bookedOn = parseDay(written ?? '');
  if (bookedOn) return bookedOn;
  throw faultAt(entry.line, text('thiếu ngày ghi sổ', 'the booking date is missing'));
}

function amountOf(element: XmlElement): number {
  const amount = first(element, 'Amt');
  const parts = /^(\d{1,15})(?:\.0{1,5})?$/.exec(amount?.text.trim() ?? '');
  if (!parts || amount?.attributes['Ccy'] !== 'VND' || Number(parts[1]) === 0)
    throw faultAt(
      (amount ?? element).line,
      text('số tiền không phải số đồng nguyên', 'the amount is not whole đồng'),
    );
  return Number(parts[1]);
}

function all(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

function first(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

function at(element: XmlElement, ...path: readonly string[]): string | undefined {
  let here: XmlElement | undefined = element;
  for (const name of path) here = here && first(here, name);
  const written = here?.text.trim();
  return written === '' ? undefined : written;
}
