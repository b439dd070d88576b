/** Canonical JSON (RFC 8785): the same value always gives the same text. What JSON cannot hold is left out, as `JSON.stringify` does. */
export function canonical(value: unknown): string {
  return JSON.stringify(sorted(JSON.parse(JSON.stringify(value))));
}

/** Keys in the order of their UTF-16 code units, which is how JavaScript compares. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const source = value as Record<string, unknown>;
  // Without a prototype a key `__proto__` is a key like any other.
  const target = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(source).toSorted(byCodeUnit)) target[key] = sorted(source[key]);
  return target;
}

function byCodeUnit(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
