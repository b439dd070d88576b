import type { Tx } from '#/platform/db/index.ts';
import { demoUnits } from '#/modules/agency/index.ts';
import { upsertCollector } from './store/demands.ts';

/** The units of the demo ward that collect fees. Their bank does not exist, so that no real money can reach anybody. */
export async function seedDemoCollectors(tx: Tx): Promise<void> {
  const collectors = [
    {
      unit: demoUnits.oneStop,
      agencyName: 'Ủy ban nhân dân phường Ninh Kiều',
      account: '1000000001',
    },
    { unit: demoUnits.police, agencyName: 'Công an phường Ninh Kiều', account: '1000000002' },
    { unit: demoUnits.tax, agencyName: 'Thuế cơ sở 1 thành phố Cần Thơ', account: '1000000003' },
  ];
  for (const { unit, agencyName, account } of collectors) {
    await upsertCollector(tx, {
      unitId: unit.id,
      agencyName,
      taxCode: null,
      series: '01/BLP',
      bankBin: '999999',
      bankName: 'Ngân hàng minh họa (không có thật)',
      account,
      accountHolder: 'TAI KHOAN MINH HOA',
    });
  }
}
