import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The account that runs the database server where this process is root: PostgreSQL refuses to run as root. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

/**
 * The account for the server: nobody in particular (null) for an ordinary user; as root the account `postgres` where
 * the machine has one, else `nobody`. Nothing is added to the machine.
 * @throws Error when neither exists.
 */
export function serverAccount(): RunAs | null {
  if (process.getuid?.() !== 0) return null;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':');
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Error(
    'PostgreSQL không chạy được dưới quyền root và máy không có tài khoản postgres hay nobody.',
  );
}

/** Whether the account may pass through every folder on the way to `path`. */
export function canEnter(path: string, account: RunAs): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    const status = statSync(folder, { throwIfNoEntry: false });
    if (status !== undefined && !mayPass(status, account)) return false;
    if (folder === dirname(folder)) return true;
  }
}

function mayPass(status: { mode: number; uid: number; gid: number }, account: RunAs): boolean {
  if (status.uid === account.uid) return (status.mode & 0o100) !== 0;
  if (status.gid === account.gid) return (status.mode & 0o010) !== 0;
  return (status.mode & 0o001) !== 0;
}
