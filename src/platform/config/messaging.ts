import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Static, type TSchema, Type } from '@sinclair/typebox';
import { Ajv } from 'ajv';

const address = Type.String({ pattern: '^https?://[^\\s]+$' });
const host = Type.String({ minLength: 1, maxLength: 253 });
const port = Type.Integer({ minimum: 1, maximum: 65_535 });
/** Name of a file that holds a secret, beside this file unless absolute. */
const secretFile = Type.String({ minLength: 1 });
const timeoutMs = Type.Integer({ minimum: 100, maximum: 60_000, default: 15_000 });
const strict = { additionalProperties: false };

const mail = Type.Object(
  {
    host,
    port,
    /** `tls`: from the first byte (RFC 8314); `starttls`: required before anything is said; `none`: this machine only. */
    security: Type.Union(['tls', 'starttls', 'none'].map((one) => Type.Literal(one))),
    user: Type.Optional(Type.String({ minLength: 1 })),
    passwordFile: Type.Optional(secretFile),
    from: Type.String({ minLength: 3, maxLength: 320 }),
    dkim: Type.Optional(Type.Object({ domain: host, selector: host, keyFile: secretFile }, strict)),
    /** Domain of return addresses; mail to it is handed to our hook of bounces. */
    bounces: Type.Optional(Type.Object({ domain: host, tokenFile: secretFile }, strict)),
    timeoutMs,
  },
  strict,
);

const smpp = Type.Object(
  {
    kind: Type.Literal('smpp'),
    host,
    port,
    isTls: Type.Boolean(),
    systemId: Type.String({ minLength: 1, maxLength: 15 }),
    passwordFile: secretFile,
    /** Brand name, at most 11 letters (TON 5). */
    sender: Type.String({ pattern: '^[A-Za-z0-9 ._-]{1,11}$' }),
    timeoutMs,
  },
  strict,
);

const smsHttp = Type.Object(
  {
    kind: Type.Literal('http'),
    url: address,
    tokenFile: secretFile,
    sender: Type.String({ minLength: 1, maxLength: 20 }),
    timeoutMs,
  },
  strict,
);

const zalo = Type.Object(
  {
    appId: Type.String({ pattern: '^\\d{1,30}$' }),
    secretFile,
    /** The first renewal token; those that follow are kept by the system. */
    refreshTokenFile: secretFile,
    messageUrl: Type.String({ default: 'https://business.openapi.zalo.me/message/template' }),
    tokenUrl: Type.String({ default: 'https://oauth.zaloapp.com/v4/oa/access_token' }),
    timeoutMs,
  },
  strict,
);

const push = Type.Object(
  {
    /** mailto: or https: of whom a push service may ask (RFC 8292, 2.1). */
    subject: Type.String({ pattern: '^(mailto|https):\\S+$' }),
    publicKey: Type.String({ pattern: '^[\\w-]{87}$' }),
    privateKeyFile: secretFile,
    /** Hosts of push services; browsers tell addresses, and nobody else is to be called by them. */
    hosts: Type.Array(host, {
      default: [
        'fcm.googleapis.com',
        'updates.push.services.mozilla.com',
        'web.push.apple.com',
        'notify.windows.com',
      ],
    }),
    timeoutMs,
  },
  strict,
);

const messaging = Type.Object(
  {
    mail: Type.Optional(mail),
    sms: Type.Optional(Type.Union([smpp, smsHttp])),
    zalo: Type.Optional(zalo),
    push: Type.Optional(push),
  },
  strict,
);

type Told = Static<typeof messaging>;

export type MailSettings = Omit<Static<typeof mail>, 'passwordFile' | 'dkim' | 'bounces'> & {
  readonly password?: string | undefined;
  readonly dkim?: { readonly domain: string; readonly selector: string; readonly key: string };
  readonly bounces?: { readonly domain: string; readonly token: string };
};
export type SmppSettings = Omit<Static<typeof smpp>, 'passwordFile'> & {
  readonly password: string;
};
export type SmsHttpSettings = Omit<Static<typeof smsHttp>, 'tokenFile'> & {
  readonly token: string;
};
export type ZaloSettings = Omit<Static<typeof zalo>, 'secretFile' | 'refreshTokenFile'> & {
  readonly secret: string;
  readonly refreshToken: string;
};
export type PushSettings = Omit<Static<typeof push>, 'privateKeyFile'> & {
  readonly privateKey: string;
};

