import { parseDay, type Day } from './day.ts';

/**
 * The two forms of dossier codes in use.
 * OLD, of QCVN 102:2016/BTTTT and Circular 01/2018/TT-VPCP: 000.00.06.H56-231027-0361.
 * NEW, with unit codes of Decision 20/2020/QĐ-TTg: G09.20-20260609-0092637.
 */
export type DossierCodeForm = 'OLD' | 'NEW';

export interface DossierCode {
  readonly form: DossierCodeForm;
  /** The identifying code of the unit: 000.00.06.H56 or H13.32. */
  readonly unit: string;
  /** The day of reception. */
  readonly on: Day;
  /** The unit's running number of that day, from 1. */
  readonly number: number;
}

const forms = {
  OLD: { shape: /^(\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})-(\d{6})-(\d{4})$/, dayFrom: 2, digits: 4 },
  NEW: { shape: /^([A-Z]\d{2}(?:\.\d{1,3}){0,3})-(\d{8})-(\d{7})$/, dayFrom: 0, digits: 7 },
} as const;

/** Writes a code; throws RangeError when the parts cannot make one, for example a number past the last digit. */
export function makeDossierCode(code: DossierCode): string {
  const { dayFrom, digits } = forms[code.form];
  const on = code.on.replaceAll('-', '').slice(dayFrom);
  const written = `${code.unit}-${on}-${String(code.number).padStart(digits, '0')}`;
  if (parseDossierCode(written)?.number !== code.number) {
    throw new RangeError(`No dossier code: ${written}`);
  }
  return written;
}

/** Reads a code of either form; lower case, spaces around and typographic dashes are forgiven. */
export function parseDossierCode(typed: string): DossierCode | undefined {
  const plain = typed
    .trim()
    .toUpperCase()
    .replace(/[‐-―−]/g, '-');
  return read(plain, 'OLD') ?? read(plain, 'NEW');
}

function read(plain: string, form: DossierCodeForm): DossierCode | undefined {
  const [, unit, digits, number] = forms[form].shape.exec(plain) ?? [];
  if (unit === undefined || digits === undefined || Number(number) === 0) return undefined;
  const full = form === 'OLD' ? `20${digits}` : digits;
  const on = parseDay(`${full.slice(0, 4)}-${full.slice(4, 6)}-${full.slice(6)}`);
  return on && { form, unit, on, number: Number(number) };
}
