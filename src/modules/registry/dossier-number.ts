import type { Tx } from '#/platform/db/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import type { Day } from '#/values/day.ts';
import { makeDossierCode, type DossierCodeForm } from '#/values/dossier-code.ts';
import { nextNumber } from './number.ts';

const lastNumber: Readonly<Record<DossierCodeForm, number>> = { OLD: 9_999, NEW: 9_999_999 };

/**
 * The next dossier code of a unit on a day. `unitCode` is its national identifying code, and its shape decides the
 * form: four groups of QCVN 102:2016 make the old one, a code of Decision 20/2020/QĐ-TTg the new one.
 * Refuses when the day has no number left.
 */
export async function nextDossierCode(
  tx: Tx,
  unitCode: string,
  on: Day,
): Promise<string | Refusal> {
  const form: DossierCodeForm = /^\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}$/.test(unitCode) ? 'OLD' : 'NEW';
  const number = await nextNumber(tx, { book: 'dossier', scope: unitCode, day: on });
  if (number > lastNumber[form]) return refuse('registry.day-full', { unit: unitCode });
  return makeDossierCode({ form, unit: unitCode, on, number });
}
