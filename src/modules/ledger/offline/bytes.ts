/** Bytes without Node's Buffer: this code runs in browsers from a saved file. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Reads base64, also of the kind for addresses; undefined when it is not the one spelling. */
export function fromBase64(text: string): Uint8Array | undefined {
  try {
    const plain = text.replace(/-/g, '+').replace(/_/g, '/');
    const bytes = Uint8Array.from(atob(plain), (letter) => letter.charCodeAt(0));
    return toBase64(bytes).replace(/=+$/, '') === plain.replace(/=+$/, '') ? bytes : undefined;
  } catch {
    return undefined;
  }
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
