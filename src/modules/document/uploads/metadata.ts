/** Reads the header Upload-Metadata of the tus protocol: names and base64 values, divided by commas. */
export function readMetadata(
  header: string | string[] | undefined,
): Record<string, string | undefined> {
  const pairs = String(header ?? '')
    .split(',')
    .map((pair) => pair.trim().split(' '))
    .map(
      ([name = '', value = '']) => [name, Buffer.from(value, 'base64').toString('utf8')] as const,
    );
  return Object.fromEntries(pairs);
}
