import { randomBytes } from 'node:crypto';
import { answerComponents, requestComponents, signatureBase, type Message } from './base.ts';
import { contentDigest } from './digest.ts';
import type { Signer } from './ed25519.ts';

/** The fields that a signed message carries besides its own. */
export interface SignedHeaders extends Record<string, string> {
  readonly 'content-type': string;
  readonly 'content-digest': string;
  readonly 'signature-input': string;
  readonly signature: string;
}

/** Signs a request, or an answer together with the request that it answers (RFC 9421), by Ed25519. */
export function signMessage(
  signer: Signer,
  message: Omit<Message, 'fields'>,
  contentType: string,
  at: Date,
): SignedHeaders {
  const fields = { 'content-type': contentType, 'content-digest': contentDigest(message.body) };
  const components = message.status === undefined ? requestComponents : answerComponents;
  const created = Math.floor(at.getTime() / 1000);
  const nonce = randomBytes(18).toString('base64url');
  const parameters = `;created=${created};nonce="${nonce}";keyid="${signer.keyId}";alg="ed25519"`;
  const base = signatureBase({ ...message, fields }, components, parameters);
  if (base === undefined) throw new Error('a message of our own cannot be signed');
  return {
    ...fields,
    'signature-input': `cqs=(${components.join(' ')})${parameters}`,
    signature: `cqs=:${signer.sign(base).toString('base64')}:`,
  };
}
