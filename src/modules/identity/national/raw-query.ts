/**
 * The parameters of a query by RFC 3986, in which `+` is itself and no blank: VNeID sends codes in base64 without
 * encoding them, and `URLSearchParams` would break one in three. The first of a name counts; undefined when the query
 * cannot be decoded or names something twice, as an honest answer never does.
 */
export function readRawQuery(search: string): ReadonlyMap<string, string> | undefined {
  const found = new Map<string, string>();
  for (const pair of search.split('&').filter((one) => one !== '')) {
    const cut = pair.indexOf('=');
    const [name, value] = cut < 0 ? [pair, ''] : [pair.slice(0, cut), pair.slice(cut + 1)];
    const decoded = [decode(name), decode(value)] as const;
    if (decoded[0] === undefined || decoded[1] === undefined || found.has(decoded[0]))
      return undefined;
    found.set(decoded[0], decoded[1]);
  }
  return found;
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
