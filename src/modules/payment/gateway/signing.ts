import { createHmac, timingSafeEqual } from 'node:crypto';

/** HMAC in lower-case hex (RFC 2104). */
export function hmac(algorithm: 'sha256' | 'sha512', secret: string, message: string): string {
  return createHmac(algorithm, secret).update(message, 'utf8').digest('hex');
}

/** Whether two signatures in hex are the same, in a time that tells nothing about where they differ. */
export function isSame(expected: string, given: string | undefined): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from((given ?? '').toLowerCase())];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** yyyyMMddHHmmss in Vietnam's time, as gateways write instants. */
export function stamp(at: Date): string {
  return new Date(at.getTime() + vietnamMs).toISOString().replace(/\D/g, '').slice(0, 14);
}

/** The instant of a stamp; undefined when it is none. */
export function readStamp(written: string | undefined): Date | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(written ?? '');
  if (!parts) return undefined;
  const [, y, mo, d, h, mi, s] = parts;
  const at = new Date(`${y}-${mo}-${d}T${h}:${mi}:${s}+07:00`);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

const vietnamMs = 7 * 3_600_000;
