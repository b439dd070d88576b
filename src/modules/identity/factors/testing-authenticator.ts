import {
  createHash,
  createSign,
  generateKeyPairSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';

/** What a test may falsify in an answer. */
export interface Falsified {
  readonly origin?: string | undefined;
  readonly challenge?: string | undefined;
  readonly domain?: string | undefined;
  readonly type?: string | undefined;
  readonly counter?: number | undefined;
  /** Flags of the authenticator data; user present and verified by default (WebAuthn Level 3, 6.1). */
  readonly flags?: number | undefined;
  readonly userHandle?: string | undefined;
  readonly tamper?: ((signature: Buffer) => Buffer) | undefined;
}

const [present, verified, attested] = [0x01, 0x04, 0x40];

/** An authenticator in software, for tests alone: one ES256 key, and answers as a browser would post them. */
export class TestingAuthenticator {
  readonly id = randomBytes(24).toString('base64url');
  readonly #privateKey: KeyObject;
  readonly #publicKey: KeyObject;
  readonly #origin: string;
  readonly #domain: string;
  #userHandle = '';
  counter = 0;

  constructor(origin: string) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#privateKey = privateKey;
    this.#publicKey = publicKey;
    this.#origin = origin;
    this.#domain = new URL(origin).hostname;
  }

  /** Answers `navigator.credentials.create`. */
  create(options: { challenge: string; user: { id: string } }, falsified: Falsified = {}): string {
    this.#userHandle = options.user.id;
    const flags = falsified.flags ?? present | verified | attested;
    const id = Buffer.from(this.id, 'base64url');
    const authData = Buffer.concat([
      this.#head(flags, falsified),
      Buffer.alloc(16),
      Buffer.from([0, id.length]),
      id,
      this.#coseKey(),
    ]);
    // CBOR (RFC 8949): {"fmt": "none", "attStmt": {}, "authData": bytes}.
    const attestation = Buffer.concat([
      Buffer.from([0xa3]),
      cborText('fmt'),
      cborText('none'),
      cborText('attStmt'),
      Buffer.from([0xa0]),
      cborText('authData'),
      Buffer.from([0x58, authData.length]),
      authData,
    ]);
    return this.#posted({
      clientDataJSON: this.#clientData('webauthn.create', options.challenge, falsified),
      attestationObject: attestation.toString('base64url'),
      transports: ['internal'],
    });
  }

  /** Answers `navigator.credentials.get`. */
  get(options: { challenge: string }, falsified: Falsified = {}): string {
    this.counter += 1;
    const authData = this.#head(falsified.flags ?? present | verified, falsified);
    const clientDataJSON = this.#clientData('webauthn.get', options.challenge, falsified);
    const hash = createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest();
    const signature = createSign('sha256')
      .update(Buffer.concat([authData, hash]))
      .sign(this.#privateKey);
    return this.#posted({
      clientDataJSON,
      authenticatorData: authData.toString('base64url'),
      signature: (falsified.tamper?.(signature) ?? signature).toString('base64url'),
      userHandle: falsified.userHandle ?? this.#userHandle,
    });
  }

  #head(flags: number, { domain, counter }: Falsified): Buffer {
    const head = Buffer.alloc(37);
    createHash('sha256')
      .update(domain ?? this.#domain)
      .digest()
      .copy(head);
    head[32] = flags;
    head.writeUInt32BE(counter ?? this.counter, 33);
    return head;
  }

  #clientData(type: string, challenge: string, falsified: Falsified): string {
    const data = {
      type: falsified.type ?? type,
      challenge: falsified.challenge ?? challenge,
      origin: falsified.origin ?? this.#origin,
      crossOrigin: false,
    };
    return Buffer.from(JSON.stringify(data)).toString('base64url');
  }

  /** COSE key (RFC 9052, 7; RFC 9053, 7.1): {1: 2, 3: -7, -1: 1, -2: x, -3: y}. */
  #coseKey(): Buffer {
    const { x, y } = this.#publicKey.export({ format: 'jwk' });
    const part = (key: number, value: string) =>
      Buffer.concat([Buffer.from([key, 0x58, 32]), Buffer.from(value, 'base64url')]);
    const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]);
    return Buffer.concat([head, part(0x21, x!), part(0x22, y!)]);
  }

  #posted(response: object): string {
    return JSON.stringify({
      id: this.id,
      rawId: this.id,
      type: 'public-key',
      response,
      clientExtensionResults: {},
    });
  }
}

function cborText(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 | text.length]), Buffer.from(text)]);
}
