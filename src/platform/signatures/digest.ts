import { createHash, timingSafeEqual } from 'node:crypto';

/** The field `content-digest` of a body (RFC 9530), by SHA-256. */
export function contentDigest(body: Uint8Array): string {
  return `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
}

/** Whether a `content-digest` names the body by SHA-256. Other algorithms are no proof. */
export function isDigestOf(field: string | undefined, body: Uint8Array): boolean {
  const given = Buffer.from(field ?? '');
  const expected = Buffer.from(contentDigest(body));
  return given.length === expected.length && timingSafeEqual(given, expected);
}
