import { readCertificate, type ReadCertificate } from '#/platform/pades/index.ts';

/** The certificates in a text of PEM (RFC 7468); undefined when one cannot be read or there is none. */
export function readPem(text: string): readonly ReadCertificate[] | undefined {
  const blocks = [
    ...text.matchAll(/-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g),
  ];
  try {
    const read = blocks
      .slice(0, 7)
      .map(([, body = '']) => readCertificate(Buffer.from(body, 'base64')));
    return read.length === 0 ? undefined : read;
  } catch {
    return undefined;
  }
}

/** Names in a list by semicolons. */
export function namesIn(list: string): string[] {
  return list
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .slice(0, 10);
}
