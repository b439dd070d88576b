import { existsSync, readFileSync } from 'node:fs';
import { createReadStream } from 'node:fs';
import type { KeyObject } from 'node:crypto';
import { openSealed, sealFor } from './sealed-stream.ts';
import { writeWhole, type Written } from './whole-file.ts';

/** Files without which the data does not open; a hardware module keeps its own instead of the key file. */
export interface KeyFiles {
  readonly secret: string;
  readonly keks: string;
  /** Password of the database that comes along. */
  readonly database: string;
}

/** Their contents; null for one that there is not. */
export type KeyBundle = Readonly<Record<keyof KeyFiles, Buffer | null>>;

/** Seals the keys, for a keeper of their own. */
export function writeKeys(path: string, recipient: KeyObject, files: KeyFiles): Promise<Written> {
  const contents = Object.entries(files).map(([name, file]) => [
    name,
    existsSync(file as string) ? readFileSync(file as string).toString('base64') : null,
  ]);
  const text = JSON.stringify(Object.fromEntries(contents));
  return writeWhole(path, sealFor(recipient, [Buffer.from(text)]));
}

export async function openKeyBundle(path: string, identity: KeyObject): Promise<KeyBundle> {
  const parts: Buffer[] = [];
  for await (const part of openSealed(identity, createReadStream(path))) parts.push(part);
  const read = JSON.parse(Buffer.concat(parts).toString()) as Record<keyof KeyFiles, string | null>;
  const bytes = (text: string | null) => (text === null ? null : Buffer.from(text, 'base64'));
  return { secret: bytes(read.secret), keks: bytes(read.keks), database: bytes(read.database) };
}
