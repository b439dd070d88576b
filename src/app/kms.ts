import { readFileSync } from 'node:fs';
import type { Config } from '#/platform/config/index.ts';
import type { Keys } from '#/platform/crypto/index.ts';
import { openFileKms, openPkcs11Kms, type Kms } from '#/platform/vault/index.ts';

/** The keeper of keys that the settings name: the hardware module, or without one the key file. */
export function openKms({ keyFile, pkcs11 }: Config, keys: Keys): Kms {
  if (pkcs11 === null) return openFileKms(keyFile, keys);
  const { module, token, pinFile } = pkcs11;
  return openPkcs11Kms({ module, token, pin: readFileSync(pinFile, 'utf8').trim() });
}
