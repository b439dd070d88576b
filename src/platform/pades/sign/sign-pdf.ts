import { createHash } from 'node:crypto';
import { attribute, signData } from '../cms/sign-data.ts';
import { stampOf, type Stamper } from '../cms/timestamp.ts';
import { openPdf } from '../pdf/open-pdf.ts';
import { PdfFault } from '../pdf/value.ts';
import { ids } from '../pki/names.ts';
import type { Signer } from '../pki/signer.ts';
import { addField, type Field } from './add-field.ts';

export interface SignatureOrder {
  readonly signer: Signer;
  readonly name: string;
  readonly reason: string;
  readonly at: Date;
  /** Makes it B-T. */
  readonly stamper?: Stamper | undefined;
  /** What is seen of it; nothing when left out. */
  readonly seal?: Field['seal'];
}

/** Room for a signature with its chain and a time stamp. */
const room = 16 * 1024;

/** Signs a PDF: PAdES B-B (ETSI EN 319 142-1), or B-T with a time stamp. What was signed before stays valid. */
export async function signPdf(pdf: Buffer, order: SignatureOrder): Promise<Buffer> {
  const { signer, stamper } = order;
  return await fillIn(
    addField(openPdf(pdf), { kind: 'signature', room, ...order }),
    async (ranges) => {
      const cms = await signData(signer, { digest: sha256(ranges) });
      if (!stamper) return cms.finish();
      return cms.finish(attribute(ids.timestampToken, await stampOf(stamper, cms.signature)));
    },
  );
}

/** Puts a time stamp over the whole document: what makes B-LT to B-LTA. */
export async function stampPdf(pdf: Buffer, stamper: Stamper, at: Date): Promise<Buffer> {
  const file = addField(openPdf(pdf), { kind: 'timestamp', room, at });
  return await fillIn(file, (ranges) => stampOf(stamper, ranges));
}

/** Signs all but the hole that the signature itself fills. */
async function fillIn(
  {
    file,
    hole,
  }: { readonly file: Buffer; readonly hole: { readonly from: number; readonly to: number } },
  sign: (ranges: Buffer) => Promise<Buffer>,
): Promise<Buffer> {
  const cms = await sign(Buffer.concat([file.subarray(0, hole.from), file.subarray(hole.to)]));
  if (cms.length * 2 + 2 > hole.to - hole.from)
    throw new PdfFault('signature larger than its room');
  file.write(cms.toString('hex'), hole.from + 1, 'latin1');
  return file;
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
