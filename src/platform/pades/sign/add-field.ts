import { beginIncrement } from '../pdf/increment.ts';
import type { Pdf } from '../pdf/open-pdf.ts';
import { dictAt, listOf, pagesOf } from '../pdf/pages.ts';
import { isDict, isRef, PdfFault, type PdfRef, type PdfValue } from '../pdf/value.ts';
import { writeDict, writeText } from '../pdf/write.ts';
import { digitsOf } from '../pki/der.ts';
import { putSeal, type Seal } from './seal.ts';

export interface Field {
  readonly kind: 'signature' | 'timestamp';
  /** Bytes that the signature may have. */
  readonly room: number;
  readonly at: Date;
  readonly name?: string | undefined;
  readonly reason?: string | undefined;
  readonly seal?: Seal | undefined;
}

const rangeWidth = 60;

/** Adds a signature field with a hole for the signature; `/ByteRange` says already what will be signed. */
export function addField(pdf: Pdf, field: Field) {
  const update = beginIncrement(pdf);
  const [signature, widget] = [update.reserve(), update.reserve()];
  const root = pdf.trailer.get('Root') as PdfRef;
  const catalog = dictAt(pdf, root);
  const pageRef = pageOf(pdf, field.seal?.page ?? 0);
  const page = dictAt(pdf, pageRef);
  const title = `${field.kind === 'signature' ? 'Ky' : 'Dau thoi gian'} ${signature}`;
  update.put(signature, signatureDict(field));
  const seen = field.seal ? putSeal(update, field.seal) : undefined;
  update.put(
    widget,
    `<</Type /Annot /Subtype /Widget /FT /Sig /Rect [${seen?.rect ?? '0 0 0 0'}] /F 132 /T ${writeText(title)} ` +
      `/TU ${writeText(field.seal?.words.join(', ') ?? title)} /V ${signature} 0 R /P ${pageRef.ref} ${pageRef.gen} R` +
      `${seen ? ` /AP <</N ${seen.appearance} 0 R>>` : ''}>>`,
  );
  const ref = { ref: widget, gen: 0 };
  const annots = [...listOf(pdf.follow(page.get('Annots'))), ref];
  update.put(pageRef.ref, writeDict(new Map<string, PdfValue>([...page, ['Annots', annots]])));
  const form = pdf.follow(catalog.get('AcroForm'));
  const fields = isDict(form) ? listOf(pdf.follow(form.get('Fields'))) : [];
  const newForm = new Map<string, PdfValue>([
    ...(isDict(form) ? form : []),
    ['SigFlags', 3],
    ['Fields', [...fields, ref]],
  ]);
  const formRef = catalog.get('AcroForm');
  if (isRef(formRef)) update.put(formRef.ref, writeDict(newForm));
  else
    update.put(root.ref, writeDict(new Map<string, PdfValue>([...catalog, ['AcroForm', newForm]])));
  return cutHole(update.finish(), pdf.bytes.length, field.room);
}

function signatureDict({ kind, room, at, name, reason }: Field): string {
  const what =
    kind === 'signature'
      ? '/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached'
      : '/Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161';
  const words =
    kind === 'signature'
      ? ` /M (D:${digitsOf(at)}Z) /Name ${writeText(name ?? '')} /Reason ${writeText(reason ?? '')}`
      : '';
  return `<<${what}${words} /ByteRange [${' '.repeat(rangeWidth)}] /Contents <${'0'.repeat(room * 2)}>>>`;
}

/** Finds the hole in what was added, never in what was there before: earlier signatures have the same keys. */
function cutHole(file: Buffer, since: number, room: number) {
  const mark = `/Contents <${'0'.repeat(32)}`;
  const from = file.indexOf(mark, since, 'latin1') + '/Contents '.length;
  const to = from + room * 2 + 2;
  const range = file.lastIndexOf('/ByteRange [', from) + '/ByteRange ['.length;
  const ranges = `0 ${from} ${to} ${file.length - to}`.padEnd(rangeWidth);
  file.write(ranges, range, 'latin1');
  return { file, hole: { from, to } };
}

function pageOf(pdf: Pdf, wanted: number): PdfRef {
  const found = pagesOf(pdf).at(wanted);
  if (!found) throw new PdfFault('no such page');
  return found;
}
