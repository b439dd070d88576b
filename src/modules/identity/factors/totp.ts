import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds that a code is good for (RFC 6238, 4.1). */
const stepSeconds = 30;

/** Steps of clock drift that are forgiven, before and after (RFC 6238, 6). */
const drift = 1;

/** The time step of an instant. */
export function stepOf(at: Date): number {
  return Math.floor(at.getTime() / 1000 / stepSeconds);
}

/** The code of a time step: HOTP (RFC 4226, 5.3) by HMAC-SHA-1, the one algorithm that every app for codes knows. */
export function codeAt(secret: Uint8Array, step: number, digits = 6): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const number = mac.readUInt32BE(mac.at(-1)! & 15) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/**
 * The time step whose code this is, within the drift and later than `lastStep`: a code that was accepted, or one before
 * it, is never accepted again (RFC 6238, 5.2). Undefined for any other code.
 */
export function stepOfCode(
  secret: Uint8Array,
  code: string,
  at: Date,
  lastStep: number,
): number | undefined {
  const now = stepOf(at);
  const steps = Array.from({ length: 2 * drift + 1 }, (_, n) => now - drift + n);
  return steps.filter((step) => step > lastStep && isSame(codeAt(secret, step), code))[0];
}

/**
 * The address that a QR code hands to the app (Key URI format of Google Authenticator, which all apps read). SHA-1, six
 * digits and thirty seconds go without saying there, and so the picture stays coarse.
 */
export function keyUri(secret: string, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`;
}

function isSame(wanted: string, given: string): boolean {
  const [a, b] = [Buffer.from(wanted), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
