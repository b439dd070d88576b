const shape = /^([a-z][a-z-]{0,30})\/([0-9a-f]{64})$/;

/** Reads a key. Throws RangeError on anything else, so that no path from outside ever reaches the disk. */
export function parseKey(key: string): { area: string; sha256: string } {
  const [, area, sha256] = shape.exec(key) ?? [];
  if (area === undefined || sha256 === undefined) throw new RangeError(`Not a file key: ${key}`);
  return { area, sha256 };
}

export function makeKey(area: string, sha256: string): string {
  const key = `${area}/${sha256}`;
  parseKey(key);
  return key;
}
