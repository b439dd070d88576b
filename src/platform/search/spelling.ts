const onset = 'b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|q|r|s|t|th|tr|v|x';
const rhyme = [
  'a(c|ch|i|m|n|ng|nh|o|p|t|u|y)?',
  'e(c|m|n|ng|nh|o|p|t|u|ch)?',
  'i(a|ch|ec|em|en|eng|ep|et|eu|m|n|nh|p|t|u)?',
  'o(a(c|ch|i|m|n|ng|nh|o|p|t|y)?|c|e(n|o|t)?|i|m|n|ng|oc|ong|p|t)?',
  'u(a(n|ng|t|y|c)?|c|e(ch|nh|n|t)?|i|m|n|ng|o(c|i|m|n|ng|p|t|u)?|p|t|u|y(a|ch|en|et|nh|t|u|n|p)?)?',
  'y(em|en|eng|et|eu|ch|nh|t)?',
].join('|');
const shape = new RegExp(`^(${onset})?(${rhyme})$`);

/**
 * Whether folded letters can be a Vietnamese syllable. One that can be but is not known is more likely a word of
 * another subject than a slip of the finger.
 */
export function isSpellable(plain: string): boolean {
  return shape.test(plain);
}
