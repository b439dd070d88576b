/** The words of a parameter of OAuth that lists them by spaces; none when it is anything else. */
export function wordsIn(value: unknown): string[] {
  return typeof value === 'string' ? value.split(' ').filter((word) => word !== '') : [];
}
