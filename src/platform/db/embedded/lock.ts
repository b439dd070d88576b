import { existsSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, isServerOf, readLock } from './note.ts';

/**
 * Takes away the lock of a server that is dead although its number is still in use: by a zombie that nobody buries, as
 * in a container whose first process is no init, or by another program since. PostgreSQL looks at the number alone and
 * would refuse to start for ever. While a child of the old server lives, the lock stays. Linux only.
 */
export function releaseDeadLock(folder: string): void {
  const lock = readLock(folder);
  if (!lock || !existsSync('/proc/self/cwd')) return;
  if (isServerOf(lock.postgresPid, folder) || worksIn(folder)) return;
  rmSync(join(folder, 'postmaster.pid'), { force: true });
}

/** Whether a process lives whose working folder this is: every process of a PostgreSQL server has its data folder. */
function worksIn(folder: string): boolean {
  const place = realpathSync(folder);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .some((pid) => workingFolder(pid) === place && isAlive(Number(pid)));
}

function workingFolder(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}
