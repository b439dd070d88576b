import type { Pdf } from '../pdf/open-pdf.ts';
import { isDict, isList, isStream } from '../pdf/value.ts';
import { unpack } from '../pdf/unpack.ts';
import { readCertificate, type ReadCertificate } from '../pki/certificate.ts';

/** Certificates, lists and answers in the document security store of a file (ISO 32000-2, 12.8.4.3). */
export function evidenceIn(pdf: Pdf) {
  const catalog = pdf.follow(pdf.trailer.get('Root'));
  const dss = isDict(catalog) ? pdf.follow(catalog.get('DSS')) : null;
  const streams = (key: string) => {
    const list = isDict(dss) ? pdf.follow(dss.get(key)) : null;
    return (isList(list) ? list : []).flatMap((each) => {
      const stream = pdf.follow(each);
      return isStream(stream) ? [unpack(stream)] : [];
    });
  };
  return {
    certificates: streams('Certs').flatMap(readQuietly),
    crls: streams('CRLs'),
    ocsps: streams('OCSPs'),
  };
}

/** One that cannot be read is left out: the chain is missing then. */
function readQuietly(der: Buffer): ReadCertificate[] {
  try {
    return [readCertificate(der)];
  } catch {
    return [];
  }
}
