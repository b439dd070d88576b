import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  addEvidence,
  makeAuthority,
  openAuthority,
  PdfFault,
  signPdf,
  validatePdf,
} from './index.ts';
import { attribute, signData } from './cms/sign-data.ts';
import { stampOf } from './cms/timestamp.ts';
import { createHash } from 'node:crypto';
import { beginIncrement } from './pdf/increment.ts';
import { openPdf } from './pdf/open-pdf.ts';
import { isDict, isRef, type PdfRef, type PdfValue } from './pdf/value.ts';
import { streamObject, writeDict } from './pdf/write.ts';
import { readCertificate } from './pki/certificate.ts';
import { ids } from './pki/names.ts';
import { drawing, printPapers, signingScene } from './scene.ts';
import { addField } from './sign/add-field.ts';
import { dictAt } from './pdf/pages.ts';
import { findSignatures } from './validate/find-signatures.ts';

const at = new Date();
at.setUTCMilliseconds(0);
let scene: Awaited<ReturnType<typeof signingScene>>;
let paper: Buffer;
let other: Buffer;
let good: Buffer;
/** With lists at hand, so that other faults show. */
let informed: typeof scene.trust & { evidence: { crls: Buffer[]; ocsps: Buffer[] } };
beforeAll(async () => {
  scene = await signingScene(at);
  [paper, other] = (await printPapers(2)) as [Buffer, Buffer];
  good = await scene.signTwice(paper);
  informed = { ...scene.trust, evidence: await scene.evidence() };
}, 60_000);

/** What the validator says of a file; a file that cannot be read is refused as well. */
function verdict(pdf: Buffer, trust = scene.trust): string {
  try {
    const { indication, signatures } = validatePdf(pdf, trust);
    const sub = signatures.find((one) => one.sub !== undefined)?.sub;
    return `${indication ?? 'UNSIGNED'} ${sub ?? ''}`.trim();
  } catch (error) {
    if (error instanceof PdfFault) return 'UNREADABLE';
    throw error;
  }
}

const order = () => ({ signer: scene.leader, name: 'A', reason: 'B', at, stamper: scene.stamper });

