import type { Keys } from '#/platform/crypto/index.ts';

const purpose = 'notify.return-path';

/** Local parts may be read without regard to case on their way, so the seal is written in hexadecimal. */
function sealOf(keys: Keys, id: string): string {
  return Buffer.from(keys.sign(purpose, id), 'base64url').subarray(0, 10).toString('hex');
}

/** The return address of a message (VERP): it names the message and cannot be made up. */
export function returnPathOf(keys: Keys, id: string, domain: string): string {
  return `tra-lai+${id}.${sealOf(keys, id)}@${domain}`;
}

/** The message that a mail came back for; undefined when the address is not one of ours. */
export function readReturnPath(keys: Keys, address: string): string | undefined {
  const [, id, seal] = /^<?tra-lai\+([0-9a-f-]{36})\.([0-9a-f]{20})@/i.exec(address.trim()) ?? [];
  if (id === undefined || seal === undefined) return undefined;
  const plain = id.toLowerCase();
  return sealOf(keys, plain) === seal.toLowerCase() ? plain : undefined;
}
