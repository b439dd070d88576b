export { verifyStamp } from './cms/read-cms.ts';
export { httpStamper } from './cms/http-stamper.ts';
export { answerStamp, stampOf, type Stamper } from './cms/timestamp.ts';
export { fetchEvidence } from './net/fetch-evidence.ts';
export { findLink, type Place } from './pdf/find-link.ts';
export { PdfFault } from './pdf/value.ts';
export {
  nameOfIssuer,
  nameOfSubject,
  readCertificate,
  type ReadCertificate,
} from './pki/certificate.ts';
export { softwareSigner, type Signer } from './pki/signer.ts';
export {
  makeAuthority,
  openAuthority,
  type Authority,
  type AuthorityKeys,
} from './pki/software-authority.ts';
export { addEvidence, type Evidence } from './sign/add-evidence.ts';
export type { Seal } from './sign/seal.ts';
export { signPdf, stampPdf, type SignatureOrder } from './sign/sign-pdf.ts';
export type { Indication, PdfReport, SignatureReport } from './validate/report.ts';
export { certificatesIn } from './validate/certificates-in.ts';
export { validatePdf, type Trust } from './validate/validate-pdf.ts';
