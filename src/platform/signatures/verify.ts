import { answerComponents, requestComponents, signatureBase, type Message } from './base.ts';
import { isDigestOf } from './digest.ts';
import { isSignedBy } from './ed25519.ts';

/** What a right signature says of itself. */
export interface Signature {
  readonly keyId: string;
  readonly nonce: string;
  readonly created: Date;
}

/** Why a message is not believed. */
export type SignatureFault = 'unsigned' | 'unknown-key' | 'expired' | 'wrong-signature';

/** Seconds that a signature is young enough after it was made; clocks may differ by a minute. */
const [youngest, oldest] = [-60, 300];

/**
 * Checks the one signature of a message (RFC 9421): it must cover what ours cover, be by a known key, no older than
 * five minutes, and right. `keyOf` finds the public key of a name. Never throws for what came from outside.
 */
export async function verifyMessage(
  message: Message,
  at: Date,
  keyOf: (keyId: string) => Promise<string | undefined>,
): Promise<Signature | SignatureFault> {
  const read = readInput(message.fields['signature-input'] ?? '');
  const signature = read && readSignature(message.fields['signature'] ?? '', read.label);
  const needed = message.status === undefined ? requestComponents : answerComponents;
  if (!signature || !needed.every((one) => read.components.includes(one))) return 'unsigned';
  const publicKey = await keyOf(read.keyId);
  if (publicKey === undefined) return 'unknown-key';
  const age = at.getTime() / 1000 - read.created;
  if (age < youngest || age > oldest) return 'expired';
  const base = signatureBase(message, read.components, read.parameters);
  if (base === undefined || !isSignedBy(publicKey, base, signature)) return 'wrong-signature';
  if (!isDigestOf(message.fields['content-digest'], message.body)) return 'wrong-signature';
  return { keyId: read.keyId, nonce: read.nonce, created: new Date(read.created * 1000) };
}

interface Input {
  readonly label: string;
  readonly components: readonly string[];
  /** As they came: they are signed letter by letter. */
  readonly parameters: string;
  readonly created: number;
  readonly keyId: string;
  readonly nonce: string;
}

/** One signature: of several it would be unclear which one counts. */
const shape =
  /^([a-z][a-z0-9_-]{0,31})=\(([^()]{1,500})\)((?:;[a-z]+=(?:"[\w.:/-]{1,128}"|\d{1,12}))+)$/;

function readInput(field: string): Input | undefined {
  const found = shape.exec(field.trim());
  if (!found) return undefined;
  const [, label, list, parameters] = found;
  const given = new Map(
    parameters!
      .slice(1)
      .split(';')
      .map((one) => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)] as const),
  );
  const text = (name: string) => /^"(.+)"$/.exec(given.get(name) ?? '')?.[1];
  const [keyId, nonce, created] = [text('keyid'), text('nonce'), given.get('created')];
  if (keyId === undefined || nonce === undefined || !/^\d+$/.test(created ?? '')) return undefined;
  const algorithm = text('alg');
  if (algorithm !== undefined && algorithm !== 'ed25519') return undefined;
  return {
    label: label!,
    components: list!.split(' '),
    parameters: parameters!,
    created: Number(created),
    keyId,
    nonce,
  };
}

function readSignature(field: string, label: string): Buffer | undefined {
  const found = /^([a-z][a-z0-9_-]*)=:([A-Za-z0-9+/]{86}==):$/.exec(field.trim());
  return found?.[1] === label ? Buffer.from(found[2]!, 'base64') : undefined;
}
