/**
 * A text as people search for it: without diacritics, đ as d, lower case.
 * Unicode decomposition does not split đ, so it is mapped by hand.
 */
export function fold(s: string): string {
  return s
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase();
}
