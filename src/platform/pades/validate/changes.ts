import type { Pdf } from '../pdf/open-pdf.ts';
import {
  isDict,
  isList,
  isOfType,
  isRef,
  isStream,
  isText,
  nameOf,
  type PdfDict,
  type PdfValue,
} from '../pdf/value.ts';

/** What may differ in the catalog: evidence for later validation, and the level that it needs. */
const freeInCatalog: ReadonlySet<string> = new Set(['DSS', 'Extensions']);

/**
 * Whether a later state of a file shows the same as a signed one: all that can be reached from its catalog is equal but
 * for evidence, further signatures, and time stamps. Looking at what can be reached, not at what was appended, leaves no
 * way for shadows: objects that lay hidden in the signed part and are brought out afterwards.
 */
export function isUnchanged(signed: Pdf, later: Pdf): boolean {
  const compared = new Set<number>();
  const [root, laterRoot] = [signed.trailer.get('Root'), later.trailer.get('Root')];
  if (!isRef(root) || !isRef(laterRoot) || root.ref !== laterRoot.ref) return false;
  if (!isSame(signed.trailer.get('Info') ?? null, later.trailer.get('Info') ?? null)) return false;
  const [catalog, laterCatalog] = [signed.get(root), later.get(laterRoot)];
  if (!isDict(catalog) || !isDict(laterCatalog)) return false;
  compared.add(root.ref);
  return sameEntries(catalog, laterCatalog, (key, one, other) =>
    freeInCatalog.has(key)
      ? true
      : key === 'AcroForm'
        ? isFormKept(signed.follow(one), later.follow(other))
        : undefined,
  );

  function isSame(one: PdfValue, other: PdfValue): boolean {
    if (isRef(one) || isRef(other)) {
      if (!isRef(one) || !isRef(other) || one.ref !== other.ref) return false;
      if (compared.has(one.ref)) return true;
      compared.add(one.ref);
      return isSame(signed.get(one), later.get(other));
    }
    if (isList(one)) return isList(other) && areSame(one, other);
    if (isStream(one))
      return isStream(other) && one.data.equals(other.data) && isSame(one.dict, other.dict);
    if (isDict(one)) return isDict(other) && isDictKept(one, other);
    if (isText(one)) return isText(other) && one.bytes.equals(other.bytes);
    const name = nameOf(one);
    return name === undefined ? one === other : name === nameOf(other);
  }

  function areSame(one: readonly PdfValue[], other: readonly PdfValue[]): boolean {
    return one.length === other.length && one.every((each, n) => isSame(each, other[n] ?? null));
  }

  function isDictKept(one: PdfDict, other: PdfDict): boolean {
    const mayGainAnnots = isOfType(one, 'Page');
    const isOpenField = nameOf(one.get('FT')) === 'Sig' && !one.has('V');
    return sameEntries(one, other, (key, before, after) => {
      if (mayGainAnnots && key === 'Annots') return areKept(before, after);
      return isOpenField && (key === 'V' || key === 'AP') ? true : undefined;
    });
  }

  /** The same keys with the same values, but for those of which the caller knows better. */
  function sameEntries(
    one: PdfDict,
    other: PdfDict,
    judge: (key: string, one: PdfValue, other: PdfValue) => boolean | undefined,
  ): boolean {
    return [...new Set([...one.keys(), ...other.keys()])].every((key) => {
      const [before, after] = [one.get(key) ?? null, other.get(key) ?? null];
      return judge(key, before, after) ?? isSame(before, after);
    });
  }

  function isFormKept(one: PdfValue, other: PdfValue): boolean {
    if (!isDict(other)) return one === null && other === null;
    return sameEntries(isDict(one) ? one : new Map(), other, (key, before, after) => {
      if (key === 'Fields') return areKept(before, after);
      return key === 'SigFlags' ? true : undefined;
    });
  }

  /** A list that only grew, by signatures. */
  function areKept(one: PdfValue, other: PdfValue): boolean {
    const [before, after] = [signed.follow(one), later.follow(other)];
    const old = isList(before) ? before : [];
    if (!isList(after)) return old.length === 0 && after === null;
    return (
      areSame(old, after.slice(0, old.length)) && after.slice(old.length).every(isNewSignature)
    );
  }

  function isNewSignature(value: PdfValue): boolean {
    const field = later.follow(value);
    if (!isRef(value) || !isDict(field)) return false;
    const isSignature =
      nameOf(field.get('Subtype')) === 'Widget' &&
      nameOf(field.get('FT')) === 'Sig' &&
      isDict(later.follow(field.get('V')));
    return isSignature && !['A', 'AA', 'Parent', 'Kids'].some((key) => field.has(key));
  }
}
