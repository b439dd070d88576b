import { standingOf } from '#/modules/ledger/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import {
  checkCredential,
  SdJwtFault,
  type Json,
  type SdJwtReason,
} from '#/platform/sd-jwt/index.ts';
import { digestOfCredential } from '../issue/give-credential.ts';
import { credentialKind } from '../ledger-sources.ts';
import type { CredentialOffice } from '../office.ts';
import { isRevoked } from '../status.ts';
import { findByDigest } from '../store/credentials.ts';
import type { ShowRequest } from '../store/requests.ts';

/** Why nothing was proven. */
export type Reason =
  | SdJwtReason
  | 'other-type'
  | 'incomplete'
  | 'not-recorded'
  | 'revoked'
  | 'declined';

/** What an asker learns: the claims that were asked for, or why there are none. */
export type Finding =
  | { readonly proven: Readonly<Record<string, Json>>; readonly issuedAt: string }
  | { readonly refused: Reason };

/** Whether what a wallet sent proves what was asked for: only that is told, whatever else came along. */
export async function checkPresentation(
  tx: Tx,
  office: CredentialOffice,
  request: Pick<ShowRequest, 'nonce' | 'type' | 'claims'>,
  presented: string,
  at: Date,
): Promise<Finding> {
  try {
    return await check(tx, office, request, presented, at);
  } catch (error) {
    if (error instanceof SdJwtFault) return { refused: error.reason };
    throw error;
  }
}

async function check(
  tx: Tx,
  office: CredentialOffice,
  { nonce, type, claims: asked }: Pick<ShowRequest, 'nonce' | 'type' | 'claims'>,
  presented: string,
  at: Date,
): Promise<Finding> {
  const binding = { audience: office.clientId, nonce };
  const { credential } = await checkCredential(presented, keyOf, { at, binding });
  if (credential.type !== office.typeUrl(type)) return { refused: 'other-type' };
  const row = await findByDigest(tx, digestOfCredential(presented));
  if (!row || !credential.status) return { refused: 'not-recorded' };
  if (credential.status.uri !== office.statusUrl(row.listId) || credential.status.idx !== row.idx)
    return { refused: 'not-recorded' };
  // What the office signed and the public log does not know was issued behind everybody's back.
  const { sealed } = await standingOf(tx, credentialKind, row.id);
  if (!sealed.some(({ n }) => n === 1)) return { refused: 'not-recorded' };
  if (row.revokedAt !== null || (await isRevoked(tx, row.listId, row.idx)))
    return { refused: 'revoked' };
  const told = asked.map((name): [string, Json | undefined] => [name, credential.claims[name]]);
  if (told.some(([, value]) => value === undefined)) return { refused: 'incomplete' };
  const proven = Object.fromEntries(told) as Record<string, Json>;
  return { proven, issuedAt: row.issuedAt.toISOString() };

  function keyOf(issuer: string) {
    if (issuer !== office.url) throw new SdJwtFault('issuer', 'issued by another office');
    return office.publicKey;
  }
}
