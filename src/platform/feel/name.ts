/** A name as written: NFC, white space at the ends dropped and between words collapsed to one space. */
export function tidyName(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** Names are the same when they differ only in white space: around the signs . / - ' + * it means nothing. */
export function nameKey(name: string): string {
  return tidyName(name).replace(/ ?(\*\*|[./\-'+*]) ?/g, '$1');
}
