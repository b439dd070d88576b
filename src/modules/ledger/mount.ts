import type { Mount, Services } from '#/platform/module.ts';
import { httpStamper } from '#/platform/pades/index.ts';
import type { Anchor } from './anchors/anchor.ts';
import { demoStamper } from './anchors/demo-stamper.ts';
import { chainAnchor } from './anchors/evm/chain-anchor.ts';
import { openNode } from './anchors/evm/node.ts';
import { anchorRoutes } from './anchors/routes.ts';
import { timeStampAnchor } from './anchors/time-stamps.ts';
import { ledgerApi } from './api.ts';
import { ledgerJobs } from './jobs.ts';
import { noNames, type NamesOf } from './names.ts';
import { offlineRoutes } from './offline/serve.ts';
import { openLog } from './open-log.ts';
import { receiptRoutes } from './pages/receipt-routes.ts';
import { explorerRoutes } from './pages/routes.ts';
import { refusals } from './refusals.ts';
import type { Source } from './source.ts';
import { tileRoutes } from './tile-routes.ts';
import { workOnLedger } from './work.ts';

/** What this module needs from those below it: where acts are kept, and what their codes are called. */
export interface LedgerDoors {
  readonly sources: readonly Source[];
  readonly namesOf: NamesOf;
}

/** The public ledger of acts. */
export function mount(
  services: Services,
  { sources, namesOf }: LedgerDoors = { sources: [], namesOf: noNames },
): Mount {
  const anchors = anchorsOf(services);
  return {
    name: 'ledger',
    routes: [
      ...explorerRoutes(namesOf, services.config.chain),
      ...receiptRoutes(services, sources),
      ...anchorRoutes(services),
      ...tileRoutes(services),
      ...ledgerApi(),
      ...offlineRoutes(services, namesOf),
    ],
    jobs: ledgerJobs(services, sources, anchors),
    refusals,
    seed: (tx) => openLog(tx, services),
    work: () => workOnLedger(services),
  };
}

/** The chain and the time-stamping authorities of the settings; without any authority, the one of the demonstration. */
function anchorsOf(services: Services): Anchor[] {
  const { isDemo, timeStamps, chain } = services.config;
  const onChain =
    chain === null ? [] : [chainAnchor(services, chain, () => openNode(chain, chain.key))];
  if (timeStamps.urls.length > 0)
    return [timeStampAnchor('tsa', httpStamper(timeStamps)), ...onChain];
  return isDemo ? [timeStampAnchor('trinh-dien', demoStamper(services)), ...onChain] : onChain;
}
