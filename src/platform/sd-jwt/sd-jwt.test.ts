import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conceal, type Frame } from './conceal.ts';
import { checkCredential, issueCredential } from './credential.ts';
import { makeDisclosure } from './disclosure.ts';
import { SdJwtFault } from './fault.ts';
import { addressOfDid, didDocument, didOfSite, keyOfDid } from './issuer-keys.ts';
import { isObject, signJws, type Json, type JsonObject } from './jws.ts';
import { bindKey } from './key-binding.ts';
import { reveal } from './reveal.ts';
import { parseSdJwt, withDisclosures } from './sd-jwt.ts';
import {
  newStatusList,
  readStatusListToken,
  signStatusList,
  statusAt,
  withStatuses,
} from './status-list.ts';

const pair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const office = pair();
const holder = pair();
const at = new Date('2026-07-15T08:00:00Z');
const issuer = 'https://xa.example';
const audience = 'did:web:bank.example';
const asked = { audience, nonce: 'n-1' };
const holderJwk = holder.publicKey.export({ format: 'jwk' }) as JsonObject;
const claims = { ho_ten: 'Nguyễn Minh Anh', ngay_sinh: '2026-06-25', noi_sinh: 'Huế' };

const issue = (over: object = {}) =>
  issueCredential(
    { type: `${issuer}/vct/khai-sinh`, issuer, issuedAt: at, holder: holderJwk, claims, ...over },
    { key: office.privateKey, header: { kid: '1' } },
  );
const show = (compact: string, names: readonly string[]) =>
  withDisclosures(parseSdJwt(compact), ({ name }) => names.includes(name ?? ''));
const present = (compact = issue(), over: object = {}, key = holder.privateKey) =>
  bindKey(show(compact, ['ho_ten', 'ngay_sinh']), { ...asked, at, ...over }, key);
const check = (compact: string, when = at) =>
  checkCredential(compact, () => office.publicKey, { at: when, binding: asked });
const reasonOf = async (compact: string, when = at) =>
  check(compact, when).then(
    () => 'accepted',
    (error: unknown) => (error instanceof SdJwtFault ? error.reason : error),
  );

test('a verifier sees what the holder shows and nothing more', async () => {
  const compact = present();
  const { credential } = await check(compact);
  expect(credential.claims).toEqual({ ho_ten: 'Nguyễn Minh Anh', ngay_sinh: '2026-06-25' });
  expect(Buffer.from(compact.split('~')[0]!.split('.')[1]!, 'base64url').toString()).not.toContain(
    'Huế',
  );
});

test('how many claims there are is not told by the number of digests', () => {
  const digests = parseSdJwt(issue()).jwt.payload['_sd'] as string[];
  expect(digests).toHaveLength(8);
  expect(digests).toEqual(digests.toSorted());
});

test('another key, another verifier, another request and an old binding are refused', async () => {
  expect(await reasonOf(present(issue(), {}, pair().privateKey))).toBe('holder');
  expect(await reasonOf(present(issue(), { audience: 'did:web:other.example' }))).toBe('audience');
  expect(await reasonOf(present(issue(), { nonce: 'n-0' }))).toBe('nonce');
  expect(await reasonOf(present(), new Date(at.getTime() + 301_000))).toBe('stale');
  expect(await reasonOf(present(), new Date(at.getTime() - 61_000))).toBe('not-yet');
  expect(await reasonOf(show(issue(), ['ho_ten']))).toBe('binding');
  expect(await reasonOf(present(issue({ holder: undefined })))).toBe('holder');
});

test('a binding does not hold for other disclosures than those it was made for', async () => {
  const compact = issue();
  const kb = present(compact).split('~').at(-1)!;
  expect(await reasonOf(show(compact, ['ho_ten', 'ngay_sinh', 'noi_sinh']) + kb)).toBe('binding');
});

test('an expired credential, a foreign type and another algorithm are refused', async () => {
  const short = issue({ expiresAt: new Date(at.getTime() + 1000) });
  expect(await reasonOf(present(short), new Date(at.getTime() + 1000))).toBe('expired');
  const payload = { iss: issuer, vct: 'x', cnf: { jwk: holderJwk } };
  const other = signJws({ typ: 'JWT' }, payload, office.privateKey);
  expect(await reasonOf(`${other}~`)).toBe('type');
  const none = [{ typ: 'dc+sd-jwt', alg: 'none' }, payload]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  expect(await reasonOf(`${none}.~`)).toBe('algorithm');
});

