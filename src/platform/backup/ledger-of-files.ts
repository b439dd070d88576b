import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Keys } from '../crypto/index.ts';
import { BackupFault } from './backup-fault.ts';
import type { Written } from './whole-file.ts';

/** A file that is in the backup for good. */
export interface Listed extends Written {
  readonly name: string;
  /** ISO instant up to which it tells what happened. */
  readonly through: string;
}

/**
 * A list to which each finished file is added as one signed line: `name sha256 size through mac`. Without the secret of the
 * installation nobody can add a file or exchange one; a last line that a crash cut short is as if it were not there.
 */
export async function readList(path: string, keys: Keys): Promise<Map<string, Listed>> {
  const lines = (await readFile(path, 'utf8').catch(() => '')).split('\n').slice(0, -1);
  const found = new Map<string, Listed>();
  for (const line of lines) {
    const [name = '', sha256 = '', size = '', through = '', mac = ''] = line.split(' ');
    const text = `${name} ${sha256} ${size} ${through}`;
    if (mac === '') continue;
    if (!keys.verify(purpose, text, mac)) throw new BackupFault('forged', { file: path });
    found.set(name, { name, sha256, size: Number(size), through });
  }
  return found;
}

/** Adds files to the list; they are on the disk already. */
export async function addToList(path: string, keys: Keys, files: readonly Listed[]): Promise<void> {
  if (files.length === 0) return;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const lines = files.map(({ name, sha256, size, through }) => {
    const text = `${name} ${sha256} ${size} ${through}`;
    return `${text} ${keys.sign(purpose, text)}\n`;
  });
  // A line that was cut short is ended first, or the next would be read as its rest.
  await appendFile(path, `\n${lines.join('')}`, { mode: 0o600, flush: true });
}

const purpose = 'backup list';
