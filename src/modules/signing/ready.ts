import type { Tx } from '#/platform/db/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { dayOf } from '#/values/day.ts';
import { usableOf, type SigningCertificate, type Usage } from './certificate.ts';
import { listCertificatesOf } from './store/certificates.ts';
import { findPractice } from './store/practice.ts';

/** Whose signature and whose seal a paper gets. */
export interface WishedSignatures {
  readonly unitId: string;
  /** Of results: who approved. Letters are sealed only. */
  readonly accountId?: string | undefined;
}

/** What is missing, or the certificates in the order in which they sign; none where the office does not sign digitally. */
export async function certificatesFor(
  tx: Tx,
  { unitId, accountId }: WishedSignatures,
  at: Date,
): Promise<Refusal | readonly SigningCertificate[]> {
  const wanted: { readonly usage: Usage; readonly holder: string }[] = [
    ...(accountId === undefined ? [] : [{ usage: 'personal' as const, holder: accountId }]),
    { usage: 'seal', holder: unitId },
  ];
  const found: SigningCertificate[] = [];
  for (const one of wanted) {
    const all = await listCertificatesOf(tx, one);
    const usable = usableOf(all, at);
    if (!usable) {
      return refuse(all.length === 0 ? `signing.no-${one.usage}` : `signing.${one.usage}-ended`);
    }
    found.push(usable);
  }
  return found;
}

/** Why somebody cannot sign now for an office; undefined when they can, or when the office does not sign digitally. */
export async function refuseUnready(
  tx: Tx,
  wish: WishedSignatures,
  at: Date,
): Promise<Refusal | undefined> {
  if (!(await findPractice(tx, wish.unitId, dayOf(at)))) return undefined;
  const found = await certificatesFor(tx, wish, at);
  return 'refused' in found ? found : undefined;
}
