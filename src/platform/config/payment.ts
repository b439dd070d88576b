import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Static, Type } from '@sinclair/typebox';
import { Ajv } from 'ajv';

const address = Type.String({ pattern: '^https?://[^\\s?#]+$' });
const secretFile = Type.String({ minLength: 1 });

const gateway = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('vnpay'),
      payUrl: address,
      apiUrl: address,
      /** vnp_TmnCode. */
      terminal: Type.String({ pattern: '^[0-9A-Za-z]{1,20}$' }),
      secretFile,
    },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      kind: Type.Literal('national'),
      initUrl: address,
      queryUrl: address,
      refundUrl: address,
      /** MaDoiTac. */
      partner: Type.String({ pattern: '^[0-9A-Za-z._-]{1,40}$' }),
      secretFile,
    },
    { additionalProperties: false },
  ),
]);

const settings = Type.Object(
  { gateways: Type.Array(gateway, { maxItems: 2 }) },
  { additionalProperties: false },
);

type Told = Static<typeof gateway>;
type WithSecret<T> = T extends unknown
  ? Omit<T, 'secretFile'> & { readonly secret: string }
  : never;

/** A payment gateway with its secret, which is only ever read from a file. */
export type GatewaySettings = WithSecret<Told>;

/**
 * The payment gateways that a file describes; files of secrets lie beside it unless absolute.
 * @throws Error in one sentence when the file, or one that it names, cannot be used.
 */
export function readGateways(file: string): readonly GatewaySettings[] {
  const told: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const validate = new Ajv().compile<Static<typeof settings>>(settings);
  if (!validate(told)) {
    const [fault] = validate.errors ?? [];
    throw new Error(`${fault?.instancePath} ${fault?.message ?? ''}`.trim());
  }
  const kinds = new Set(told.gateways.map(({ kind }) => kind));
  if (kinds.size < told.gateways.length) throw new Error('gateways: one of each kind');
  return told.gateways.map(({ secretFile: name, ...rest }) => {
    const secret = readFileSync(resolve(dirname(file), name), 'utf8').trim();
    if (secret.length < 16) throw new Error(`${name}: at least 16 characters`);
    return { ...rest, secret } as GatewaySettings;
  });
}
