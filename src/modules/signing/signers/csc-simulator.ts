import { createHash, privateEncrypt, randomUUID, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** How the service behaves. */
export type Mood =
  | 'good'
  | 'refuses'
  | 'hangs'
  | 'forgets-the-answer'
  | 'other-certificate'
  | 'bad-signature'
  | 'locked';

interface Held {
  readonly key: KeyObject;
  readonly certificate: Buffer;
  readonly otherCertificate: Buffer;
  readonly pin: string;
}

/**
 * A remote signing service for tests, after the Cloud Signature Consortium API v2.0: OAuth client credentials,
 * credentials/info, credentials/authorize and signatures/signHash, with the moods that real ones have.
 */
export async function simulateCsc({ key, certificate, otherCertificate, pin }: Held) {
  const state = { mood: 'good' as Mood, signed: [] as string[] };
  const grants = new Map<string, string>();
  const tokens = new Set<string>();
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url, state, close };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    if (request.url === '/oauth2/token') {
      const isKnown =
        request.headers.authorization ===
        `Basic ${Buffer.from('office:secret').toString('base64')}`;
      const token = randomUUID();
      tokens.add(token);
      return send(
        response,
        isKnown ? 200 : 401,
        isKnown ? { access_token: token } : { error: 'invalid_client' },
      );
    }
    if (!tokens.has(request.headers.authorization?.slice('Bearer '.length) ?? ''))
      return send(response, 401, { error: 'invalid_token' });
    const given = JSON.parse(body) as Record<string, unknown>;
    if (request.url === '/csc/v2/credentials/info') return info(response);
    if (request.url === '/csc/v2/credentials/authorize') return authorize(response, given);
    if (request.url === '/csc/v2/signatures/signHash') return signHash(response, given);
    return send(response, 404, { error: 'invalid_request' });
  }

  function info(response: ServerResponse): void {
    const shown = state.mood === 'other-certificate' ? otherCertificate : certificate;
    send(response, 200, {
      key: { status: state.mood === 'locked' ? 'disabled' : 'enabled' },
      cert: { certificates: [shown.toString('base64')] },
    });
  }

  function authorize(
    response: ServerResponse,
    { hashes, authData }: Record<string, unknown>,
  ): void {
    const [auth] = (authData ?? []) as { value?: string }[];
    if (auth?.value !== pin || state.mood === 'refuses')
      return send(response, 400, { error: 'invalid_pin' });
    const sad = randomUUID();
    grants.set(sad, (hashes as string[])[0]!);
    send(response, 200, { SAD: sad });
  }

  async function signHash(
    response: ServerResponse,
    { SAD, hashes }: Record<string, unknown>,
  ): Promise<void> {
    const [hash = ''] = hashes as string[];
    if (state.mood === 'hangs') await pause(5_000, undefined, { ref: false });
    // Activation data is for the hash that it was given for, and once.
    if (grants.get(String(SAD)) !== hash) return send(response, 400, { error: 'invalid_request' });
    grants.delete(String(SAD));
    state.signed.push(hash);
    if (state.mood === 'forgets-the-answer') return void response.destroy();
    const made = signDigest(Buffer.from(hash, 'base64'));
    if (state.mood === 'bad-signature') made[10]! ^= 1;
    send(response, 200, { signatures: [made.toString('base64')] });
  }

  /** RSASSA-PKCS1-v1_5 over a digest that came from elsewhere: DigestInfo of SHA-256 (RFC 8017, 9.2). */
  function signDigest(digest: Buffer): Buffer {
    const head = Buffer.from('3031300d060960864801650304020105000420', 'hex');
    return privateEncrypt(key, Buffer.concat([head, digest]));
  }
}

export const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('base64');

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
