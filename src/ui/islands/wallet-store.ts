import type { BackupLock } from './wallet-backup.ts';
import type { Held } from './wallet-credential.ts';

/** What was shown, when and to whom: only the wallet knows. */
export interface ShownOnce {
  readonly at: number;
  readonly asker: string;
  readonly purpose: string;
  readonly type: string;
  readonly names: readonly string[];
}

/** What a wallet holds, in the database of the browser: each account of this site has its own. */
export interface WalletStore {
  listHeld(): Promise<Held[]>;
  keep(held: Held): Promise<void>;
  drop(id: string): Promise<void>;
  listShown(): Promise<ShownOnce[]>;
  note(shown: ShownOnce): Promise<void>;
  findLock(): Promise<BackupLock | undefined>;
  setLock(lock: BackupLock): Promise<void>;
}

/** @throws when the browser lets this page keep nothing */
export async function openStore(name: string): Promise<WalletStore> {
  const opening = indexedDB.open(`giay-to-so ${name}`, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('held', { keyPath: 'id' });
    opening.result.createObjectStore('shown', { autoIncrement: true });
    opening.result.createObjectStore('lock');
  };
  const database = await done(opening);
  // Not thrown away when the disk fills up, where the browser grants that.
  void navigator.storage?.persist?.().catch(() => false);
  return {
    listHeld: () => read('held', (store) => store.getAll() as IDBRequest<Held[]>),
    keep: (held) => write('held', (store) => store.put(held)),
    drop: (id) => write('held', (store) => store.delete(id)),
    listShown: () => read('shown', (store) => store.getAll() as IDBRequest<ShownOnce[]>),
    note: (shown) => write('shown', (store) => store.put(shown)),
    findLock: () =>
      read('lock', (store) => store.get('lock') as IDBRequest<BackupLock | undefined>),
    setLock: (lock) => write('lock', (store) => store.put(lock, 'lock')),
  };

  function read<T>(kind: string, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    return done(work(database.transaction(kind, 'readonly').objectStore(kind)));
  }

  /** Ends when it is on the disk, not when it was asked for. */
  function write(kind: string, work: (store: IDBObjectStore) => IDBRequest): Promise<void> {
    const transaction = database.transaction(kind, 'readwrite');
    work(transaction.objectStore(kind));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('not kept'));
    });
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not read'));
  });
}
