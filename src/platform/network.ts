import { isIPv6 } from 'node:net';

/**
 * What stands for one subscriber: an IPv4 address, or the first 64 bits of an IPv6 address, of which everybody has
 * 2⁶⁴ (RFC 4291, 2.5.1).
 */
export function networkOf(address: string): string {
  const plain = address.split('%', 1)[0]!;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain);
  if (mapped) return mapped[1]!;
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split('::');
  const [first, last] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean));
  const zeros = tail === undefined ? 0 : 8 - first!.length - last!.length;
  const groups = [...first!, ...Array.from({ length: zeros }, () => '0'), ...last!];
  return `${groups.slice(0, 4).join(':')}::/64`;
}
