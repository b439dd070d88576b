import { beginIncrement } from '../pdf/increment.ts';
import { openPdf } from '../pdf/open-pdf.ts';
import { dictAt } from '../pdf/pages.ts';
import { isDict, isList, type PdfRef, type PdfValue } from '../pdf/value.ts';
import { streamObject, writeDict } from '../pdf/write.ts';

/** DER of what proves later that certificates counted. */
export interface Evidence {
  readonly certificates: readonly Buffer[];
  readonly crls: readonly Buffer[];
  readonly ocsps: readonly Buffer[];
}

/** Adds what validation needs later, without changing what was signed: B-T becomes B-LT (ISO 32000-2, 12.8.4.3). */
export function addEvidence(bytes: Buffer, { certificates, crls, ocsps }: Evidence): Buffer {
  const pdf = openPdf(bytes);
  const update = beginIncrement(pdf);
  const root = pdf.trailer.get('Root') as PdfRef;
  const catalog = dictAt(pdf, root);
  const before = pdf.follow(catalog.get('DSS'));
  const listed = (key: string, ders: readonly Buffer[]): [string, PdfValue][] => {
    const known = isDict(before) ? pdf.follow(before.get(key)) : null;
    const added = ders.map((der) => {
      const number = update.reserve();
      update.put(number, streamObject('', der));
      return { ref: number, gen: 0 };
    });
    const all = [...(isList(known) ? known : []), ...added];
    return all.length === 0 ? [] : [[key, all]];
  };
  const dss = update.reserve();
  update.put(
    dss,
    writeDict(
      new Map([
        ...listed('Certs', certificates),
        ...listed('CRLs', crls),
        ...listed('OCSPs', ocsps),
      ]),
    ),
  );
  const changed = new Map<string, PdfValue>([...catalog, ['DSS', { ref: dss, gen: 0 }]]);
  update.put(root.ref, writeDict(changed));
  return update.finish();
}
