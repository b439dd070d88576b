import { verifyCms, verifyStamp, type VerifiedCms, type VerifiedStamp } from '../cms/read-cms.ts';
import { openPdf, type Pdf } from '../pdf/open-pdf.ts';
import {
  nameOfIssuer,
  nameOfSubject,
  readCertificate,
  type ReadCertificate,
} from '../pki/certificate.ts';
import { ids } from '../pki/names.ts';
import { chainOf, checkPurpose } from './chain.ts';
import { isUnchanged } from './changes.ts';
import { evidenceIn } from './evidence-in.ts';
import { findSignatures, type FoundSignature } from './find-signatures.ts';
import {
  faultWords,
  indicationOf,
  passedWords,
  SignatureFault,
  worstOf,
  type PdfReport,
  type SignatureReport,
} from './report.ts';
import { standingOf, type RevocationEvidence } from './revocation.ts';

export interface Trust {
  /** DER of the roots in which one trusts. */
  readonly roots: readonly Buffer[];
  /** Lists and answers besides those in the file. */
  readonly evidence?: RevocationEvidence | undefined;
  readonly now: Date;
}

/**
 * Validates all signatures and time stamps of a PDF (after ETSI EN 319 102-1), the last first: a time stamp over the
 * document proves that what it covers was there by then.
 * @throws PdfFault when the file is no PDF that can be read.
 */
export function validatePdf(bytes: Buffer, trust: Trust): PdfReport {
  const pdf = openPdf(bytes);
  const roots = trust.roots.map(readCertificate);
  const inside = evidenceIn(pdf);
  const evidence = {
    crls: [...inside.crls, ...(trust.evidence?.crls ?? [])],
    ocsps: [...inside.ocsps, ...(trust.evidence?.ocsps ?? [])],
  };
  let control = trust.now;
  const signatures: SignatureReport[] = [];
  for (const found of findSignatures(pdf).toReversed()) {
    const one = reportOn(found);
    if (one.kind === 'timestamp' && one.provenAt && one.indication === 'TOTAL-PASSED')
      control = one.provenAt;
    signatures.unshift(one);
  }
  return { indication: worstOf(signatures.map((each) => each.indication)), signatures };

  function reportOn(found: FoundSignature): SignatureReport {
    const about = { kind: found.kind, isLast: found.end === bytes.length, reason: found.reason };
    const known: Known = {};
    try {
      check(found, known);
      return { ...about, ...known, indication: 'TOTAL-PASSED', words: passedWords };
    } catch (error) {
      // Whatever a library throws over bytes from outside: they are malformed.
      const sub = error instanceof SignatureFault ? error.sub : 'FORMAT_FAILURE';
      return {
        ...about,
        ...known,
        sub,
        indication: indicationOf(sub),
        words: faultWords[sub],
      };
    }
  }

  function check(found: FoundSignature, known: Known): void {
    const signed = signedBytes(pdf, found);
    if (found.kind === 'timestamp') {
      const stamp = verifyStamp(found.contents, signed);
      name(known, stamp.cms);
      known.provenAt = checkStamp(stamp);
    } else {
      const cms = verifyCms(found.contents, signed);
      name(known, cms);
      const [token] = cms.tokens;
      if (token) known.provenAt = checkStamp(verifyStamp(token, cms.signature));
      checkCertificates(cms, 'signature', known.provenAt);
    }
    checkKept(found);
  }

  function checkStamp(stamp: VerifiedStamp): Date {
    if (stamp.at > control) throw new SignatureFault('TIMESTAMP_FAILURE', 'of the future');
    checkCertificates(stamp.cms, 'timestamp', undefined);
    return stamp.at;
  }

  /** Whether all certificates counted at the proven time, or count at the time of control. */
  function checkCertificates(
    cms: VerifiedCms,
    purpose: 'signature' | 'timestamp',
    proven: Date | undefined,
  ): void {
    const at = proven ?? control;
    const around = [...cms.certificates, ...inside.certificates];
    const chain = chainOf(cms.signer, around, roots);
    // Those that come along are of the same trust, or somebody put them there.
    for (const each of cms.certificates) chainOf(each, around, roots);
    checkPurpose(cms.signer, purpose);
    for (const { validFrom, validTo } of chain) {
      if (at < validFrom) throw new SignatureFault('NOT_YET_VALID');
      if (at > validTo) throw new SignatureFault(proven ? 'EXPIRED' : 'OUT_OF_BOUNDS_NO_POE');
    }
    chain.slice(0, -1).forEach((each, n) => checkStanding(each, chain[n + 1]!, at, proven));
  }

  function checkStanding(
    one: ReadCertificate,
    issuer: ReadCertificate,
    at: Date,
    proven: Date | undefined,
  ): void {
    if (one.extensions.has(ids.ocspNoCheck)) return;
    const standing = standingOf(one, issuer, evidence, at);
    if (!standing) throw new SignatureFault('TRY_LATER');
    if (standing.revokedAt !== null && standing.revokedAt <= at)
      throw new SignatureFault(proven ? 'REVOKED' : 'REVOKED_NO_POE');
  }

  function checkKept({ end }: FoundSignature): void {
    if (end === bytes.length) return;
    if (!isUnchanged(openPdf(bytes.subarray(0, end)), pdf))
      throw new SignatureFault('ALTERED_AFTER_SIGNING');
  }
}

/** What is known of a signature before all of it was checked. */
interface Known {
  signer?: string;
  issuer?: string;
  provenAt?: Date;
}

function name(known: Known, { signer }: VerifiedCms): void {
  known.signer = nameOfSubject(signer);
  known.issuer = nameOfIssuer(signer);
}

/** What a signature covers: all of a state of the file but for the hole in which it stands itself. */
function signedBytes({ bytes }: Pdf, { range, hole, end }: FoundSignature): Buffer {
  const [start, length, next] = range;
  const isWhole = start === 0 && length === hole.from && next === hole.to && end <= bytes.length;
  if (!isWhole || hole.from < 0) throw new SignatureFault('FORMAT_FAILURE', 'byte range');
  const digits = bytes.toString('latin1', hole.from + 1, hole.to - 1);
  if (!/^(?:[0-9a-f]+|[0-9A-F]+)$/.test(digits)) throw new SignatureFault('FORMAT_FAILURE', 'hole');
  return Buffer.concat([bytes.subarray(0, length), bytes.subarray(next, end)]);
}
