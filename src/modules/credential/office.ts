import { createECDH, createPrivateKey, createPublicKey, hash, type KeyObject } from 'node:crypto';
import type { Services } from '#/platform/module.ts';
import { didOfSite, type JsonObject } from '#/platform/sd-jwt/index.ts';

/** Who issues and asks here: its address, its name as a DID and as a client, and its key. */
export interface CredentialOffice {
  readonly url: string;
  readonly did: string;
  readonly clientId: string;
  readonly key: KeyObject;
  readonly publicKey: KeyObject;
  readonly kid: string;
  readonly jwk: JsonObject;
  typeUrl(type: string): string;
  statusUrl(listId: string): string;
}

/** The office of this installation. Its key comes from the installation's secret, as do those that seal at rest. */
export function officeOf({ config, keys }: Pick<Services, 'config' | 'keys'>): CredentialOffice {
  const url = config.publicUrl.replace(/\/$/, '');
  const did = didOfSite(url);
  const scalar = keys.derive('credential issuer P-256');
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(scalar);
  const point = curve.getPublicKey();
  const bare = {
    crv: 'P-256',
    kty: 'EC',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  // RFC 7638: the members in the order of the alphabet.
  const kid = hash('sha256', JSON.stringify(bare), 'base64url');
  const key = createPrivateKey({
    key: { ...bare, d: scalar.toString('base64url') },
    format: 'jwk',
  });
  return {
    url,
    did,
    clientId: `decentralized_identifier:${did}`,
    key,
    publicKey: createPublicKey(key),
    kid,
    jwk: { ...bare, kid, alg: 'ES256', use: 'sig' },
    typeUrl: (type) => `${url}/giay-to-so/loai/${type}`,
    statusUrl: (listId) => `${url}/giay-to-so/trang-thai/${listId}`,
  };
}
