import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { rewrapFileKeys } from '#/platform/sealed-files/index.ts';
import { newId } from '#/values/id.ts';
import { insertIssued, updatePrinted } from '../store/issued.ts';
import { logIssued } from './ledger-source.ts';
import { newVerificationCode } from './verification-code.ts';

/** A paper that another installation issued: its PDF lies in the store of files already. */
export interface ReceivedPaper {
  readonly title: string;
  readonly issuer: string;
  readonly number: string | undefined;
  readonly pdf: {
    readonly key: string;
    readonly sha256: string;
    readonly size: number;
    readonly pages: number;
  };
}

/** Keeps it among the papers of an owner; it is never printed here. Returns its id. */
export async function keepReceived(
  tx: Tx,
  actor: Actor,
  owner: string,
  { title, issuer, number, pdf }: ReceivedPaper,
): Promise<string> {
  await rewrapFileKeys(tx, [pdf.key], owner);
  const id = newId();
  await insertIssued(tx, {
    id,
    owner,
    kind: 'RECEIVED',
    title,
    issuer,
    number,
    template: null,
    assets: {},
    data: {},
    signing: null,
    code: newVerificationCode(),
    requestedAt: actor.at,
    requestedBy: actor.accountId,
  });
  const row = await updatePrinted(tx, id, { ...pdf, at: actor.at });
  await logIssued(tx, row!);
  return id;
}
