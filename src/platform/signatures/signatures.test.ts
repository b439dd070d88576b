import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentDigest, openSigner, signMessage, verifyMessage, type Message } from './index.ts';

const at = new Date('2026-07-14T02:00:00Z');
const signer = openSigner(Buffer.alloc(32, 7));
const keyOf = async (keyId: string) => (keyId === signer.keyId ? signer.publicKey : undefined);

const plain = {
  method: 'POST',
  targetUri: 'https://cong-an.example/api/v1/lien-thong',
  body: Buffer.from('{"a":1}'),
};

function signed(): Message {
  return { ...plain, fields: { ...signMessage(signer, plain, 'application/json', at) } };
}

const check = (message: Message, when = at) => verifyMessage(message, when, keyOf);

describe('a signed message', () => {
  test('is believed for five minutes', async () => {
    expect(await check(signed())).toMatchObject({ keyId: signer.keyId });
    expect(await check(signed(), new Date(at.getTime() + 300_000))).toMatchObject({ created: at });
    expect(await check(signed(), new Date(at.getTime() + 301_000))).toBe('expired');
    expect(await check(signed(), new Date(at.getTime() - 61_000))).toBe('expired');
  });

  test('is not believed elsewhere, with other words, or by another key', async () => {
    const message = signed();
    const other = openSigner(Buffer.alloc(32, 8));
    expect(await check({ ...message, targetUri: 'https://thue.example/' })).toBe('wrong-signature');
    expect(await check({ ...message, method: 'PUT' })).toBe('wrong-signature');
    expect(await check({ ...message, body: Buffer.from('{"a":2}') })).toBe('wrong-signature');
    expect(await verifyMessage(message, at, async () => other.publicKey)).toBe('wrong-signature');
    expect(await verifyMessage(message, at, async () => undefined)).toBe('unknown-key');
  });

  test('must sign where it goes and what it says, once', async () => {
    const message = signed();
    const input = message.fields['signature-input']!;
    const without = (part: string) => ({
      ...message,
      fields: { ...message.fields, 'signature-input': input.replace(part, '') },
    });
    for (const part of [' "content-digest"', ' "@target-uri"', '"@method" '])
      expect(await check(without(part))).toBe('unsigned');
    for (const bad of ['', `${input}, ${input}`, input.replace('"@method"', '"@method" "@method"')])
      expect(
        await check({ ...message, fields: { ...message.fields, 'signature-input': bad } }),
      ).not.toHaveProperty('keyId');
  });

  test('is not believed with any one byte changed', async () => {
    const message = signed();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('content-type', 'content-digest', 'signature-input', 'signature'),
        fc.nat(200),
        async (name, place) => {
          const field = message.fields[name]!;
          const index = place % field.length;
          const letter = field[index] === 'A' ? 'B' : 'A';
          const bent = field.slice(0, index) + letter + field.slice(index + 1);
          const said = await check({ ...message, fields: { ...message.fields, [name]: bent } });
          // The name of the signature is no part of what it says, when both fields bear it.
          expect(typeof said).toBe('string');
        },
      ),
    );
  });

  test('is answered by a signature that names the request', async () => {
    const request = signed();
    const answer = { status: 200, body: Buffer.from('{}'), request };
    const fields = { ...signMessage(signer, answer, 'application/json', at) };
    expect(await check({ ...answer, fields })).toMatchObject({ keyId: signer.keyId });
    expect(await check({ ...answer, fields, status: 202 })).toBe('wrong-signature');
    expect(await check({ ...answer, fields, request: signed() })).toBe('wrong-signature');
  });
});

test('a signature is what RFC 9421 gives for its own key of Ed25519', async () => {
  // Appendix B.1.4 (test-key-ed25519) and B.2.6 of the RFC.
  const key = 'JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs';
  const body = Buffer.from('{"hello": "world"}');
  expect(contentDigest(body)).toBe('sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:');
  const { signatureBase } = await import('./base.ts');
  const { isSignedBy } = await import('./ed25519.ts');
  const base = signatureBase(
    {
      method: 'POST',
      body,
      fields: {
        date: 'Tue, 20 Apr 2021 02:07:55 GMT',
        'content-type': 'application/json',
        'content-length': '18',
      },
    },
    ['"date"', '"@method"', '"content-type"', '"content-length"'],
    ';created=1618884473;keyid="test-key-ed25519"',
  );
  // The RFC signs "@path" and "@authority" as well; our messages name them by the whole address.
  const whole = base!
    .replace('"content-type"', '"@path": /foo\n"@authority": example.com\n"content-type"')
    .replace(
      '("date" "@method" "content-type"',
      '("date" "@method" "@path" "@authority" "content-type"',
    );
  const signature = Buffer.from(
    'wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==',
    'base64',
  );
  expect(isSignedBy(key, whole, signature)).toBe(true);
});
