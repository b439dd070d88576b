import { createHash, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Static, Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { readCertificate, type Signer } from '#/platform/pades/index.ts';
import { SigningFault } from '../signing-fault.ts';

const settingsSchema = Type.Object({
  /** Address of the service up to and without `/csc/v2`. */
  url: Type.String({ pattern: '^https?://\\S+$' }),
  /** OAuth 2.0 token endpoint and client, by the grant of client credentials. */
  tokenUrl: Type.String({ pattern: '^https?://\\S+$' }),
  clientId: Type.String({ minLength: 1 }),
  clientSecret: Type.String({ minLength: 1 }),
  /** What authorises the use of a key, by credentialID; absent where the service authorises by itself. */
  pins: Type.Optional(Type.Record(Type.String(), Type.String())),
  limitMs: Type.Optional(Type.Integer({ minimum: 100, maximum: 120_000 })),
});

export type CscSettings = Static<typeof settingsSchema>;

/** Reads the settings of a remote signing service from their file. @throws SigningFault */
export function readCscSettings(file: string): CscSettings {
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!Value.Check(settingsSchema, read))
    throw new SigningFault(`Tệp ${file} không mô tả đúng dịch vụ ký từ xa`);
  return read;
}

interface Credential {
  readonly credential: string;
  readonly certificate: Buffer;
  readonly issuers: readonly Buffer[];
}

const sha256 = '2.16.840.1.101.3.4.2.1';
const algorithms = { rsa: '1.2.840.113549.1.1.11', ec: '1.2.840.10045.4.3.2' } as const;

/**
 * A signer whose key is at a remote signing service (Cloud Signature Consortium API v2.0): only the hash goes there. The
 * service is believed nothing: the certificate that it names and the signature that it gives are checked. It is asked
 * once; who asks again after a failure asks for the same hash, so that whatever was signed before says the same.
 */
export function remoteSigner(settings: CscSettings, held: Credential): Signer {
  const { certificate, issuers, credential } = held;
  return { certificate, issuers, sign };

  async function sign(bytes: Buffer): Promise<Buffer> {
    const token = await tokenOf(settings);
    const ask = (method: string, body: object) =>
      call(settings, `${settings.url}/csc/v2/${method}`, token, {
        credentialID: credential,
        ...body,
      });
    await checkCredential(await ask('credentials/info', { certificates: 'single' }));
    const { publicKey } = readCertificate(certificate).x509;
    const hashes = [createHash('sha256').update(bytes).digest('base64')];
    const pin = settings.pins?.[credential];
    const { SAD } = await ask('credentials/authorize', {
      numSignatures: 1,
      hashes,
      hashAlgorithmOID: sha256,
      ...(pin === undefined ? {} : { authData: [{ id: 'PIN', value: pin }] }),
    });
    if (typeof SAD !== 'string')
      throw new SigningFault('Dịch vụ ký từ xa không cho phép dùng khóa');
    const answer = await ask('signatures/signHash', {
      SAD,
      hashes,
      hashAlgorithmOID: sha256,
      signAlgo: algorithms[publicKey.asymmetricKeyType === 'ec' ? 'ec' : 'rsa'],
    });
    const [signature] = Array.isArray(answer['signatures']) ? answer['signatures'] : [];
    const made = Buffer.from(typeof signature === 'string' ? signature : '', 'base64');
    if (!verify('sha256', bytes, publicKey, made))
      throw new SigningFault('Dịch vụ ký từ xa trả chữ ký sai');
    return made;
  }

  async function checkCredential({ key, cert }: Readonly<Record<string, unknown>>): Promise<void> {
    const { status } = (key ?? {}) as { status?: unknown };
    const [first] = ((cert ?? {}) as { certificates?: unknown[] }).certificates ?? [];
    if (status !== 'enabled') throw new SigningFault('Khóa ở dịch vụ ký từ xa đang bị khóa');
    if (typeof first !== 'string' || !Buffer.from(first, 'base64').equals(certificate))
      throw new SigningFault('Dịch vụ ký từ xa giữ chứng thư khác với chứng thư đã khai');
  }
}

/** OAuth 2.0 (RFC 6749, 4.4). Asked for each signature: these are few, and a token that is not kept is not stolen. */
async function tokenOf(settings: CscSettings): Promise<string> {
  const { clientId, clientSecret, tokenUrl } = settings;
  const basic = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`);
  const { access_token: token } = await send(settings, tokenUrl, {
    headers: { authorization: `Basic ${basic.toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'service' }),
  });
  if (typeof token !== 'string')
    throw new SigningFault('Dịch vụ ký từ xa không cấp quyền truy cập');
  return token;
}

function call(settings: CscSettings, url: string, token: string, body: object) {
  return send(settings, url, {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function send(
  { limitMs = 20_000 }: CscSettings,
  url: string,
  init: { readonly headers: Record<string, string>; readonly body: string | URLSearchParams },
): Promise<Readonly<Record<string, unknown>>> {
  try {
    const response = await fetch(url, {
      ...init,
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(limitMs),
    });
    const answer: unknown = await response.json();
    if (response.status !== 200 || typeof answer !== 'object' || answer === null)
      throw new Error(`${response.status} ${JSON.stringify(answer).slice(0, 300)}`);
    return answer as Readonly<Record<string, unknown>>;
  } catch (cause) {
    const words =
      cause instanceof Error && cause.name === 'TimeoutError' ? 'không trả lời' : 'từ chối';
    throw new SigningFault(`Dịch vụ ký từ xa ${words}: ${new URL(url).pathname}`, { cause });
  }
}
