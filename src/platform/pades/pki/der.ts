/** Writes DER (ITU-T X.690): tag, length, content. Reading is left to a library. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  if (length < 128) return Buffer.concat([Buffer.from([tag, length]), content]);
  const digits = length.toString(16);
  const bytes = Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | bytes.length]), bytes, content]);
}

export const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
export const octets = (content: Uint8Array) => der(0x04, content);
export const bits = (content: Uint8Array, unused = 0) => der(0x03, Buffer.from([unused]), content);
export const nothing = der(0x05);
export const yes = der(0x01, Buffer.from([0xff]));
export const utf8 = (text: string) => der(0x0c, Buffer.from(text.normalize('NFC')));
/** Context-specific and constructed: `[n] EXPLICIT`. */
export const tagged = (n: number, ...parts: readonly Uint8Array[]) => der(0xa0 | n, ...parts);

/** A SET OF: its members stand in the order of their bytes (X.690, 11.6). */
export function setOf(...members: readonly Buffer[]): Buffer {
  return der(0x31, ...members.toSorted((one, other) => one.compare(other)));
}

export function integer(value: number | Buffer): Buffer {
  const bytes = typeof value === 'number' ? bytesOf(value) : value;
  const start = bytes.findIndex((byte) => byte !== 0);
  const short = start < 0 ? Buffer.from([0]) : bytes.subarray(start);
  return der(0x02, ...(short[0]! > 127 ? [Buffer.from([0])] : []), short);
}

function bytesOf(value: number): Buffer {
  const digits = value.toString(16);
  return Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex');
}

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(value: number): number[] {
  const digits = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128))
    digits.unshift((rest % 128) | 128);
  return digits;
}

/** GeneralizedTime in whole seconds, as RFC 5280 and RFC 3161 want it. */
export function generalizedTime(at: Date): Buffer {
  return der(0x18, Buffer.from(`${digitsOf(at)}Z`));
}

/** Time of RFC 5280: UTCTime up to 2049. */
export function time(at: Date): Buffer {
  return at.getUTCFullYear() < 2050
    ? der(0x17, Buffer.from(`${digitsOf(at).slice(2)}Z`))
    : generalizedTime(at);
}

/** YYYYMMDDHHmmss in UTC. */
export function digitsOf(at: Date): string {
  return at.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14);
}
