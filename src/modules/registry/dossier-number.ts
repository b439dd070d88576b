import type { Tx } from '#/platform/db/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import type { Day } from '#/values/day.ts';
import { makeDossierCode, type DossierCodeForm } from '#/values/dossier-code.ts';
import { takeNumbers } from './store.ts';

const lastNumber: Readonly<Record<DossierCodeForm, number>> = { OLD: 9_999, NEW: 9_999_999 };

/**
 * The next dossier codes of a unit on a day, one for each of its identifying codes. The shape of a `unitCode` decides
 * the form: four groups of QCVN 102:2016 make the old one, a code of Decision 20/2020/QĐ-TTg the new one. All who file
 * with the unit wait from here on until the transaction ends, so draw them last.
 * Refuses when the day has no number left.
 */
export async function nextDossierCodes(
  tx: Tx,
  unitCodes: readonly string[],
  on: Day,
): Promise<string[] | Refusal> {
  const counters = unitCodes.map((scope) => ({ book: 'dossier', scope, period: on }));
  const numbers = await takeNumbers(tx, counters);
  const drawn = unitCodes.map((unit, place) => ({
    form: formOf(unit),
    unit,
    on,
    number: numbers[place]!,
  }));
  const full = drawn.find(({ form, number }) => number > lastNumber[form]);
  return full ? refuse('registry.day-full', { unit: full.unit }) : drawn.map(makeDossierCode);
}

/** The next dossier code of a unit on a day. */
export async function nextDossierCode(
  tx: Tx,
  unitCode: string,
  on: Day,
): Promise<string | Refusal> {
  const codes = await nextDossierCodes(tx, [unitCode], on);
  return Array.isArray(codes) ? codes[0]! : codes;
}

function formOf(unitCode: string): DossierCodeForm {
  return /^\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}$/.test(unitCode) ? 'OLD' : 'NEW';
}
