import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SdJwtFault } from './fault.ts';
import { publicKeyOf } from './jws.ts';
import { checkIssued, parseSdJwt } from './sd-jwt.ts';
import {
  newStatusList,
  packStatusList,
  statusAt,
  unpackStatusList,
  withStatuses,
  type Bits,
} from './status-list.ts';

interface Vectors {
  readonly sdJwt: readonly { name: string; jwt: string; disclosures: string[] }[];
  readonly statusLists: readonly { bits: Bits; lst: string; statuses: [number, number][] }[];
}

/** Examples of RFC 9901 (section 5.1, appendix A) and of the Token Status List draft (appendix C). */
const vectors = JSON.parse(
  readFileSync(join(import.meta.dirname, 'published-vectors.json'), 'utf8'),
) as Vectors;

/** RFC 9901, appendix A.5. */
const issuer = publicKeyOf({
  kty: 'EC',
  crv: 'P-256',
  x: 'b28d4MwZMjw8-00CG4xfnn9SLMVMM19SlqZpVb_uNtQ',
  y: 'Xv5zWwuoaTgdS6hV43yI6gBwTnjukmFQQnJ_kCxzqk8',
});

test.each(vectors.sdJwt)('example $name reads with all its disclosures', (example) => {
  const compact = [example.jwt, ...example.disclosures, ''].join('~');
  const claims = checkIssued(parseSdJwt(compact), issuer);
  expect(JSON.stringify(claims)).not.toMatch(/"_sd"|"\.\.\."/);
  expect(claims).toMatchSnapshot();
});

test.each(vectors.sdJwt)('example $name does not read with one letter changed', (example) => {
  const end = example.jwt.lastIndexOf('.') + 5;
  const letter = example.jwt[end] === 'A' ? 'B' : 'A';
  const forged = `${example.jwt.slice(0, end)}${letter}${example.jwt.slice(end + 1)}~`;
  expect(() => checkIssued(parseSdJwt(forged), issuer)).toThrow(SdJwtFault);
});

test('of the example of section 5.1 only what is disclosed is read', () => {
  const [{ jwt, disclosures }] = vectors.sdJwt as [Vectors['sdJwt'][number]];
  const [, family, , , , address, , , us] = disclosures;
  const claims = checkIssued(parseSdJwt(`${jwt}~${family}~${address}~${us}~`), issuer);
  expect(claims).toMatchObject({ family_name: 'Doe', nationalities: ['US'], sub: 'user_42' });
  expect(claims).not.toHaveProperty('given_name');
});

test.each(vectors.statusLists)('a list of $bits bits is that of the draft', (example) => {
  const list = withStatuses(newStatusList(2 ** 20, example.bits), example.statuses);
  const read = unpackStatusList({ bits: example.bits, lst: example.lst });
  expect(Buffer.from(read.bytes).equals(list.bytes)).toBe(true);
  // Not letter by letter: the zlib of Node finds other matches than the one of the examples.
  expect(unpackStatusList({ ...packStatusList(list) })).toEqual(read);
  for (const [index, status] of example.statuses) expect(statusAt(read, index)).toBe(status);
});
