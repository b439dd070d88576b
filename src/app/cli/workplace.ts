import { readConfig, type Config } from '#/platform/config/index.ts';
import { sealPlain } from '#/platform/vault/index.ts';
import { compose, type Application } from '../application.ts';
import { bringForward } from '../bring-forward.ts';
import { openServer } from '../server-of.ts';
import { openServices, type RunningServices } from '../services.ts';
import type { Tell } from './command.ts';

/** The installation that a command works on. */
export interface Workplace extends RunningServices {
  /** Composed as for a process, with procedures, processes and dossiers tied together. */
  readonly application: () => Application;
}

/**
 * Opens the installation for a command: the database that DATABASE_URL names, or the one that comes with npm, which is
 * joined when it runs and started and stopped when it does not. `settings` stand over those of the environment.
 */
export async function atWork<T>(
  tell: Tell,
  work: (workplace: Workplace) => Promise<T>,
  settings: Partial<Config> = {},
): Promise<T> {
  const config = { ...readConfig(), ...settings };
  const server = await openServer(config, tell);
  try {
    await bringForward(server, tell);
    const running = openServices(config, server.url);
    try {
      await sealPlain((each) => running.services.database.transaction(each));
      return await work({
        ...running,
        application: () => compose(running.services, running.queue),
      });
    } finally {
      await running.close();
    }
  } finally {
    await server.stop();
  }
}
