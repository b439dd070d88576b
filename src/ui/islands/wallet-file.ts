import { openLock, seal, unseal, type BackupLock, type Sealed } from './wallet-backup.ts';
import { utf8 } from './wallet-bytes.ts';
import { importHolderKey, type Held } from './wallet-credential.ts';
import type { ShownOnce, WalletStore } from './wallet-store.ts';

const format = 'giay-to-so/1';

/** The file of a backup: nothing in it reads without the passphrase, but how many credentials there are. */
interface BackupFile {
  readonly format: typeof format;
  readonly lock: BackupLock;
  readonly held: readonly { readonly key: Sealed; readonly rest: Sealed }[];
  readonly shown: Sealed;
}

/** The backup as text. Credentials that were taken before there was a passphrase cannot be in it. */
export async function backupOf(store: WalletStore, lock: BackupLock): Promise<string> {
  const held: { key: Sealed; rest: Sealed }[] = [];
  for (const { sealed, id, credential, jwk, takenAt } of await store.listHeld()) {
    if (!sealed) continue;
    held.push({ key: sealed, rest: await sealJson(lock, { id, credential, jwk, takenAt }) });
  }
  const shown = await sealJson(lock, await store.listShown());
  return JSON.stringify({ format, lock, held, shown } satisfies BackupFile);
}

/** Brings back what a backup holds and this wallet lacks. Returns how many credentials. @throws when it does not open */
export async function restore(
  store: WalletStore,
  text: string,
  passphrase: string,
): Promise<number> {
  const file = JSON.parse(text) as BackupFile;
  if (file.format !== format) throw new Error('not a backup');
  const opened = await openLock(file.lock, passphrase);
  const own = await store.findLock();
  const known = new Set((await store.listHeld()).map(({ id }) => id));
  let count = 0;
  for (const one of file.held) {
    const rest = (await openJson(opened, one.rest)) as Omit<Held, 'key' | 'sealed'>;
    if (known.has(rest.id)) continue;
    const pkcs8 = await unseal(opened, one.key);
    // A wallet that has a passphrase of its own keeps it: the next backup opens with that one.
    const sealed = own ? await seal(own, pkcs8) : one.key;
    await store.keep({ ...rest, key: await importHolderKey(pkcs8), sealed });
    count += 1;
  }
  if (!own) await store.setLock(file.lock);
  const noted = new Set((await store.listShown()).map((one) => JSON.stringify(one)));
  for (const one of (await openJson(opened, file.shown)) as ShownOnce[])
    if (!noted.has(JSON.stringify(one))) await store.note(one);
  return count;
}

function sealJson(lock: BackupLock, value: object): Promise<Sealed> {
  return seal(lock, utf8(JSON.stringify(value)));
}

async function openJson(opened: CryptoKey, sealed: Sealed): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await unseal(opened, sealed)));
}
