import { ids } from '../pki/names.ts';
import { certIdOf } from '../pki/answer-ocsp.ts';
import { sequence } from '../pki/der.ts';
import { readCertificate, type ReadCertificate } from '../pki/certificate.ts';
import { chainOf, type Chain } from '../validate/chain.ts';
import { standingOf, type RevocationEvidence } from '../validate/revocation.ts';
import { askOver, type Asking } from './ask-over.ts';

interface Wanted {
  readonly certificates: readonly Buffer[];
  readonly roots: readonly Buffer[];
  /** What is there already. */
  readonly known?: RevocationEvidence | undefined;
  readonly now: Date;
}

/**
 * Fetches answers (OCSP) or lists (CRL) about certificates for which there are none yet. Only addresses in certificates
 * that lead up to a trusted root are asked: others are written by anybody, and would make this server call wherever they
 * like. What cannot be had is left out; the validation says then that it is not known.
 */
export async function fetchEvidence(
  { certificates, roots, known = { crls: [], ocsps: [] }, now }: Wanted,
  asking: Asking = { limitMs: 5_000 },
): Promise<RevocationEvidence> {
  const [crls, ocsps]: [Buffer[], Buffer[]] = [[], []];
  const all = certificates.map(readCertificate);
  const trusted = roots.map(readCertificate);
  const done = new Set<string>();
  for (const [one, issuer] of all.flatMap((each) => pairsOf(chainQuietly(each, all, trusted)))) {
    const id = one.der.toString('base64');
    const found = { crls: [...known.crls, ...crls], ocsps: [...known.ocsps, ...ocsps] };
    const isKnown = done.has(id) || one.extensions.has(ids.ocspNoCheck);
    if (isKnown || standingOf(one, issuer, found, now)) continue;
    done.add(id);
    const answer = await ocspOf(one, issuer, asking);
    if (answer && standingOf(one, issuer, { crls: [], ocsps: [answer] }, now)) ocsps.push(answer);
    else crls.push(...(await crlsOf(one, asking)));
  }
  return { crls, ocsps };
}

function chainQuietly(
  one: ReadCertificate,
  all: readonly ReadCertificate[],
  roots: readonly ReadCertificate[],
): Chain {
  try {
    return chainOf(one, all, roots);
  } catch {
    return [];
  }
}

function pairsOf(chain: Chain): (readonly [ReadCertificate, ReadCertificate])[] {
  return chain.slice(0, -1).map((each, n) => [each, chain[n + 1]!] as const);
}

async function ocspOf(
  one: ReadCertificate,
  issuer: ReadCertificate,
  asking: Asking,
): Promise<Buffer | undefined> {
  const request = sequence(sequence(sequence(sequence(certIdOf(one, issuer)))));
  for (const url of urlsIn(one, ids.authorityAccess, true)) {
    const [type, answer] = ['application/ocsp-request', 'application/ocsp-response'];
    const body = await askOver(url, { type, body: request, answer }, asking).catch(() => undefined);
    if (body) return body;
  }
  return undefined;
}

async function crlsOf(one: ReadCertificate, asking: Asking): Promise<Buffer[]> {
  for (const url of urlsIn(one, ids.crlPoints)) {
    const body = await askOver(url, {}, asking).catch(() => undefined);
    if (body) return [body];
  }
  return [];
}

/** Addresses within an extension: names of kind [6] that begin with http. Both extensions hold no other such names. */
function urlsIn({ extensions }: ReadCertificate, id: string, isOcsp = false): string[] {
  const text = extensions.get(id)?.value.toString('latin1') ?? '';
  const all = [...text.matchAll(/\x86[\s\S](https?:\/\/[\x21-\x7e]+)/g)];
  return all
    .map((found) => found[1]!.slice(0, found[0].charCodeAt(1)))
    .filter((_, n) => !isOcsp || isOcspAt(text, all[n]!.index));
}

/** The method stands before the name: 1.3.6.1.5.5.7.48.1 is OCSP, …48.2 leads to the issuer. */
function isOcspAt(text: string, at: number): boolean {
  return text.slice(Math.max(0, at - 8), at).endsWith('\x2b\x06\x01\x05\x05\x07\x30\x01');
}
