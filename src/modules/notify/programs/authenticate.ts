import { createHmac, timingSafeEqual } from 'node:crypto';
import { markRecorded, type Tx } from '#/platform/db/index.ts';
import { isId } from '#/values/id.ts';
import { findService, listSecrets, type SecretKey, type Service } from '../store/services.ts';
import { ApiFault } from './fault.ts';

/** Who calls, and under which kind of key. */
export interface Caller {
  readonly service: Service;
  readonly isTest: boolean;
}

/** How far the clocks may differ. */
const mostSeconds = 30;

interface Claims {
  readonly iss: string;
  readonly iat: number;
  /** What was signed, and the signature. */
  readonly signed: string;
  readonly signature: Buffer;
}

/**
 * The service whose token this is: a JWT by HS256 (RFC 7519) that the service makes for each call with its secret.
 * @throws ApiFault with the words that clients of GOV.UK Notify know.
 */
export async function authenticate(
  tx: Tx,
  authorization: string | undefined,
  at: Date,
): Promise<Caller> {
  const { iss, iat, signed, signature } = readToken(authorization);
  if (!isId(iss)) throw denied('Invalid token: service id is not the right data type');
  // What is opened here are secrets of the service itself, and what it sent: there is nobody else to be told.
  markRecorded(tx, [iss]);
  const [service, keys] = await Promise.all([findService(tx, iss), listSecrets(tx, iss)]);
  if (!service) throw denied('Invalid token: service not found');
  if (service.endedAt !== null) throw denied('Invalid token: service is archived');
  const key = keys.find(({ secret }) => isSigned(signed, signature, secret));
  if (!key) throw denied('Invalid token: API key not found');
  if (key.endedAt !== null) throw denied('Invalid token: API key revoked');
  if (Math.abs(at.getTime() / 1000 - iat) > mostSeconds)
    throw denied('Error: Your system clock must be accurate to within 30 seconds');
  return { service, isTest: key.kind === 'test' };
}

function readToken(authorization: string | undefined): Claims {
  if (authorization === undefined)
    throw new ApiFault(401, 'AuthError', 'Unauthorized: authentication token must be provided');
  const [, token] = /^bearer +(\S{1,4000})$/i.exec(authorization) ?? [];
  if (token === undefined)
    throw new ApiFault(401, 'AuthError', 'Unauthorized: authentication bearer scheme must be used');
  const [head = '', body = '', mac = '', ...more] = token.split('.');
  const [header, claims] = [decoded(head), decoded(body)];
  if (header?.['alg'] !== 'HS256' || claims === undefined || more.length > 0)
    throw denied('Invalid token: API token is not valid');
  const { iss, iat } = claims;
  if (typeof iss !== 'string') throw denied('Invalid token: iss field not provided');
  if (typeof iat !== 'number') throw denied('Invalid token: API token is not valid');
  return { iss, iat, signed: `${head}.${body}`, signature: Buffer.from(mac, 'base64url') };
}

function decoded(part: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const json: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof json === 'object' && json !== null
      ? (json as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function isSigned(signed: string, signature: Buffer, secret: SecretKey['secret']): boolean {
  if (secret === '') return false;
  const expected = createHmac('sha256', secret).update(signed).digest();
  return expected.length === signature.length && timingSafeEqual(expected, signature);
}

function denied(message: string): ApiFault {
  return new ApiFault(403, 'AuthError', message);
}
