import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the starter of a server leaves beside its data, so that the next process can find or succeed it. */
export interface Note {
  readonly ownerPid: number;
  readonly postgresPid: number;
  readonly port: number;
}

const fileOf = (folder: string) => `${folder}.server.json`;

/** The note of the last start, or undefined. */
export function readNote(folder: string): Note | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(folder), 'utf8')) as Note;
  } catch {
    return undefined;
  }
}

/**
 * What the server itself leaves in its folder (PostgreSQL, miscadmin.h, LOCK_FILE_LINE_…), or undefined: known also of one
 * whose starter was killed before it could write its note.
 */
export function readLock(folder: string): Omit<Note, 'ownerPid'> | undefined {
  const [pid, , , port] = linesOf(join(folder, 'postmaster.pid'));
  const lock = { postgresPid: Number(pid), port: Number(port) };
  return lock.postgresPid > 0 && lock.port > 0 ? lock : undefined;
}

/** Replaces the note in one step. */
export function writeNote(folder: string, note: Note): void {
  const draft = `${fileOf(folder)}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(note), { mode: 0o600 });
  renameSync(draft, fileOf(folder));
}

/** Whether a process of this number lives (a zombie counts as dead). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return stateOf(pid) !== 'Z';
}

/** Whether this process is the server of this data folder: numbers are used again after a crash. */
export function isServerOf(pid: number, folder: string): boolean {
  if (!isAlive(pid)) return false;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
  } catch {
    return linesOf(join(folder, 'postmaster.pid'))[0] === String(pid);
  }
}

function stateOf(pid: number): string | undefined {
  try {
    return /\) (\w)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
