import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { queue } from './queue.ts';

/**
 * Passwords of the whole process wait here: each takes a core for some 70 ms and 19 MiB, and pages must go on beside
 * them. Two at once, or one where there are only two cores; 22 under way and waiting.
 */
export const passwords = queue({ atOnce: availableParallelism() > 2 ? 2 : 1, places: 22 });

const hash = promisify(argon2);
const derive: typeof hash = (...parameters) => passwords.run(() => hash(...parameters));

/** OWASP's second choice for Argon2id: 19 MiB, 2 passes, 1 lane (RFC 9106). */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

/** A hash of the password in PHC string format, about 70 ms of one core. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive('argon2id', { message: prepared(password), nonce, ...cost });
  const parameters = `m=${cost.memory},t=${cost.passes},p=${cost.parallelism}`;
  return `$argon2id$v=19$${parameters}$${unpadded(nonce)}$${unpadded(tag)}`;
}

/** Whether the password belongs to the hash. False for a hash of an unknown form. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(hash);
  if (!parts) return false;
  const expected = Buffer.from(parts[5]!, 'base64');
  const tag = await derive('argon2id', {
    message: prepared(password),
    nonce: Buffer.from(parts[4]!, 'base64'),
    memory: Number(parts[1]),
    passes: Number(parts[2]),
    parallelism: Number(parts[3]),
    tagLength: expected.length,
  });
  return timingSafeEqual(tag, expected);
}

/** Keyboards write the same Vietnamese letter in one or two code points: NFKC makes them equal (NIST SP 800-63B, 5.1.1.2). */
function prepared(password: string): Buffer {
  return Buffer.from(password.normalize('NFKC'));
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
