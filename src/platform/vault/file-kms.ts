import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Keys } from '../crypto/index.ts';
import { openBytesUnder, sealBytesUnder } from './aes.ts';
import { VaultFault, type Kms } from './kms.ts';

/** A KEK of the file; the first one of all follows from the secret and is not kept. */
interface KeptKek {
  readonly id: string;
  readonly sealed?: string;
}

/** In the order in which they were made: the last one seals. */
interface KeyFile {
  readonly keks: readonly KeptKek[];
}

const firstKek: KeptKek = { id: 'secret' };

/** How long a process may go on sealing under a KEK that another process has replaced. */
const lookEveryMs = 5_000;

/**
 * KEKs of an installation without a hardware module: the first follows from its secret, those that rotation makes are
 * kept in a file, sealed under the secret. There is no file before the first rotation.
 * @throws VaultFault when the file does not open under this secret.
 */
export function openFileKms(file: string, keys: Keys): Kms {
  const master = createSecretKey(keys.derive('key-encryption keys'));
  const opened = new Map<string, KeyObject>();
  let ids: string[] = [];
  let [lookedAt, modifiedAt] = [0, 0];

  function load(): void {
    const { keks } = read(file);
    ids = keks.map(({ id }) => id);
    for (const kek of keks) if (!opened.has(kek.id)) opened.set(kek.id, open(kek));
    [lookedAt, modifiedAt] = [Date.now(), modified(file)];
  }

  function open({ id, sealed }: KeptKek): KeyObject {
    if (sealed === undefined) return createSecretKey(keys.derive(`kek ${id}`));
    const bytes = openBytesUnder(master, Buffer.from(sealed, 'base64'), `kek|${id}`);
    if (!bytes) throw new VaultFault(`Tệp khóa dữ liệu không thuộc khóa bí mật này: ${file}`);
    return createSecretKey(bytes);
  }

  function look(): string {
    if (Date.now() - lookedAt > lookEveryMs && modified(file) !== modifiedAt) load();
    lookedAt = Date.now();
    return ids.at(-1)!;
  }

  load();
  return {
    wrap(key, label) {
      const kek = look();
      return { kek, bytes: sealBytesUnder(opened.get(kek)!, key, label) };
    },
    unwrap({ kek, bytes }, label) {
      if (!opened.has(kek)) load();
      const key = opened.get(kek);
      if (!key) throw new VaultFault(`Tệp khóa dữ liệu không có khóa ${kek}: ${file}`);
      const plain = openBytesUnder(key, bytes, label);
      if (!plain) throw new VaultFault(`Khóa dữ liệu không mở được bằng khóa ${kek}`);
      return plain;
    },
    current: look,
    rotate() {
      const id = `file-${randomBytes(6).toString('hex')}`;
      const sealed = sealBytesUnder(master, randomBytes(32), `kek|${id}`).toString('base64');
      write(file, { keks: [...read(file).keks, { id, sealed }] });
      load();
      return id;
    },
    retired() {
      load();
      return ids.slice(0, -1);
    },
    forget(kek) {
      const { keks } = read(file);
      if (keks.at(-1)?.id === kek) throw new VaultFault(`Khóa ${kek} đang được dùng`);
      write(file, { keks: keks.filter(({ id }) => id !== kek) });
      opened.delete(kek);
      load();
    },
  };
}

function read(file: string): KeyFile {
  if (!existsSync(file)) return { keks: [firstKek] };
  return JSON.parse(readFileSync(file, 'utf8')) as KeyFile;
}

/** Whole or not at all: a key file cut short would lose everything. */
function write(file: string, content: KeyFile): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const fresh = `${file}.${process.pid}.new`;
  writeFileSync(fresh, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(fresh, file);
}

function modified(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
