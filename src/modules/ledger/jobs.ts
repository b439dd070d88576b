import type { Job } from '#/platform/jobs/index.ts';
import type { Services } from '#/platform/module.ts';
import type { Anchor } from './anchors/anchor.ts';
import { anchorLatest } from './anchors/anchor-latest.ts';
import { inspectLedger } from './monitor/inspect.ts';
import type { Source } from './source.ts';
import { deleteOldCheckpoints } from './store/checkpoints.ts';

const weekMs = 7 * 86_400_000;

/** Every ten minutes the ledger is anchored; every night the whole ledger is checked, and of old checkpoints the last of each hour is kept. */
export function ledgerJobs(
  services: Services,
  sources: readonly Source[],
  anchors: readonly Anchor[],
): Job[] {
  const { database, clock } = services;
  return [
    {
      name: 'ledger.anchor',
      schedule: '*/10 * * * *',
      retries: 0,
      run: async () => void (await anchorLatest(services, anchors)),
    },
    {
      name: 'ledger.inspect',
      schedule: '17 2 * * *',
      retries: 0,
      run: async () => void (await inspectLedger(services, sources)),
    },
    {
      name: 'ledger.thin',
      schedule: '47 3 * * *',
      run: () =>
        database.transaction(async (tx) => {
          await deleteOldCheckpoints(tx, new Date(clock.now().getTime() - weekMs));
        }),
    },
  ];
}
