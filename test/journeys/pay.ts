import { identify } from '#/app/identify.ts';
import { getUnit } from '#/modules/agency/index.ts';
import { findByCode } from '#/modules/dossier/store/index.ts';
import { demandsOf, recordPayment } from '#/modules/payment/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import type { Office } from './office.ts';

/** Who takes money at the counter of a unit. */
const cashiers: Readonly<Record<string, string>> = {
  'one-stop': 'mot-cua-1',
  police: 'cong-an-1',
  tax: 'thue-1',
};

/** Pays everything that is owed for a dossier in cash; gives how much that was. */
export async function payAtCounter(office: Office, code: string): Promise<number> {
  const { database } = office.services;
  const open = await database.transaction(async (tx) => {
    const dossier = (await findByCode(tx, code))!;
    const demands = (await demandsOf(tx, dossier.id)).filter(({ state }) => state === 'open');
    return Promise.all(
      demands.map(async ({ id, total, unitId }) => ({
        id,
        total,
        kind: (await getUnit(tx, unitId)).kind,
      })),
    );
  });
  for (const { id, total, kind } of open) {
    const { session } = await office.signedIn(cashiers[kind]!);
    const paid = await database.transaction(async (tx) => {
      const cashier = await identify(tx, session, office.clock.now(), 'vi');
      return recordPayment(tx, cashier!, { demandId: id, method: 'cash', amount: total });
    });
    if (isRefusal(paid)) throw new Error(`${code}: ${paid.refused}`);
  }
  return open.reduce((sum, { total }) => sum + total, 0);
}
