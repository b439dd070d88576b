import { hash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { append, emptyEdge, rootOf } from '../merkle/edge.ts';
import { leafHash } from '../merkle/hash.ts';
import { checkpointText, parseCheckpoint } from './checkpoint.ts';
import { formatVkey, keyTypes, parseVkey, signingKey } from './key.ts';
import { signCheckpoint } from './sign.ts';
import { formatNote, parseNote, signatureLine } from './signed-note.ts';
import { openCheckpoint } from './verify.ts';

const seed = hash('sha256', 'tlog test vector 1', 'buffer');
const origin = 'example.gov.vn/nhat-ky';
const leaves = [0, 1, 2, 3, 4].map((n) => leafHash(Buffer.from(`leaf${n}`)));
const checkpoint = { origin, size: 5, root: rootOf(append(emptyEdge, leaves)) };
const text = checkpointText(checkpoint);
const at = new Date(1_800_000_000_000);
const log = signingKey(origin, keyTypes.log, seed);
const witness = signingKey('chung-kien.example.vn', keyTypes.cosignature, seed);
const quantumSafe = signingKey(origin, keyTypes.subtree, seed);

describe('a signed checkpoint', () => {
  test('is signed letter by letter as the published vectors say', () => {
    expect(formatVkey(log)).toBe(
      'example.gov.vn/nhat-ky+857147f4+AV0z+9UrUjXg2hgyUuFakusjRWkPg1YOkfB1Aj6Q0iNK',
    );
    expect(signatureLine(signCheckpoint(log, checkpoint, at))).toBe(
      '— example.gov.vn/nhat-ky hXFH9GlbntwOmBgfWm5mxw0yjAlzBd/GH008yk7eZ2sYcVVMEz894EewSLyyAN2bdZLYSTetVrnDnXSK3jsUGzpeagE=\n',
    );
    expect(signatureLine(signCheckpoint(witness, checkpoint, at))).toBe(
      '— chung-kien.example.vn qS40fAAAAABrSdIA3y04BsnF+SKkRT95QzaeW/E63EMINADgIZldpIHQbshsfngp4HXx/uQ512heJm1gBD4Sj2XekV6sufKJvBWNDQ==\n',
    );
  });

  test('opens with log, witness and quantum-safe key, and tells when a witness saw it', () => {
    const keys = [log, witness, quantumSafe];
    const note = formatNote({
      text,
      signatures: keys.map((key) => signCheckpoint(key, checkpoint, at)),
    });
    const opened = openCheckpoint(
      note,
      keys.map((key) => parseVkey(formatVkey(key))!),
    );
    expect(opened?.checkpoint).toEqual(checkpoint);
    expect(opened?.verified.map((one) => [one.key.type, one.at])).toEqual([
      [1, undefined],
      [4, at],
      [6, at],
    ]);
  });

  test('ignores lines of strangers, and is refused when one of a known key is wrong', () => {
    const other = signingKey('example.com/other', keyTypes.log, hash('sha256', 'other', 'buffer'));
    const strange = formatNote({
      text,
      signatures: [signCheckpoint(other, checkpoint, at), signCheckpoint(log, checkpoint, at)],
    });
    expect(openCheckpoint(strange, [log])?.verified).toHaveLength(1);
    expect(openCheckpoint(strange, [witness])?.verified).toHaveLength(0);
    for (const key of [log, witness, quantumSafe]) {
      const right = signCheckpoint(key, checkpoint, at);
      const signature = Buffer.from(right.signature);
      signature[signature.length - 1]! ^= 1;
      const note = formatNote({ text, signatures: [{ ...right, signature }] });
      expect(openCheckpoint(note, [key])).toBeUndefined();
    }
  });

  test('is refused when its text was changed after signing', () => {
    const note = formatNote({ text, signatures: [signCheckpoint(log, checkpoint, at)] });
    expect(openCheckpoint(note.replace('\n5\n', '\n6\n'), [log])).toBeUndefined();
  });
});

describe('what is not a note or checkpoint', () => {
  test('is not read', () => {
    const note = formatNote({ text, signatures: [signCheckpoint(log, checkpoint, at)] });
    for (const wrong of [
      '',
      text,
      note.slice(0, -1),
      note.replace('— ', '- '),
      note.replace('\n5', '\n\x005'),
      `${note}x`,
      note.replace('=\n', 'A=\n'),
    ])
      expect(parseNote(wrong) && openCheckpoint(wrong, [log])?.verified.length, wrong).toBeFalsy();
    for (const wrong of ['a\n05\n', `\n5\n${text.split('\n')[2]}\n`, 'a\n5\nAAAA\n', 'a\n5\n'])
      expect(parseCheckpoint(wrong), wrong).toBeUndefined();
  });

  test('is not taken for a key', () => {
    const vkey = formatVkey(log);
    for (const wrong of [
      vkey.replace('857147f4', '857147f5'),
      vkey.slice(0, -1),
      vkey.replace('example', 'exam ple'),
      `${vkey}A`,
    ])
      expect(parseVkey(wrong), wrong).toBeUndefined();
  });
});
