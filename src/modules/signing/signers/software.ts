import { createPrivateKey, type KeyObject } from 'node:crypto';
import { seal, unseal, type Keys } from '#/platform/crypto/index.ts';
import { softwareSigner, type Signer } from '#/platform/pades/index.ts';
import type { SigningCertificate } from '../certificate.ts';
import { SigningFault } from '../signing-fault.ts';

const labelOf = (id: string) => `signing.key ${id}`;

/** A key as it is kept: sealed under the secret of the installation, for this certificate alone. */
export function sealSoftwareKey(keys: Keys, id: string, key: KeyObject): Buffer {
  const pem = key.export({ format: 'pem', type: 'pkcs8' }).toString();
  return seal(keys.derive(labelOf(id)), pem, labelOf(id));
}

/** A signer whose key lies here. Only in demonstrations: real offices have it in a device or at a service. */
export function openSoftwareSigner(keys: Keys, one: SigningCertificate): Signer {
  const { id, certificate, issuers, sealedKey } = one;
  const pem = sealedKey && unseal(keys.derive(labelOf(id)), sealedKey, labelOf(id));
  if (!pem) throw new SigningFault('Khóa ký không mở được: đã niêm bằng bí mật khác');
  return softwareSigner(createPrivateKey(pem), certificate, issuers);
}
