import { bits, integer, octets, oid, sequence, tagged, time } from './der.ts';
import { readCertificate } from './certificate.ts';
import { ids } from './names.ts';
import { algorithmOfCertificate, type Signer } from './signer.ts';

/** A certificate that no longer counts, from an instant on. */
export interface Revoked {
  /** DER of its serial number. */
  readonly serial: Buffer;
  readonly at: Date;
}

/** A list of revoked certificates (RFC 5280, section 5) for all that this authority issued. */
export async function issueCrl(
  by: Signer,
  revoked: readonly Revoked[],
  { number, from, to }: { readonly number: number; readonly from: Date; readonly to: Date },
): Promise<Buffer> {
  const algorithm = algorithmOfCertificate(by.certificate);
  const rows = revoked.map(({ serial, at }) => sequence(serial, time(at)));
  const tbs = sequence(
    integer(1),
    algorithm,
    readCertificate(by.certificate).subject,
    time(from),
    time(to),
    ...(rows.length === 0 ? [] : [sequence(...rows)]),
    tagged(0, sequence(sequence(oid(ids.crlNumber), octets(integer(number))))),
  );
  return sequence(tbs, algorithm, bits(await by.sign(tbs)));
}
