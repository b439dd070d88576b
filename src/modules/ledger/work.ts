import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Services, Work } from '#/platform/module.ts';
import { startDemoWitnesses } from './demo/demo-witnesses.ts';
import { createSequencer } from './sequencer/sequencer.ts';
import { findLog } from './store/log.ts';
import { createCouncil } from './witnesses/council.ts';

/** Writes the log and has it witnessed until stopped. The log must be open. */
export function workOnLedger(services: Services): Work {
  const beginning = begin(services);
  beginning.catch((err: unknown) => services.log.fatal({ err }, 'the ledger is not written'));
  return {
    async stop() {
      const parts = await beginning.catch(() => []);
      for (const part of parts) await part.stop();
    },
  };
}

/** What was begun, in the order in which it is to be stopped. */
async function begin(services: Services): Promise<Work[]> {
  const { config, database } = services;
  const folder = join(config.dataDir, 'ledger');
  const policy = readPolicyFile(join(folder, 'policy'));
  if (policy !== undefined || !config.isDemo)
    return [createSequencer(services, createCouncil(services, policy ?? 'quorum none')).start()];
  const { vkeys } = (await database.transaction(findLog))!;
  const witnesses = await startDemoWitnesses(folder, vkeys[0]!);
  const council = createCouncil(services, witnesses.policy);
  return [createSequencer(services, council).start(), witnesses];
}

/** The operator's policy (C2SP tlog-policy); without one no witness is asked. */
function readPolicyFile(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
