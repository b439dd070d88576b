import { createPublicKey } from 'node:crypto';
import type { JWK } from 'jose';
import { text, type Text } from '#/values/text.ts';
import type { Client } from '../client.ts';

/** The public keys of a client, or why they cannot be used: at most five of P-256, and nothing private. */
export function readJwks(typed: string): Client['jwks'] | Text {
  let parsed: unknown;
  try {
    parsed = JSON.parse(typed);
  } catch {
    return words.notJson;
  }
  const keys: unknown = Array.isArray(parsed)
    ? parsed
    : ((parsed as { keys?: unknown } | null)?.keys ?? [parsed]);
  if (!Array.isArray(keys) || keys.length === 0 || keys.length > 5) return words.count;
  const read: JWK[] = [];
  for (const key of keys as unknown[]) {
    const { kty, crv, x, y, kid, d, alg } = (key ?? {}) as JWK;
    if (d !== undefined) return words.isPrivate;
    if (kty !== 'EC' || crv !== 'P-256' || !x || !y || (alg !== undefined && alg !== 'ES256'))
      return words.otherKind;
    try {
      createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' });
    } catch {
      return words.otherKind;
    }
    read.push({ kty, crv, x, y, alg: 'ES256', use: 'sig', ...(kid === undefined ? {} : { kid }) });
  }
  return { keys: read };
}

/** Addresses, one a line; or why one cannot be registered (OAuth 2.1, 2.3.1). */
export function readAddresses(typed: string, isDemo: boolean): string[] | Text {
  const lines = typed
    .split(/\s+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  for (const line of lines) if (!isUsable(line, isDemo)) return words.address;
  const hosts = new Set(lines.map((line) => new URL(line).host));
  // One host is one partner: by it people get their names there (OpenID Connect Core 1.0, 8.1).
  return hosts.size > 1 ? words.hosts : lines;
}

function isUsable(address: string, isDemo: boolean): boolean {
  if (!URL.canParse(address) || address.length > 500) return false;
  const { protocol, hostname, hash, username } = new URL(address);
  if (hash !== '' || address.includes('#') || address.includes('*') || username !== '')
    return false;
  const isHere = hostname === 'localhost' || hostname === '127.0.0.1';
  return protocol === 'https:' || (protocol === 'http:' && isHere && isDemo);
}

const words = {
  notJson: text('Không đọc được JSON của bộ khóa', 'The JSON of the keys cannot be read'),
  count: text('Cần từ 1 đến 5 khóa công khai', 'Give one to five public keys'),
  isPrivate: text(
    'Đây là khóa riêng. Chỉ gửi khóa công khai, và hãy thay khóa này vì nó đã bị lộ',
    'This is a private key. Send public keys alone, and replace this one: it is known now',
  ),
  otherKind: text(
    'Chỉ nhận khóa EC P-256 dùng cho ES256',
    'Only EC keys of P-256 for ES256 are taken',
  ),
  address: text(
    'Mỗi địa chỉ phải bắt đầu bằng https:// và không có dấu # hay *',
    'Each address begins with https:// and has neither # nor *',
  ),
  hosts: text('Mọi địa chỉ phải cùng một tên miền', 'All addresses must have the same host'),
};
