import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Static, type TSchema, Type } from '@sinclair/typebox';
import { Ajv } from 'ajv';

const address = Type.String({ pattern: '^https?://[^\\s]+$' });
const claimName = Type.String({ minLength: 1, maxLength: 100 });

/** Which claims say what. Providers differ, and VNeID is not published: names are settings, never code. */
const claims = Type.Object(
  {
    personalId: claimName,
    fullName: claimName,
    bornOn: claimName,
    /** Which claim tells the level of assurance. */
    level: claimName,
    /** Which claim tells persons from organisations. */
    kind: Type.Optional(claimName),
  },
  { additionalProperties: false },
);

const either = {
  clientId: Type.String({ minLength: 1 }),
  /** File of the client's secret, beside this file unless absolute. */
  clientSecretFile: Type.Optional(Type.String({ minLength: 1 })),
  scope: Type.String({ default: 'openid' }),
  claims,
  /** What the level claim says for the levels 1 and 2 (Decree 69/2024/NĐ-CP); whatever is not here is refused. */
  levels: Type.Record(Type.String(), Type.Union([Type.Literal(1), Type.Literal(2)])),
  /** Values of the kind claim that mean a person; others are refused. Without a kind claim everybody is one. */
  persons: Type.Array(Type.String(), { default: [] }),
  timeoutMs: Type.Integer({ minimum: 100, maximum: 30_000, default: 5_000 }),
  /** How long somebody may take at the provider. */
  stateSeconds: Type.Integer({ minimum: 30, maximum: 900, default: 60 }),
};

const vneid = Type.Object(
  {
    kind: Type.Literal('vneid'),
    authorizeUrl: address,
    tokenUrl: address,
    userinfoUrl: address,
    /** PEM, PKCS#8 or PKCS#1: opens the sealed bodies. */
    privateKeyFile: Type.String({ minLength: 1 }),
    ...either,
  },
  { additionalProperties: false },
);

const oidc = Type.Object(
  { kind: Type.Literal('oidc'), issuer: address, ...either },
  { additionalProperties: false },
);

/** Secrets are read when the process starts, so that a missing file is told then. */
interface Secrets {
  readonly clientSecret?: string | undefined;
}

export type VneidSettings = Omit<Static<typeof vneid>, 'privateKeyFile'> &
  Secrets & { readonly privateKey: string };
export type OidcSettings = Static<typeof oidc> & Secrets;
export type NationalSettings = VneidSettings | OidcSettings;

/**
 * The national sign-in that a file describes.
 * @throws Error in one sentence when the file, or one that it names, cannot be used.
 */
export function readNational(file: string): NationalSettings {
  const told: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const kind = (told as { kind?: unknown } | null)?.kind;
  if (kind !== 'vneid' && kind !== 'oidc') throw new Error('kind: vneid | oidc');
  const beside = (name: string) => readFileSync(resolve(dirname(file), name), 'utf8').trim();
  const secretOf = (name: string | undefined) =>
    name === undefined ? {} : { clientSecret: beside(name) };
  if (kind === 'oidc') {
    const settings = checked<Static<typeof oidc>>(oidc, told);
    requireTls([settings.issuer]);
    return { ...settings, ...secretOf(settings.clientSecretFile) };
  }
  const { privateKeyFile, ...settings } = checked<Static<typeof vneid>>(vneid, told);
  requireTls([settings.authorizeUrl, settings.tokenUrl, settings.userinfoUrl]);
  return {
    ...settings,
    ...secretOf(settings.clientSecretFile),
    privateKey: beside(privateKeyFile),
  };
}

function checked<T>(schema: TSchema, told: unknown): T {
  const validate = new Ajv({ useDefaults: true, allErrors: true }).compile<T>(schema);
  if (validate(told)) return told;
  const faults = (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message ?? ''}`);
  throw new Error(faults.join('; '));
}

/** Answers are not signed: TLS is all that tells them from forged ones. Only this machine itself may go without. */
function requireTls(addresses: readonly string[]): void {
  for (const one of addresses) {
    const { protocol, hostname } = new URL(one);
    if (protocol !== 'https:' && hostname !== 'localhost' && hostname !== '127.0.0.1')
      throw new Error(`${hostname}: https`);
  }
}
