import { sql } from 'kysely';
import { registerPerson } from '#/modules/identity/index.ts';
import { demandFees, setCollector, type Demand } from '#/modules/payment/index.ts';
import type { Database } from '#/platform/db/index.ts';
import { systemActor, type Actor } from '#/platform/http/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { newId } from '#/values/id.ts';
import { text } from '#/values/text.ts';

/** A collecting unit with demands of one payer: what tests of payment begin with. */
export interface Treasury {
  readonly unitId: string;
  readonly clerk: Actor;
  demand(total: number): Promise<Demand>;
  /** What stands on an account: debit above nothing. */
  balance(account: string): Promise<number>;
  stateOf(demand: Demand): Promise<string>;
  /** What came and is not used. */
  held(): Promise<number>;
}

export const treasuryOpenedAt = new Date('2026-07-14T02:00:00Z');

/** Opens a collecting unit of its own. */
export async function openTreasury(database: Database): Promise<Treasury> {
  const unitId = newId();
  const at = treasuryOpenedAt;
  const payer = await database.transaction(async (tx) => {
    await setCollector(tx, {
      unitId,
      agencyName: 'UBND phường Ninh Kiều',
      taxCode: null,
      series: '01/BLP',
      bankBin: '999999',
      bankName: 'Ngân hàng minh họa',
      account: '1000000009',
      accountHolder: 'UBND PHUONG NINH KIEU',
    });
    return registerPerson(tx, { fullName: 'Nguyễn Thị Bình', personalId: '000192000001' }, at);
  });
  const one = async <T>(query: ReturnType<typeof sql<{ value: T }>>) =>
    (await database.transaction((tx) => query.execute(tx))).rows[0]!.value;
  return {
    unitId,
    clerk: {
      ...systemActor(at),
      accountId: newId(),
      kind: 'official',
      name: 'Phạm Thị Mai Lan',
      posts: [{ unitId, role: 'TIEP_NHAN' }],
    },
    async demand(total) {
      const demanded = await database.transaction((tx) =>
        demandFees(tx, systemActor(at), {
          dossierId: newId(),
          payerPersonId: payer.id,
          unitId,
          lines: [{ key: 'LP', label: text('Lệ phí hộ tịch', 'Fee'), amount: total, quantity: 1 }],
        }),
      );
      if (demanded === null || isRefusal(demanded)) throw new Error(JSON.stringify(demanded));
      return demanded;
    },
    balance: (account) =>
      one(sql<{ value: number }>`
        select coalesce(sum(e.amount), 0)::bigint as value from payment.entry e
          join payment.journal j on j.id = e.journal_id
         where j.unit_id = ${unitId} and e.account = ${account}`),
    stateOf: ({ id }) =>
      one(sql<{ value: string }>`select state as value from payment.demand where id = ${id}`),
    held: () =>
      one(sql<{ value: number }>`
        select (coalesce(sum(a.amount), 0) - coalesce((select sum(l.amount) from payment.allotment l
                  join payment.arrival r on r.id = l.arrival_id where r.unit_id = ${unitId}), 0))::bigint as value
          from payment.arrival a where a.unit_id = ${unitId}`),
  };
}