/** By which ways messages leave the house, with the secrets of each. */
export interface MessagingSettings {
  readonly mail?: MailSettings | undefined;
  readonly sms?: SmppSettings | SmsHttpSettings | undefined;
  readonly zalo?: ZaloSettings | undefined;
  readonly push?: PushSettings | undefined;
}

/**
 * The channels that a file describes.
 * @throws Error in one sentence when the file, or one that it names, cannot be used.
 */
export function readMessaging(file: string): MessagingSettings {
  const told = checked<Told>(messaging, JSON.parse(readFileSync(file, 'utf8')) as unknown);
  const beside = (name: string) => readFileSync(resolve(dirname(file), name), 'utf8').trim();
  requireTls(told);
  return {
    mail: told.mail && mailOf(told.mail, beside),
    sms: told.sms && smsOf(told.sms, beside),
    zalo: told.zalo && zaloOf(told.zalo, beside),
    push: told.push && pushOf(told.push, beside),
  };
}

type Beside = (name: string) => string;

function mailOf(
  { passwordFile, dkim, bounces, ...rest }: NonNullable<Told['mail']>,
  beside: Beside,
): MailSettings {
  return {
    ...rest,
    ...(passwordFile !== undefined && { password: beside(passwordFile) }),
    ...(dkim && {
      dkim: { domain: dkim.domain, selector: dkim.selector, key: beside(dkim.keyFile) },
    }),
    ...(bounces && { bounces: { domain: bounces.domain, token: beside(bounces.tokenFile) } }),
  };
}

function smsOf(sms: NonNullable<Told['sms']>, beside: Beside): SmppSettings | SmsHttpSettings {
  if (sms.kind === 'smpp') {
    const { passwordFile, ...rest } = sms;
    return { ...rest, password: beside(passwordFile) };
  }
  const { tokenFile, ...rest } = sms;
  return { ...rest, token: beside(tokenFile) };
}

function zaloOf(
  { secretFile: secret, refreshTokenFile, ...rest }: NonNullable<Told['zalo']>,
  beside: Beside,
): ZaloSettings {
  return { ...rest, secret: beside(secret), refreshToken: beside(refreshTokenFile) };
}

function pushOf(
  { privateKeyFile, ...rest }: NonNullable<Told['push']>,
  beside: Beside,
): PushSettings {
  return { ...rest, privateKey: beside(privateKeyFile) };
}

function checked<T>(schema: TSchema, told: unknown): T {
  const validate = new Ajv({ useDefaults: true, allErrors: true, strict: false }).compile<T>(
    schema,
  );
  if (validate(told)) return told;
  const faults = (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message ?? ''}`);
  throw new Error(faults.join('; '));
}

/** Addresses of people and passwords of providers go over these wires. Only this machine itself may go without TLS. */
function requireTls({ mail: byMail, sms, zalo: byZalo }: Told): void {
  if (byMail?.security === 'none' && !isHere(byMail.host)) throw new Error('mail: tls | starttls');
  if (sms?.kind === 'smpp' && !sms.isTls && !isHere(sms.host) && !isPrivate(sms.host))
    throw new Error('sms: isTls');
  const urls = [sms?.kind === 'http' ? sms.url : undefined, byZalo?.messageUrl, byZalo?.tokenUrl];
  for (const url of urls) {
    if (url === undefined) continue;
    const { protocol, hostname } = new URL(url);
    if (protocol !== 'https:' && !isHere(hostname)) throw new Error(`${hostname}: https`);
  }
}

function isHere(name: string): boolean {
  return name === 'localhost' || name === '127.0.0.1';
}

/** Operators offer SMPP without TLS through tunnels, which end at private addresses (RFC 1918). */
function isPrivate(name: string): boolean {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)[\d.]+$/.test(name);
}
