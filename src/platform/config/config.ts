import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { type Static, type TSchema, Type } from '@sinclair/typebox';
import { Ajv } from 'ajv';
import { text, type Text } from '#/values/text.ts';

/**
 * What an operator can set, by environment variable. The schema validates and documents at once: `title` is the
 * meaning in English, `description` in Vietnamese.
 */
const environment = Type.Object({
  PORT: Type.Integer({
    minimum: 0,
    maximum: 65535,
    default: 8080,
    title: 'Port of the pages',
    description: 'Cổng của trang web',
  }),
  HOST: Type.String({
    minLength: 1,
    default: 'localhost',
    title: 'Address that the pages listen on',
    description: 'Địa chỉ lắng nghe của trang web',
  }),
  METRICS_PORT: Type.Integer({
    minimum: 0,
    maximum: 65535,
    default: 0,
    title: 'Port of Prometheus metrics; 0 is off',
    description: 'Cổng số liệu Prometheus; 0 là tắt',
  }),
  DATABASE_URL: Type.String({
    default: '',
    pattern: '^(postgres(ql)?://.+)?$',
    title: 'PostgreSQL 15 or newer; empty is the one that comes along',
    description: 'PostgreSQL 15 trở lên; để trống là dùng bản đi kèm',
  }),
  DATABASE_POOL: Type.Integer({
    minimum: 2,
    maximum: 200,
    default: 12,
    title: 'Database connections of one process',
    description: 'Số kết nối cơ sở dữ liệu của một tiến trình',
  }),
  CQS_DATA_DIR: Type.String({
    minLength: 1,
    default: './.data',
    title: 'Folder of data: the database that comes along, files, keys',
    description: 'Thư mục dữ liệu: cơ sở dữ liệu đi kèm, tệp, khóa',
  }),
  CQS_DEMO: Type.Union([Type.Literal('0'), Type.Literal('1')], {
    default: '0',
    title: '1 is a demonstration with invented data and accounts',
    description: '1 là chạy thử với dữ liệu và tài khoản mẫu',
  }),
  CQS_PUBLIC_URL: Type.String({
    default: '',
    pattern: '^(https?://[^/\\s]+)?$',
    title: 'Public address, printed in QR codes and letters',
    description: 'Địa chỉ công khai, in trong mã QR và thư',
  }),
  CQS_SECRET_FILE: Type.String({
    default: '',
    title: 'File of a secret of 32 bytes or more; empty makes one in the folder of data',
    description: 'Tệp khóa bí mật 32 byte trở lên; để trống là tạo trong thư mục dữ liệu',
  }),
  CQS_LOG_LEVEL: Type.Union(
    ['debug', 'info', 'warn', 'error', 'silent'].map((l) => Type.Literal(l)),
    { default: 'info', title: 'How much is logged', description: 'Mức ghi nhật ký' },
  ),
  CQS_MAIL_FROM: Type.String({
    default: 'khong-tra-loi@localhost',
    title: 'Sender of mail',
    description: 'Người gửi thư',
  }),
});

type Environment = Static<typeof environment>;

/** One setting, for people who run the system. */
export interface Setting {
  readonly name: string;
  readonly fallback: string;
  readonly allowed: string;
  readonly meaning: Text;
}

/** All settings, as documentation shows them. */
export function listSettings(): readonly Setting[] {
  return Object.entries(environment.properties).map(([name, schema]) => ({
    name,
    fallback: String(schema.default),
    allowed: allowedBy(schema),
    meaning: text(schema.description ?? '', schema.title ?? ''),
  }));
}

function allowedBy({ anyOf, minimum, maximum, pattern }: TSchema): string {
  if (anyOf) return (anyOf as TSchema[]).map((one) => String(one['const'])).join(', ');
  if (maximum !== undefined) return `${String(minimum)}–${String(maximum)}`;
  return pattern === undefined ? '' : String(pattern);
}

/** The settings of one process, validated. Paths are absolute. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly metricsPort: number;
  readonly databaseUrl: string | null;
  readonly poolSize: number;
  readonly dataDir: string;
  readonly isDemo: boolean;
  readonly publicUrl: string;
  readonly secretFile: string;
  readonly logLevel: string;
  readonly mailFrom: string;
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

/**
 * Reads the settings from environment variables.
 * @throws ConfigFault naming each variable that is wrong, what it must be and what it was.
 */
export function readConfig(variables: NodeJS.ProcessEnv = process.env): Config {
  const known: Record<string, unknown> = {};
  for (const name of Object.keys(environment.properties)) {
    if (variables[name] !== undefined && variables[name] !== '') known[name] = variables[name];
  }
  const validate = new Ajv({
    allErrors: true,
    coerceTypes: true,
    useDefaults: true,
  }).compile<Environment>(environment);
  if (!validate(known)) throw new ConfigFault(faultLines(validate.errors ?? [], variables));
  return settings(known as Environment);
}

function settings(env: Environment): Config {
  const dataDir = absolute(env.CQS_DATA_DIR);
  return {
    port: env.PORT,
    host: env.HOST,
    metricsPort: env.METRICS_PORT,
    databaseUrl: env.DATABASE_URL === '' ? null : env.DATABASE_URL,
    poolSize: env.DATABASE_POOL,
    dataDir,
    isDemo: env.CQS_DEMO === '1',
    publicUrl: env.CQS_PUBLIC_URL === '' ? `http://localhost:${env.PORT}` : env.CQS_PUBLIC_URL,
    secretFile:
      env.CQS_SECRET_FILE === '' ? join(dataDir, 'keys', 'secret') : absolute(env.CQS_SECRET_FILE),
    logLevel: env.CQS_LOG_LEVEL,
    mailFrom: env.CQS_MAIL_FROM,
  };
}

function absolute(path: string): string {
  if (path.startsWith('~/')) return join(homedir(), path.slice(2));
  return isAbsolute(path) ? path : resolve(path);
}

interface SchemaError {
  instancePath: string;
  message?: string | undefined;
}

function faultLines(errors: readonly SchemaError[], variables: NodeJS.ProcessEnv): string[] {
  const names = new Set(errors.map((error) => error.instancePath.slice(1)));
  return [...names].map((name) => {
    const property = (environment.properties as Record<string, { description?: string }>)[name];
    const reasons = errors.filter((e) => e.instancePath === `/${name}`).map((e) => e.message);
    return `${name}=${variables[name] ?? ''}: giá trị không dùng được (${property?.description ?? ''}; ${reasons.join(', ')})`;
  });
}