describe('of forged papers none is accepted', () => {
  test('the genuine one is', () => expect(verdict(good)).toBe('TOTAL-PASSED'));

  test('when any bit of what was signed was flipped', () => {
    const { end } = findSignatures(openPdf(good)).at(-1)!;
    fc.assert(
      fc.property(fc.nat(end - 1), fc.nat(7), (place, bit) => {
        const forged = Buffer.from(good);
        forged[place]! ^= 1 << bit;
        expect(verdict(forged)).not.toBe('TOTAL-PASSED');
      }),
      { numRuns: Number(process.env['PADES_FORGERIES'] ?? 120) },
    );
  });

  test('when bytes were cut off, put in or appended', () => {
    for (let n = 1; n <= 20; n += 1) {
      const place = Math.floor((good.length * n) / 21);
      expect(verdict(good.subarray(0, place))).not.toBe('TOTAL-PASSED');
      const longer = Buffer.concat([
        good.subarray(0, place),
        Buffer.from('x'),
        good.subarray(place),
      ]);
      const { end } = findSignatures(openPdf(good)).at(-1)!;
      if (place < end) expect(verdict(longer)).not.toBe('TOTAL-PASSED');
    }
    expect(verdict(Buffer.concat([good, Buffer.from('% more')]))).toBe('UNREADABLE');
  });

  test('when a later revision changes an object that is shown: content, font, page, catalog, title', () => {
    const pdf = openPdf(good);
    let forged = 0;
    for (let ref = 1; ref < openPdf(paper).size; ref += 1) {
      const value = pdf.get({ ref, gen: 0 });
      const update = beginIncrement(pdf);
      if (isDict(value))
        update.put(ref, writeDict(new Map<string, PdfValue>([...value, ['Forged', true]])));
      else if (value !== null && typeof value === 'object' && 'dict' in value)
        update.put(ref, streamObject('', Buffer.from('q Q')));
      else continue;
      const type = isDict(value)
        ? undefined
        : (value as { dict: ReadonlyMap<string, PdfValue> }).dict.get('Type');
      if (type !== undefined && JSON.stringify(type).match(/ObjStm|XRef/)) continue;
      forged += 1;
      expect(`${ref} ${verdict(update.finish())}`).toBe(
        `${ref} TOTAL-FAILED ALTERED_AFTER_SIGNING`,
      );
    }
    expect(forged).toBeGreaterThan(15);
  });

  test('when a shadow is brought out: another page tree, or an overlay above the page', () => {
    const pdf = openPdf(good);
    const root = pdf.trailer.get('Root') as PdfRef;
    const swapped = beginIncrement(pdf);
    const pages = swapped.reserve();
    const tree = dictAt(pdf, dictAt(pdf, root).get('Pages') as PdfRef);
    swapped.put(pages, writeDict(tree));
    swapped.put(
      root.ref,
      writeDict(
        new Map<string, PdfValue>([...dictAt(pdf, root), ['Pages', { ref: pages, gen: 0 }]]),
      ),
    );
    expect(verdict(swapped.finish())).toContain('ALTERED_AFTER_SIGNING');

    const covered = beginIncrement(pdf);
    const note = covered.reserve();
    covered.put(note, '<</Type /Annot /Subtype /FreeText /Rect [0 0 500 800] /Contents (x)>>');
    const [page] = [tree.get('Kids')].flat() as PdfRef[];
    const annots = pdf.follow(dictAt(pdf, page!).get('Annots')) as PdfValue[];
    covered.put(
      page!.ref,
      writeDict(
        new Map<string, PdfValue>([
          ...dictAt(pdf, page!),
          ['Annots', [...annots, { ref: note, gen: 0 }]],
        ]),
      ),
    );
    expect(verdict(covered.finish())).toContain('ALTERED_AFTER_SIGNING');
  });

  test('when an empty signature field with a picture is laid over it', async () => {
    const picture = await drawing();
    const { file } = addField(openPdf(good), {
      kind: 'signature',
      room: 64,
      at,
      seal: { page: 0, at: { x: 0, y: 0, width: 500, height: 800 }, picture, words: ['x'] },
    });
    expect(verdict(file)).toContain('TOTAL-FAILED');
  });

  test('when the signature of another paper was put in its place', async () => {
    const one = await signPdf(paper, order());
    const two = await signPdf(other, order());
    const [from, to] = [findSignatures(openPdf(two))[0]!, findSignatures(openPdf(one))[0]!];
    const forged = Buffer.from(one);
    two.copy(forged, to.hole.from, from.hole.from, from.hole.to);
    expect(verdict(forged)).toBe('TOTAL-FAILED HASH_FAILURE');
  });

  test('when the certificate is of an authority that nobody trusts, though with the same names', async () => {
    const twin = openAuthority(await makeAuthority('Chứng thực thử nghiệm', at));
    const signer = await twin.issue({ ...scene.order, name: 'Nguyễn Thị Hồng Đào' });
    const pdf = await signPdf(paper, { ...order(), signer });
    expect(verdict(pdf, informed)).toBe('INDETERMINATE NO_CERTIFICATE_CHAIN_FOUND');
    const claimed = { ...scene.leader, sign: (bytes: Buffer) => signer.sign(bytes) };
    expect(verdict(await signPdf(paper, { ...order(), signer: claimed }), informed)).toBe(
      'TOTAL-FAILED SIG_CRYPTO_FAILURE',
    );
  });

  test('when an ordinary certificate plays the authority, or one for time stamps signs', async () => {
    const below = openAuthority({
      ...scene.keys,
      issuing: { key: scene.leader.key, certificate: scene.leader.certificate },
    });
    const signer = await below.issue({ ...scene.order, name: 'Giả mạo' });
    const issuers = [scene.leader.certificate, ...scene.leader.issuers];
    const pdf = await signPdf(paper, { ...order(), signer: { ...signer, issuers } });
    expect(verdict(pdf, informed)).toBe('INDETERMINATE NO_CERTIFICATE_CHAIN_FOUND');
    const stamper = await scene.authority.issue({
      ...scene.order,
      name: 'Giờ',
      purpose: 'timestamps',
    });
    expect(verdict(await signPdf(paper, { ...order(), signer: stamper }), informed)).toBe(
      'INDETERMINATE CHAIN_CONSTRAINTS_FAILURE',
    );
  });

  test('when the certificate had expired or did not count yet', async () => {
    const day = 86_400_000;
    const make = (from: number, to: number) =>
      scene.authority.issue({
        ...scene.order,
        name: 'A',
        from: new Date(+at + from * day),
        to: new Date(+at + to * day),
      });
    const signed = async (from: number, to: number, stamper = [scene.stamper]) =>
      verdict(
        await signPdf(paper, { ...order(), signer: await make(from, to), stamper: stamper[0] }),
        informed,
      );
    expect(await signed(-9, -2)).toBe('TOTAL-FAILED EXPIRED');
    expect(await signed(-9, -2, [])).toBe('INDETERMINATE OUT_OF_BOUNDS_NO_POE');
    expect(await signed(2, 9)).toBe('TOTAL-FAILED NOT_YET_VALID');
  });

  test('when the certificate was revoked, by list or by answer, or when nothing is known of it', async () => {
    const { serial } = readCertificate(scene.leader.certificate);
    const before = new Date(+at - 3_600_000);
    const revoked = await scene.evidence([{ serial, at: before }]);
    const stamped = await signPdf(paper, order());
    const bare = await signPdf(paper, { ...order(), stamper: undefined });
    expect(verdict(addEvidence(stamped, revoked))).toBe('TOTAL-FAILED REVOKED');
    expect(verdict(addEvidence(bare, revoked))).toBe('INDETERMINATE REVOKED_NO_POE');
    const answered = {
      ...(await scene.evidence()),
      ocsps: [await scene.authority.ocsp(scene.leader.certificate, before, at)],
    };
    expect(verdict(addEvidence(stamped, answered))).toBe('TOTAL-FAILED REVOKED');
    const later = await scene.evidence([{ serial, at: new Date(+at + 60_000) }]);
    expect(verdict(addEvidence(stamped, later))).toBe('TOTAL-PASSED');
    expect(verdict(stamped)).toBe('INDETERMINATE TRY_LATER');
    const stale = await scene.evidence([], new Date(+at - 30 * 86_400_000));
    expect(verdict(addEvidence(stamped, stale))).toBe('INDETERMINATE TRY_LATER');
  });

  test('when the time stamp is of other data, of the future, or of nobody', async () => {
    const withToken = async (make: (signature: Buffer) => Promise<Buffer>) => {
      const { file, hole } = addField(openPdf(paper), { kind: 'signature', room: 16_384, at });
      const ranges = Buffer.concat([file.subarray(0, hole.from), file.subarray(hole.to)]);
      const cms = await signData(scene.leader, {
        digest: createHash('sha256').update(ranges).digest(),
      });
      const done = cms.finish(attribute(ids.timestampToken, await make(cms.signature)));
      file.write(done.toString('hex'), hole.from + 1, 'latin1');
      return verdict(addEvidence(file, await scene.evidence()));
    };
    expect(await withToken((signature) => stampOf(scene.stamper, signature))).toBe('TOTAL-PASSED');
    expect(await withToken(() => stampOf(scene.stamper, Buffer.from('khác')))).toBe(
      'TOTAL-FAILED TIMESTAMP_FAILURE',
    );
    const future = scene.authority.stamper(() => new Date(+at + 3_600_000));
    expect(await withToken((signature) => stampOf(future, signature))).toBe(
      'TOTAL-FAILED TIMESTAMP_FAILURE',
    );
    const nobody = openAuthority(await makeAuthority('Không ai', at)).stamper(() => at);
    expect(await withToken((signature) => stampOf(nobody, signature))).toBe(
      'INDETERMINATE NO_CERTIFICATE_CHAIN_FOUND',
    );
  });

  test('when the range was narrowed, or signatures were taken out', () => {
    const pdf = openPdf(good);
    const narrowed = Buffer.from(good);
    const place = good.indexOf('/ByteRange [0 ') + '/ByteRange ['.length;
    narrowed.write('9', place, 'latin1');
    expect(verdict(narrowed)).toContain('FAILED');
    const root = pdf.trailer.get('Root') as PdfRef;
    const stripped = beginIncrement(pdf);
    const catalog = new Map([...dictAt(pdf, root)].filter(([key]) => key !== 'AcroForm'));
    stripped.put(root.ref, writeDict(catalog));
    expect(verdict(stripped.finish())).toBe('UNSIGNED');
    expect(isRef(root)).toBe(true);
  });
});

test('whatever bytes come in, the validator ends and accepts nothing', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(good.length), (noise, place) => {
      const mixed = Buffer.concat([
        good.subarray(0, place),
        noise,
        good.subarray(place + noise.length),
      ]);
      const said = verdict(mixed);
      if (
        !mixed.equals(good) &&
        place < findSignatures(openPdf(good)).at(-1)!.end - noise.length &&
        noise.length > 0
      )
        expect(said).not.toBe('TOTAL-PASSED');
      expect(verdict(Buffer.concat([Buffer.from('%PDF-1.7\n'), noise]))).toBe('UNREADABLE');
    }),
    { numRuns: 60 },
  );
});
