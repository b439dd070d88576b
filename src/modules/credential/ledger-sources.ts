import { hash } from 'node:crypto';
import { append, type Source, type SourceRow } from '#/modules/ledger/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import {
  findCredential,
  listAfter,
  listStatusAfter,
  type CredentialRow,
  type StatusVersion,
} from './store/credentials.ts';

export const credentialKind = 'credential';
const statusKind = 'status-list';
const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * Writes into the public ledger that a credential was issued. The hash of what the office signed stands in the leaf: it
 * tells nothing to who has not seen the credential, and whoever was shown it finds it.
 */
export async function logIssued(tx: Tx, row: CredentialRow): Promise<void> {
  await append(tx, { kind: credentialKind, ...issuedRow(row) });
}

export async function logRevoked(tx: Tx, row: CredentialRow): Promise<void> {
  await append(tx, { kind: credentialKind, ...revokedRow(row) });
}

export async function logStatus(tx: Tx, version: StatusVersion): Promise<void> {
  await append(tx, { kind: statusKind, ...statusRow(version) });
}

/** Credentials, for the ledger to compare with its leaves and to open for their holders. */
export const credentialSource: Source = {
  kind: credentialKind,
  async listRows(tx, after, limit) {
    const rows = (await listAfter(tx, after?.subject ?? nobody, limit)).flatMap(rowsOf);
    return rows.filter(
      ({ subject, n }) => after === null || subject !== after.subject || n > after.n,
    );
  },
  async findOwnRow(tx, actor, { subject, n }) {
    const row = await findCredential(tx, subject);
    if (row?.personId !== actor.personId) return undefined;
    return rowsOf(row).find((one) => one.n === n);
  },
};

/** Versions of status lists; anybody may read them. */
export const statusSource: Source = {
  kind: statusKind,
  async listRows(tx, after, limit) {
    const from = { listId: after?.subject ?? nobody, version: after?.n ?? 0 };
    return (await listStatusAfter(tx, from, limit)).map(statusRow);
  },
  async findOwnRow(tx, _actor, { subject, n }) {
    const [version] = await listStatusAfter(tx, { listId: subject, version: n - 1 }, 1);
    return version?.listId === subject ? statusRow(version) : undefined;
  },
};

function rowsOf(row: CredentialRow): SourceRow[] {
  return row.revokedAt === null ? [issuedRow(row)] : [issuedRow(row), revokedRow(row)];
}

function issuedRow(row: CredentialRow): SourceRow {
  const { revokedAt: _at, revokedBy: _by, ...document } = row;
  const { id: subject, issuedAt: at, type, digest } = row;
  return { subject, n: 1, at, facts: { verb: 'issue', credential: type, digest }, document };
}

function revokedRow({ id, revokedAt, revokedBy, type, digest }: CredentialRow): SourceRow {
  const facts = { verb: 'revoke', credential: type, digest };
  return { subject: id, n: 2, at: revokedAt!, facts, document: { id, revokedAt, revokedBy } };
}

function statusRow({ listId, version, bits, madeAt }: StatusVersion): SourceRow {
  const sha256 = hash('sha256', bits, 'hex');
  return {
    subject: listId,
    n: version,
    at: madeAt,
    facts: { verb: 'publish', version, sha256 },
    document: { listId, version, madeAt, sha256 },
  };
}
