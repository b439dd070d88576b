/** The longest entry that a bundle can hold. */
const maxEntryBytes = 65_535;

/** Entries one after another, each after its length as big-endian uint16 (C2SP tlog-tiles). */
export function encodeBundle(entries: readonly Uint8Array[]): Buffer {
  const parts = entries.flatMap((entry) => {
    if (entry.length > maxEntryBytes) throw new RangeError(`entry of ${entry.length} bytes`);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(entry.length);
    return [length, entry];
  });
  return Buffer.concat(parts);
}

/** Reads a bundle. @throws RangeError when it ends inside an entry. */
export function decodeBundle(bundle: Buffer): Buffer[] {
  const entries: Buffer[] = [];
  for (let at = 0; at < bundle.length;) {
    const start = at + 2;
    const end = start + (start <= bundle.length ? bundle.readUInt16BE(at) : 0);
    if (start > bundle.length || end > bundle.length) throw new RangeError('bundle is cut off');
    entries.push(bundle.subarray(start, end));
    at = end;
  }
  return entries;
}
