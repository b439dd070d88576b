import { createServer } from 'node:net';
import type { Config } from '#/platform/config/index.ts';

/**
 * Finds out before the long part of a start whether the pages' port can be had.
 * @throws the error of listening when it cannot
 */
export async function refusePortInUse({
  port,
  host,
}: Pick<Config, 'port' | 'host'>): Promise<void> {
  if (port === 0) return;
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(port, host, resolve);
  });
  await new Promise((resolve) => probe.close(resolve));
}
