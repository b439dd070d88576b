export { verifyStamp } from './cms/read-cms.ts';
export { answerStamp, stampOf, type Stamper } from './cms/timestamp.ts';
export { PdfFault } from './pdf/value.ts';
export type { ReadCertificate } from './pki/certificate.ts';
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
export { validatePdf, type Trust } from './validate/validate-pdf.ts';
