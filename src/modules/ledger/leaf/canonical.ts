/**
 * Canonical JSON (RFC 8785): the same value always gives the same text. Numbers and strings are written as JavaScript
 * writes them, which is what the RFC asks for; what JSON cannot hold is left out, as `JSON.stringify` does.
 */
export function canonical(value: unknown): string {
  return written(value) ?? 'null';
}

function written(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null)
    return JSON.stringify(value) as string | undefined;
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const { toJSON } = value as { toJSON?: () => unknown };
  if (typeof toJSON === 'function') return written(toJSON.call(value));
  let text = '';
  // By UTF-16 code units, which is how JavaScript compares.
  for (const key of Object.keys(value).sort()) {
    const member = written((value as Record<string, unknown>)[key]);
    if (member !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${member}`;
  }
  return `{${text}}`;
}
