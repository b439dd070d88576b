import { hash } from 'node:crypto';
import type { Tx } from '#/platform/db/index.ts';
import type { Services } from '#/platform/module.ts';
import {
  addEvidence,
  certificatesIn,
  findLink,
  signPdf,
  stampPdf,
  type Seal,
  type Stamper,
} from '#/platform/pades/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { dayOf } from '#/values/day.ts';
import { createPictures } from './appearance/pictures.ts';
import type { SigningCertificate } from './certificate.ts';
import { certificatesFor, type WishedSignatures } from './ready.ts';
import { refusals } from './refusals.ts';
import type { SignerDesk } from './signers/open-signer.ts';
import { SigningFault } from './signing-fault.ts';
import { insertSignature } from './store/certificates.ts';
import { findPractice, type Practice } from './store/practice.ts';
import type { Validation } from './validate.ts';

/** One step on the way from a printed paper to a signed one. The same bytes at the same time are signed alike. */
export interface SigningStep {
  readonly name: 'personal' | 'seal' | 'evidence';
  run(pdf: Buffer, at: Date): Promise<Buffer>;
  /** Notes that it was done, in the transaction that keeps its file. */
  record(tx: Tx, paperId: string, pdf: Buffer, at: Date): Promise<void>;
}

/** Signs papers as their offices do. */
export interface PaperSigner {
  /** The steps of a paper that was asked for on that day; none where its office does not sign. @throws SigningFault */
  stepsFor(wish: WishedSignatures, askedAt: Date): Promise<readonly SigningStep[]>;
}

/** Templates mark by a link with this ending where one signs. */
const signingPlace = '#chu-ky';

type Needs = Pick<Services, 'database' | 'clock' | 'papersmith'>;

export interface SigningTools {
  readonly signers: SignerDesk;
  readonly stamper: Stamper;
  readonly validation: Validation;
}

export function createPaperSigner(
  { database, clock, papersmith }: Needs,
  { signers, stamper, validation }: SigningTools,
): PaperSigner {
  const pictures = createPictures(papersmith);
  return { stepsFor };

  async function stepsFor(wish: WishedSignatures, askedAt: Date): Promise<readonly SigningStep[]> {
    const found = await database.transaction(async (tx) => {
      const practice = await findPractice(tx, wish.unitId, dayOf(askedAt));
      return practice && { practice, certificates: await certificatesFor(tx, wish, clock.now()) };
    });
    if (!found) return [];
    const { practice, certificates } = found;
    if (isRefusal(certificates)) throw new SigningFault(wordsOf(certificates.refused));
    const signing = certificates.map((each) => stepOf(each, practice));
    return practice.level === 'B-T' ? signing : [...signing, evidenceStep(practice)];
  }

  function stepOf(one: SigningCertificate, practice: Practice): SigningStep {
    return {
      name: one.usage,
      async run(pdf, at) {
        const signer = await signers.open(one);
        const reason = one.usage === 'personal' ? 'Ký duyệt' : 'Ký số của cơ quan';
        const seal = await seen(pdf, one, practice, at);
        return await signPdf(pdf, { signer, name: one.holder, reason, at, stamper, seal });
      },
      record: (tx, paperId, pdf, at) =>
        insertSignature(tx, {
          paperId,
          step: one.usage,
          certificateId: one.id,
          digest: hash('sha256', pdf, 'hex'),
          at,
        }),
    };
  }

  /** Letters have no place for a signature: their office signs above to the right. */
  async function seen(
    pdf: Buffer,
    { usage, holder }: SigningCertificate,
    { sealMm }: Practice,
    at: Date,
  ): Promise<Seal | undefined> {
    const area = findLink(pdf, signingPlace);
    if (!area) return usage === 'seal' ? await pictures.markOf(holder, at) : undefined;
    return usage === 'seal'
      ? await pictures.sealOver(area, holder, sealMm)
      : await pictures.personal(area, holder, at);
  }

  /** What proves the signatures later, and our own judgement of them: no paper leaves that we would not believe. */
  function evidenceStep({ level }: Practice): SigningStep {
    return {
      name: 'evidence',
      async run(pdf, at) {
        const { certificates } = certificatesIn(pdf);
        const proven = addEvidence(pdf, {
          certificates: unique(certificates),
          ...(await validation.evidenceFor(pdf)),
        });
        const whole = level === 'B-LTA' ? await stampPdf(proven, stamper, at) : proven;
        const { report } = await validation.validate(whole);
        if (report.indication !== 'TOTAL-PASSED')
          throw new SigningFault(
            report.signatures.find(({ sub }) => sub)?.words.vi ?? 'Chữ ký không hợp lệ',
          );
        return whole;
      },
      record: async () => undefined,
    };
  }
}

function wordsOf(code: string): string {
  return (
    (refusals as Readonly<Record<string, { readonly words: { readonly vi: string } }>>)[code]?.words
      .vi ?? code
  );
}

function unique(ders: readonly Buffer[]): Buffer[] {
  return [...new Map(ders.map((der) => [der.toString('base64'), der])).values()];
}
