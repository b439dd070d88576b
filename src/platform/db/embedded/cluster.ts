import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { RunAs } from './account.ts';
import type { Binaries } from './binaries.ts';

/** The password of the data folder's one account, made once and kept beside it, readable by its owner alone. */
export function passwordOf(folder: string): string {
  const file = `${folder}.password`;
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

const run = promisify(execFile);

interface NewCluster {
  readonly binaries: Binaries;
  readonly runAs: RunAs | null;
  readonly folder: string;
  readonly password: string;
  readonly tell: (line: string) => void;
}

/**
 * Initialises a data folder (UTF-8, byte order as collation, checksums, scram passwords) when there is none yet.
 * A folder whose initialisation was interrupted is begun anew.
 */
export async function createCluster({
  binaries,
  runAs,
  folder,
  password,
  tell,
}: NewCluster): Promise<void> {
  const done = `${folder}.ready`;
  if (existsSync(join(folder, 'PG_VERSION')) && existsSync(done)) return;
  tell('Đang tạo cơ sở dữ liệu…');
  rmSync(folder, { recursive: true, force: true });
  const secretDir = mkdtempSync(join(tmpdir(), 'cqs-'));
  const secret = join(secretDir, 'password');
  writeFileSync(secret, password, { mode: 0o600 });
  if (runAs) {
    chownSync(secretDir, runAs.uid, runAs.gid);
    chownSync(secret, runAs.uid, runAs.gid);
    giveFolder(folder, runAs);
  }
  try {
    const flags = [
      '-D',
      folder,
      '-U',
      'cqs',
      '-E',
      'UTF8',
      '-A',
      'scram-sha-256',
      `--pwfile=${secret}`,
    ];
    const locale = ['--locale-provider=builtin', '--locale=C.UTF-8', '--lc-messages=C'];
    await run(binaries.initdb, [...flags, ...locale], {
      ...runAs,
      cwd: dirname(folder),
      env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C' },
    });
  } finally {
    rmSync(secretDir, { recursive: true, force: true });
  }
  writeFileSync(done, '');
}

/** initdb's account may not be able to make the folder in its parent, so it is given an empty one. */
function giveFolder(folder: string, runAs: RunAs): void {
  mkdirSync(folder, { mode: 0o700 });
  chownSync(folder, runAs.uid, runAs.gid);
}
