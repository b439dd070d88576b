import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { logCeremony } from './ledger-source.ts';
import { updateRevoked } from './store/certificates.ts';
import { insertCeremony } from './store/ceremonies.ts';

/** Takes a certificate back: nothing is signed with it from now on. Its issuer has to be told as well, outside of here. */
export async function revokeCertificate(
  tx: Tx,
  actor: Actor,
  {
    id,
    why,
    place,
    witnesses,
  }: {
    readonly id: string;
    readonly why: string;
    readonly place: string;
    readonly witnesses: readonly string[];
  },
): Promise<Refusal | { readonly done: true }> {
  const { at, accountId: by, name: ledBy } = actor;
  if (!(await updateRevoked(tx, id, { at, by, why }))) return refuse('signing.no-certificate-here');
  const held = { certificateId: id, kind: 'revoked' as const, heldAt: at, place, ledBy, witnesses };
  await logCeremony(tx, await insertCeremony(tx, { ...held, recordedBy: by, recordedAt: at }));
  return { done: true };
}