test('a disclosure that was added, sent twice or swapped is refused', async () => {
  const compact = issue();
  const { encoded } = makeDisclosure('ho_ten', 'Trần Văn Giả');
  expect(await reasonOf(`${compact}${encoded}~`)).toBe('digest');
  const first = compact.split('~')[1]!;
  expect(await reasonOf(`${compact}${first}~`)).toBe('digest');
  expect(await reasonOf(compact.replace(first, encoded))).toBe('digest');
});

test('what controls a credential may not be brought by a disclosure', async () => {
  const exp = makeDisclosure('exp', 9_999_999_999);
  const payload = { iss: issuer, vct: 'x', _sd: [exp.digest], cnf: { jwk: holderJwk } };
  const forged = signJws({ typ: 'dc+sd-jwt' }, payload, office.privateKey);
  expect(await reasonOf(`${forged}~${exp.encoded}~`)).toBe('claims');
  expect(() => issue({ claims: { exp: 1 } })).toThrow(SdJwtFault);
});

test('any letter of a presentation that is changed makes it worth nothing', async () => {
  const compact = present();
  await fc.assert(
    fc.asyncProperty(
      fc.nat(compact.length - 1),
      fc.constantFrom('A', 'b', '7', '~', '.'),
      async (index, letter) => {
        fc.pre(compact[index] !== letter);
        const changed = compact.slice(0, index) + letter + compact.slice(index + 1);
        expect(await reasonOf(changed)).not.toBe('accepted');
      },
    ),
    { numRuns: 400 },
  );
});

test('whatever is hidden in objects and lists, nested or not, is read again when all is disclosed', () => {
  const { value } = fc.letrec<{ value: Json; frame: Frame }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.jsonValue({ maxDepth: 0 }) as fc.Arbitrary<Json>,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), tie('value'), { maxKeys: 3 }),
    ),
    frame: fc.constant(true as const),
  }));
  const hideAll = (node: Json): Frame => {
    const entries = isObject(node) || Array.isArray(node) ? Object.entries(node) : [];
    const parts = Object.fromEntries(entries.map(([name, one]) => [name, hideAll(one as Json)]));
    return { self: true, parts };
  };
  const object = fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), value, { maxKeys: 4 });
  fc.assert(
    fc.property(object, fc.nat(5), (plain, decoys) => {
      const root = hideAll(plain) as Exclude<Frame, true>;
      const { payload, disclosures } = conceal(plain, root.parts, decoys);
      expect(reveal(payload, disclosures)).toEqual(plain);
      expect(reveal(payload, [])).toEqual({});
    }),
  );
});

test('a signed status list tells which are revoked, for its own address and in its time only', () => {
  const uri = `${issuer}/giay-to-so/trang-thai/1`;
  const list = withStatuses(newStatusList(1000, 1), [[7, 1]]);
  const facts = { uri, at, ttlSeconds: 60, expSeconds: 3600 };
  const token = signStatusList(list, facts, { key: office.privateKey, kid: '1' });
  const read = readStatusListToken(token, uri, office.publicKey, at);
  expect([statusAt(read, 6), statusAt(read, 7)]).toEqual([0, 1]);
  expect(() => statusAt(read, 1000)).toThrow(SdJwtFault);
  expect(() => readStatusListToken(token, `${uri}1`, office.publicKey, at)).toThrow(SdJwtFault);
  const later = new Date(at.getTime() + 3600_000);
  expect(() => readStatusListToken(token, uri, office.publicKey, later)).toThrow(SdJwtFault);
  expect(() => readStatusListToken(token, uri, holder.publicKey, at)).toThrow(SdJwtFault);
});

test('the key of an office is found in its DID document, and no other is', () => {
  const did = didOfSite('https://xa.example:8443/x');
  expect(did).toBe('did:web:xa.example%3A8443');
  expect(addressOfDid(did)).toBe('https://xa.example:8443/.well-known/did.json');
  expect(addressOfDid('did:web:xa.example:a:b')).toBe('https://xa.example/a/b/did.json');
  expect(addressOfDid('did:web:x%2Fy')).toBeUndefined();
  const jwk = { ...(office.publicKey.export({ format: 'jwk' }) as JsonObject), kid: '1' };
  const document = didDocument(did, [jwk]);
  expect(keyOfDid(document, did, `${did}#1`).equals(office.publicKey)).toBe(true);
  expect(() => keyOfDid(document, did, '#2')).toThrow(SdJwtFault);
  expect(() => keyOfDid(document, 'did:web:other.example', '#1')).toThrow(SdJwtFault);
});
