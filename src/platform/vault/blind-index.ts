import { createHmac } from 'node:crypto';
import { once, vaultOf, type Tx } from '../db/index.ts';
import type { DataKey } from './cell.ts';
import { currentKey, listKeys } from './data-keys.ts';

/** Subjects of keys that are nobody's: of look-up by exact value, and of search. */
const lookUpSubject = '00000000-0000-7000-8000-0000000000b1';
const searchSubject = '00000000-0000-7000-8000-0000000000b2';

/**
 * What a value is looked up by without being readable: HMAC-SHA-256 of its NFC form under a key of its own, behind the
 * first bytes of the key's id, so that values under an older key can be told and found until they are made anew.
 */
export async function blindIndex(tx: Tx, kind: string, value: string): Promise<Buffer> {
  return (await blindIndexer(tx))(kind, value);
}

/** The same for many values at once. */
export async function blindIndexer(tx: Tx): Promise<(kind: string, value: string) => Buffer> {
  const key = await currentKey(tx, lookUpSubject);
  return (kind, value) => macOf(key, kind, value);
}

/** The value under every key that lives: whoever looks something up finds it also while the key is being rotated. */
export async function blindIndexes(tx: Tx, kind: string, value: string): Promise<Buffer[]> {
  const current = await currentKey(tx, lookUpSubject);
  const keys = await once(tx, 'vault look-up keys', () => allKeys(tx, current));
  return keys.map((key) => macOf(key, kind, value));
}

let lastSeen:
  | { readonly current: string; readonly at: number; readonly keys: DataKey[] }
  | undefined;

/** There is one key nearly always: whether there are older ones is asked again every minute. */
async function allKeys(tx: Tx, current: DataKey): Promise<DataKey[]> {
  if (lastSeen?.current === current.id && Date.now() - lastSeen.at < 60_000) return lastSeen.keys;
  const kept = await listKeys(tx, lookUpSubject);
  const keys = [current, ...kept.filter(({ id }) => id !== current.id)];
  if (vaultOf(tx).current.get(lookUpSubject))
    lastSeen = { current: current.id, at: Date.now(), keys };
  return keys;
}

function macOf({ id, secret }: DataKey, kind: string, value: string): Buffer {
  const mac = createHmac('sha256', secret)
    .update(`${kind}|${value.normalize('NFC')}`)
    .digest();
  return Buffer.concat([Buffer.from(id.slice(-8), 'hex'), mac]);
}

/** Tokens of texts under the search key: the same part gives the same token, and no token tells its part. */
export async function tokenMaker(tx: Tx): Promise<(part: string) => string> {
  const key = await currentKey(tx, searchSubject);
  return (part) => tokenOf(key, part);
}

/** Names and abstracts share their few thousand triples of letters: nearly every token is remembered. */
const remembered = new Map<string, string>();
const mostRemembered = 20_000;
let rememberedKey = '';

function tokenOf({ id, secret }: DataKey, part: string): string {
  if (id !== rememberedKey) {
    remembered.clear();
    rememberedKey = id;
  }
  const known = remembered.get(part);
  if (known !== undefined) return known;
  const token = createHmac('sha256', secret).update(part).digest().readUInt32BE(0).toString(36);
  if (remembered.size < mostRemembered) remembered.set(part, token);
  return token;
}
