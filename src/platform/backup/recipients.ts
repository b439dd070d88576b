import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BackupFault } from './backup-fault.ts';

/** Two keepers: whoever opens the data must not be able to open the keys of the data, and the other way round. */
const purposes = ['data', 'keys'] as const;

/** One key for the data and one for the keys: public halves seal, private halves open. */
export type Pair = Readonly<Record<(typeof purposes)[number], KeyObject>>;

/** Makes both key pairs; the private halves belong away from the machine. @throws BackupFault where there are some already */
export function makePairs(folder: string): string[] {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return purposes.flatMap((purpose) => {
    const [secret, open] = [join(folder, `${purpose}.private`), join(folder, `${purpose}.public`)];
    if (existsSync(secret) || existsSync(open)) throw new BackupFault('not-empty', { dir: folder });
    const { privateKey, publicKey } = generateKeyPairSync('x25519');
    const flag = { mode: 0o600, flag: 'wx' };
    writeFileSync(secret, privateKey.export({ type: 'pkcs8', format: 'pem' }), flag);
    writeFileSync(open, publicKey.export({ type: 'spki', format: 'pem' }), { flag: 'wx' });
    return [secret, open];
  });
}

/** The public halves, which every machine that backs up has. @throws BackupFault naming the file that is missing */
export function readRecipients(folder: string): Pair {
  return readPair(folder, 'public', (pem) => createPublicKey(pem));
}

/** The private halves, brought for a restore only. @throws BackupFault naming the file that is missing */
export function readIdentity(folder: string): Pair {
  return readPair(folder, 'private', (pem) => createPrivateKey(pem));
}

function readPair(folder: string, half: string, read: (pem: string) => KeyObject): Pair {
  const [data, keys] = purposes.map((purpose) => {
    const file = join(folder, `${purpose}.${half}`);
    if (!existsSync(file)) throw new BackupFault('no-recipients', { file });
    return read(readFileSync(file, 'utf8'));
  });
  return { data: data!, keys: keys! };
}
