import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { readChain, type ChainSettings } from './chain.ts';
import { environment, type Environment } from './environment.ts';
import {
  chainFaults,
  credentialsFaults,
  domainFaults,
  gatewayFaults,
  listOf,
  messagingFaults,
  nationalFaults,
  networkFaults,
  noPublicUrl,
  noRecipients,
  schemaFaults,
} from './faults.ts';
import { type MessagingSettings, readMessaging } from './messaging.ts';
import { readGateways, type GatewaySettings } from './payment.ts';
import { readNational, type NationalSettings } from './national.ts';

/** The settings of one process, validated. Paths are absolute. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly metricsPort: number;
  readonly databaseUrl: string | null;
  /** The account that owns the tables, where it is another one. */
  readonly databaseAdminUrl: string | null;
  readonly poolSize: number;
  readonly dataDir: string;
  readonly isDemo: boolean;
  readonly publicUrl: string;
  /** Domain that passkeys belong to: the RP ID of WebAuthn Level 3, 5.4.2. */
  readonly passkeyDomain: string;
  /** Addresses and networks (CIDR) of proxies whose X-Forwarded-* headers are believed. */
  readonly trustedProxies: readonly string[];
  readonly secretFile: string;
  /** Whether a missing secret is made: only where no file was named. */
  readonly mayMakeSecret: boolean;
  /** How people sign in through the national identity; null when they cannot. */
  readonly national: NationalSettings | null;
  /** Payment gateways; null when none were named. */
  readonly gateways: readonly GatewaySettings[] | null;
  readonly simulatorPort: number;
  /** Where keys of personal data are kept that rotation made. */
  readonly keyFile: string;
  /** The hardware module that keeps them instead. */
  readonly pkcs11: {
    readonly module: string;
    readonly token: string;
    readonly pinFile: string;
  } | null;
  /** The bucket that keeps files; null is the folder of data. */
  readonly s3: {
    readonly bucket: string;
    readonly endpoint: string | null;
    readonly region: string;
    readonly credentialsFile: string;
  } | null;
  /** Where workers back up by themselves; null does not. */
  readonly backup: {
    readonly dir: string;
    readonly recipients: string;
    readonly keepDays: number;
  } | null;
  /** The file that describes a remote signing service. */
  readonly cscFile: string | null;
  /** Time-stamping authorities in the order in which they are asked, and the policies that are accepted. */
  readonly timeStamps: { readonly urls: readonly string[]; readonly policies: readonly string[] };
  /** The chain that keeps checkpoints of the ledger; null is none. */
  readonly chain: ChainSettings | null;
  /** clamd, as host:port or path of its socket; null scans nothing. */
  readonly clamav: string | null;
  /** Whom to tell of a vulnerability (RFC 9116); null is the page of help. */
  readonly securityContact: string | null;
  /** Of one session; 0 is no limit. */
  readonly requestsPerMinute: number;
  readonly logLevel: string;
  /** How messages leave the house; null when they do not. */
  readonly messaging: MessagingSettings | null;
}

/** Thrown when the environment cannot be used; `lines` holds one sentence per fault. */
export class ConfigFault extends Error {
  readonly lines: readonly string[];
  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'ConfigFault';
    this.lines = lines;
  }
}

/** What a process will do with the settings. */
export interface Use {
  /** Serves pages or prints papers for real: then people must be told a true address. */
  readonly isServing: boolean;
}

/**
 * Reads the settings from environment variables.
 * @throws ConfigFault naming each variable that is wrong, what it must be and what it was.
 */
export function readConfig(
  variables: NodeJS.ProcessEnv = process.env,
  use: Use = { isServing: false },
): Config {
  const known: Record<string, unknown> = {};
  for (const name of Object.keys(environment.properties)) {
    if (variables[name] !== undefined && variables[name] !== '') known[name] = variables[name];
  }
  const validate = new Ajv({
    allErrors: true,
    coerceTypes: true,
    useDefaults: true,
    verbose: true,
  }).compile<Environment>(environment);
  const lines = validate(known) ? [] : schemaFaults(validate.errors ?? [], variables);
  lines.push(...networkFaults(variables['CQS_TRUSTED_PROXIES'] ?? ''));
  if (use.isServing && variables['CQS_DEMO'] !== '1' && !variables['CQS_PUBLIC_URL'])
    lines.push(noPublicUrl);
  if (variables['CQS_S3_BUCKET'])
    lines.push(...credentialsFaults(variables['CQS_S3_CREDENTIALS_FILE'] ?? ''));
  if (variables['CQS_BACKUP_DIR'] && !variables['CQS_BACKUP_RECIPIENTS']) lines.push(noRecipients);
  if (lines.length === 0) lines.push(...nationalFaults((known as Environment).CQS_NATIONAL_FILE));
  if (lines.length === 0) lines.push(...messagingFaults((known as Environment).CQS_MESSAGING_FILE));
  if (lines.length === 0) lines.push(...gatewayFaults((known as Environment).CQS_PAYMENT_FILE));
  if (lines.length === 0) lines.push(...chainFaults((known as Environment).CQS_CHAIN_FILE));
  if (lines.length === 0) lines.push(...domainFaults(settings(known as Environment)));
  if (lines.length > 0) throw new ConfigFault(lines);
  return settings(known as Environment);
}

