import { certificatesOf } from '../cms/read-cms.ts';
import { openPdf } from '../pdf/open-pdf.ts';
import { evidenceIn } from './evidence-in.ts';
import { findSignatures } from './find-signatures.ts';

/**
 * DER of all certificates that signatures and time stamps of a file bring along, and its lists and answers.
 * @throws PdfFault when the file is no PDF that can be read.
 */
export function certificatesIn(bytes: Buffer) {
  const pdf = openPdf(bytes);
  const { certificates, crls, ocsps } = evidenceIn(pdf);
  const ofSignatures = findSignatures(pdf).flatMap(({ contents }) => certificatesOf(contents));
  return { certificates: [...certificates.map(({ der }) => der), ...ofSignatures], crls, ocsps };
}
