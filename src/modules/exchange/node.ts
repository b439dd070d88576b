import type { Services } from '#/platform/module.ts';
import { openSigner, type Signer } from '#/platform/signatures/index.ts';

/** Where messages are taken, at every installation. */
export const messagesPath = '/api/v1/lien-thong/thong-diep';

/** Where an installation hands over files that its messages only name. */
export const filesPath = '/api/v1/lien-thong/tep';

/** This installation, as partners know it. */
export interface OwnNode {
  readonly address: string;
  readonly signer: Signer;
  /** Seals messages that lie in the database. */
  readonly sealKey: Buffer;
}

/** Its key is derived from the installation's secret and address: the same at every start, in every process. */
export function ownNode({ config, keys }: Pick<Services, 'config' | 'keys'>): OwnNode {
  return {
    address: config.publicUrl,
    signer: openSigner(keys.derive(`exchange signature ed25519 ${config.publicUrl}`)),
    sealKey: keys.derive('exchange messages'),
  };
}