function settings(env: Environment): Config {
  const dataDir = absolute(env.CQS_DATA_DIR);
  const publicUrl = env.CQS_PUBLIC_URL === '' ? `http://localhost:${env.PORT}` : env.CQS_PUBLIC_URL;
  return {
    port: env.PORT,
    host: env.HOST,
    metricsPort: env.METRICS_PORT,
    databaseUrl: env.DATABASE_URL === '' ? null : env.DATABASE_URL,
    databaseAdminUrl: env.DATABASE_ADMIN_URL === '' ? null : env.DATABASE_ADMIN_URL,
    poolSize: env.DATABASE_POOL,
    dataDir,
    isDemo: env.CQS_DEMO === '1',
    publicUrl,
    passkeyDomain:
      env.CQS_PASSKEY_DOMAIN === '' ? new URL(publicUrl).hostname : env.CQS_PASSKEY_DOMAIN,
    trustedProxies: listOf(env.CQS_TRUSTED_PROXIES),
    mayMakeSecret: env.CQS_SECRET_FILE === '',
    secretFile:
      env.CQS_SECRET_FILE === '' ? join(dataDir, 'keys', 'secret') : absolute(env.CQS_SECRET_FILE),
    national: env.CQS_NATIONAL_FILE === '' ? null : readNational(env.CQS_NATIONAL_FILE),
    gateways: env.CQS_PAYMENT_FILE === '' ? null : readGateways(env.CQS_PAYMENT_FILE),
    simulatorPort: env.CQS_VNEID_SIMULATOR_PORT,
    keyFile:
      env.CQS_KEY_FILE === '' ? join(dataDir, 'keys', 'keks.json') : absolute(env.CQS_KEY_FILE),
    pkcs11:
      env.CQS_PKCS11_MODULE === ''
        ? null
        : {
            module: absolute(env.CQS_PKCS11_MODULE),
            token: env.CQS_PKCS11_TOKEN,
            pinFile: absolute(env.CQS_PKCS11_PIN_FILE),
          },
    s3:
      env.CQS_S3_BUCKET === ''
        ? null
        : {
            bucket: env.CQS_S3_BUCKET,
            endpoint: env.CQS_S3_ENDPOINT === '' ? null : env.CQS_S3_ENDPOINT,
            region: env.CQS_S3_REGION,
            credentialsFile: absolute(env.CQS_S3_CREDENTIALS_FILE),
          },
    backup:
      env.CQS_BACKUP_DIR === ''
        ? null
        : {
            dir: absolute(env.CQS_BACKUP_DIR),
            recipients: absolute(env.CQS_BACKUP_RECIPIENTS),
            keepDays: env.CQS_BACKUP_KEEP_DAYS,
          },
    cscFile: env.CQS_CSC_FILE === '' ? null : absolute(env.CQS_CSC_FILE),
    timeStamps: {
      urls: wordsOf(env.CQS_TSA_URLS),
      policies: wordsOf(env.CQS_TSA_POLICIES),
    },
    chain: env.CQS_CHAIN_FILE === '' ? null : readChain(absolute(env.CQS_CHAIN_FILE)),
    clamav: env.CQS_CLAMAV === '' ? null : env.CQS_CLAMAV,
    securityContact: env.CQS_SECURITY_CONTACT === '' ? null : env.CQS_SECURITY_CONTACT,
    requestsPerMinute: env.CQS_REQUESTS_PER_MINUTE,
    logLevel: env.CQS_LOG_LEVEL,
    messaging: env.CQS_MESSAGING_FILE === '' ? null : readMessaging(env.CQS_MESSAGING_FILE),
  };
}

function wordsOf(list: string): string[] {
  return list.split(/\s+/).filter((word) => word !== '');
}

function absolute(path: string): string {
  if (path.startsWith('~/')) return join(homedir(), path.slice(2));
  return isAbsolute(path) ? path : resolve(path);
}
