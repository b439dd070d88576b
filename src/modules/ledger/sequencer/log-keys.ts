import type { Keys } from '#/platform/crypto/index.ts';
import { formatVkey, keyTypes, signingKey, type SigningKey } from '../notes/key.ts';

/** The keys of the log: Ed25519, which every reader checks, and ML-DSA-44, which a quantum computer does not break. */
export interface LogKeys {
  readonly all: readonly SigningKey[];
  readonly vkeys: readonly string[];
}

/** The keys under a name, always the same in one installation. */
export function logKeys(keys: Keys, origin: string): LogKeys {
  const all = [
    signingKey(origin, keyTypes.log, keys.derive('ledger checkpoint ed25519')),
    signingKey(origin, keyTypes.subtree, keys.derive('ledger checkpoint ml-dsa-44')),
  ];
  return { all, vkeys: all.map(formatVkey) };
}
