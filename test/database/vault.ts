import { keysFrom } from '#/platform/crypto/index.ts';
import { createVault, openFileKms, type Vault } from '#/platform/vault/index.ts';

/** The secret that all processes of the tests share: what one has signed or sealed, another one knows as its own. */
export const testSecret = Buffer.alloc(64, 'an invented secret');

/** A vault of that secret, whose keys no file keeps. */
export function testVault(): Vault {
  return createVault(openFileKms('/nowhere/keks.json', keysFrom(testSecret)));
}
