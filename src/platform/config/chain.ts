import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Static, Type } from '@sinclair/typebox';
import { Ajv } from 'ajv';

const schema = Type.Object(
  {
    /** Name of the anchor, part of addresses. */
    place: Type.String({ pattern: '^[a-z0-9-]{1,30}$', default: 'chuoi-khoi' }),
    /** What people call the chain. */
    name: Type.String({ minLength: 1, maxLength: 60 }),
    /** Nodes that are asked in this order (Ethereum JSON-RPC). */
    rpcUrls: Type.Array(Type.String({ pattern: '^https?://[^\\s]+$' }), { minItems: 1 }),
    chainId: Type.Integer({ minimum: 1 }),
    /** Address of the contract that `cqs ledger evm deploy` placed. */
    contract: Type.String({ pattern: '^0x[0-9a-fA-F]{40}$' }),
    /** File with the secret key of the office's account, 64 hexadecimal digits; beside this file unless absolute. */
    keyFile: Type.String({ minLength: 1 }),
    /** How many blocks must follow before a block counts as final. */
    confirmations: Type.Integer({ minimum: 0, maximum: 120, default: 12 }),
    /** The office never offers more than this for a unit of gas. */
    maxFeeGwei: Type.Number({ minimum: 0, maximum: 1_000_000, default: 100 }),
    /** A transaction that no block took by then is sent again for more. */
    replaceAfterMinutes: Type.Integer({ minimum: 1, maximum: 1440, default: 20 }),
    /** So long the other agencies have to confirm; then a newer checkpoint is tried. */
    patienceHours: Type.Integer({ minimum: 1, maximum: 720, default: 24 }),
    /** Page of a transaction, for people; {hash} stands for it. */
    explorer: Type.Optional(Type.String({ pattern: '^https://\\S*\\{hash\\}\\S*$' })),
    /** Decentralized identifier (W3C DID 1.0) of the office on that chain, to be shown. */
    did: Type.Optional(Type.String({ pattern: '^did:[a-z0-9]+:\\S+$' })),
  },
  { additionalProperties: false },
);

/** A chain that keeps checkpoints of the ledger (EVM). */
export type ChainSettings = Readonly<Omit<Static<typeof schema>, 'keyFile' | 'contract'>> & {
  readonly contract: `0x${string}`;
  readonly key: `0x${string}`;
};

/**
 * The chain that a file describes.
 * @throws Error in one sentence when the file, or its key, cannot be used.
 */
export function readChain(file: string): ChainSettings {
  const told: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const validate = new Ajv({ useDefaults: true, allErrors: true }).compile<Static<typeof schema>>(
    schema,
  );
  if (!validate(told))
    throw new Error(
      (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message ?? ''}`).join('; '),
    );
  const { keyFile, contract, ...settings } = told;
  const key = readChainKey(resolve(dirname(file), keyFile));
  return { ...settings, contract: contract as `0x${string}`, key };
}

/** The secret key of an account, from a file that nobody else may read. @throws Error when it is none */
export function readChainKey(file: string): `0x${string}` {
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
    throw new Error(`${file}: chmod 600`);
  const [, digits] = /^(?:0x)?([0-9a-fA-F]{64})$/.exec(readFileSync(file, 'utf8').trim()) ?? [];
  if (digits === undefined || /^0+$/.test(digits)) throw new Error(`${file}: 64 hex`);
  return `0x${digits}`;
}
