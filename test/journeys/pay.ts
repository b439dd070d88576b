import type { Office } from './office.ts';
import { atDesk } from './official.ts';

/** Who takes money at the counters of the ward: the service centre, the police, the tax office. */
const cashiers = ['mot-cua-1', 'cong-an-1', 'thue-1'];

/** Pays everything that is owed for a dossier in cash, at the counter that asks for it. */
export async function payAtCounter(office: Office, code: string): Promise<void> {
  for (const account of cashiers) {
    const cashier = await atDesk(office, account, code);
    while (cashier.offers('/thu-phi')) {
      await cashier.fill({}, '/thu-phi');
      if (cashier.status !== 200)
        throw new Error(`${account} takes no money (${cashier.status}): ${cashier.words}`);
    }
  }
}
