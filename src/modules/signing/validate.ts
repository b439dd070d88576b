import type { Services } from '#/platform/module.ts';
import {
  certificatesIn,
  fetchEvidence,
  validatePdf,
  type PdfReport,
} from '#/platform/pades/index.ts';
import { demoLists, findAuthority } from './demo/authority.ts';
import { listRoots } from './store/roots.ts';

/** What uploaded files and our own papers are judged by: the list of trust of the office. */
export interface Validation {
  /** @throws PdfFault when the file is no PDF that can be read. */
  validate(pdf: Buffer): Promise<{ readonly report: PdfReport; readonly roots: readonly string[] }>;
  /** Lists and answers about the certificates of a file that it does not hold itself. */
  evidenceFor(
    pdf: Buffer,
  ): Promise<{ readonly crls: readonly Buffer[]; readonly ocsps: readonly Buffer[] }>;
}

type Needs = Pick<Services, 'database' | 'keys' | 'clock'>;

export function createValidation({ database, keys, clock }: Needs): Validation {
  return { validate, evidenceFor };

  async function validate(pdf: Buffer) {
    const trusted = await roots();
    const evidence = await evidenceFor(pdf);
    const trust = { roots: trusted.map((one) => one.certificate), evidence, now: clock.now() };
    return { report: validatePdf(pdf, trust), roots: trusted.map(({ name }) => name) };
  }

  async function evidenceFor(pdf: Buffer) {
    const inside = certificatesIn(pdf);
    const own = await database.transaction(async (tx) => {
      const authority = await findAuthority(tx, keys);
      return authority ? await demoLists(tx, authority, clock.now()) : [];
    });
    const trusted = await roots();
    const known = { crls: [...inside.crls, ...own], ocsps: inside.ocsps };
    const fetched = await fetchEvidence({
      certificates: inside.certificates,
      roots: trusted.map((one) => one.certificate),
      known,
      now: clock.now(),
    });
    return { crls: [...own, ...fetched.crls], ocsps: fetched.ocsps };
  }

  async function roots() {
    const all = await database.transaction(listRoots);
    return all.filter(({ endedAt }) => endedAt === null);
  }
}
