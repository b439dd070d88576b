import type { Tx } from '#/platform/db/index.ts';
import { newId } from '#/values/id.ts';
import { append } from './append.ts';
import { logKeys } from './sequencer/log-keys.ts';
import { findLog, insertLog } from './store/log.ts';
import type { Services } from '#/platform/module.ts';

/**
 * Opens the log of a new installation. Its first leaf says when it was opened, under which name and with which keys.
 * The name stays even when the office gets another address: witnesses know the log by it.
 */
export async function openLog(
  tx: Tx,
  { config, keys, clock }: Pick<Services, 'config' | 'keys' | 'clock'>,
): Promise<void> {
  if (await findLog(tx)) return;
  const origin = `${new URL(config.publicUrl).host}/ledger`;
  const { vkeys } = logKeys(keys, origin);
  const at = clock.now();
  if (!(await insertLog(tx, { origin, vkeys, openedAt: at }))) return;
  await append(tx, {
    kind: 'log',
    subject: newId(),
    n: 1,
    at,
    facts: { verb: 'open', origin },
    document: { origin, vkeys },
  });
}
