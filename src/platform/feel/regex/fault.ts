/** Not a regular expression; FEEL makes null of it. */
export class PatternFault extends Error {
  override readonly name = 'PatternFault';
}
